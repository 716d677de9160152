import Foundation
import Synchronization

/// A command with everything about its start settled.
struct Launch: Sendable {
    /// The command as asked for.
    let command: Command
    /// The absolute path of the program's file.
    let path: String
    /// The absolute folder it runs in.
    let directory: String
    /// All of its environment.
    let environment: [String: String]

    /// Programs are started one at a time: `Process.run()` makes a socket pair that a child started
    /// at the same moment would inherit, and the end of the first would go unnoticed. The same is
    /// true of our pipes until they are marked.
    static let turn = Mutex(())

    /// Starts the program; to be called within ``turn``.
    ///
    /// - Parameters:
    ///   - input: what it reads; nothing where `nil`.
    ///   - output: what its standard output goes to.
    ///   - error: what its standard error goes to.
    ///   - whenEnded: called once with the exit code, on some thread, when Foundation notices the
    ///     program's end; that may be late (``ProcessGroup/look()``).
    /// - Returns: the program's process id, noted in ``StartedPrograms``; to be taken off there by
    ///   who sees its end.
    /// - Throws: ``CommandFailure/notStarted(_:reason:)``, or ``CommandFailure/cancelled(_:)`` where
    ///   this whole process is about to end.
    func start(
        input: Int32? = nil, output: Int32, error: Int32,
        whenEnded: @escaping @Sendable (Int32) -> Void
    ) throws(CommandFailure) -> pid_t {
        guard StartedPrograms.isOpen else { throw .cancelled(command.program) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = command.arguments
        process.environment = environment
        process.currentDirectoryURL = URL(fileURLWithPath: directory, isDirectory: true)
        process.standardInput =
            input.map { FileHandle(fileDescriptor: $0, closeOnDealloc: false) }
            ?? FileHandle.nullDevice
        process.standardOutput = FileHandle(fileDescriptor: output, closeOnDealloc: false)
        process.standardError = FileHandle(fileDescriptor: error, closeOnDealloc: false)
        process.terminationHandler = { ended in
            let status = ended.terminationStatus
            whenEnded(ended.terminationReason == .uncaughtSignal ? 128 + status : status)
        }
        do {
            try Self.withoutBlockedSignals { try process.run() }
        } catch let failure {
            throw .notStarted(command.program, reason: Self.reason(of: failure))
        }
        StartedPrograms.add(process.processIdentifier, of: command)
        return process.processIdentifier
    }

    /// Does the work with no signal held back on this thread.
    ///
    /// A child inherits the mask of the thread that starts it, Dispatch's threads hold back SIGTERM
    /// among others (`_dispatch_sigmask` in libdispatch), and a
    /// program that cannot be asked to end must be killed.
    private static func withoutBlockedSignals(_ work: () throws -> Void) rethrows {
        var none = sigset_t()
        var before = sigset_t()
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        try work()
    }

    /// The system's words for why a start failed.
    private static func reason(of failure: any Error) -> String {
        var error = failure as NSError
        if let underlying = error.userInfo[NSUnderlyingErrorKey] as? NSError { error = underlying }
        let isMissingFile =
            error.domain == NSPOSIXErrorDomain && error.code == Int(ENOENT)
            || error.domain == NSCocoaErrorDomain && error.code == NSFileReadNoSuchFileError
        // The file and the folder were there a moment ago, so what is missing is what `#!` names.
        if isMissingFile { return "the interpreter it names does not exist" }
        guard error.domain == NSPOSIXErrorDomain else { return error.localizedDescription }
        return String(cString: strerror(Int32(truncatingIfNeeded: error.code)))
    }
}
