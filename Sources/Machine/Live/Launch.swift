import Foundation

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

    /// Starts the program with nothing to read and its outputs going into the pipes.
    ///
    /// - Parameter whenEnded: called once with the exit code, on some thread, when Foundation
    ///   notices the program's end; that may be late (``ProcessGroup/look()``).
    /// - Returns: the program's process id.
    /// - Throws: ``CommandFailure/notStarted(_:reason:)``.
    func start(
        output: SystemPipe, error: SystemPipe, whenEnded: @escaping @Sendable (Int32) -> Void
    ) throws(CommandFailure) -> pid_t {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = command.arguments
        process.environment = environment
        process.currentDirectoryURL = URL(fileURLWithPath: directory, isDirectory: true)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle(fileDescriptor: output.writing, closeOnDealloc: false)
        process.standardError = FileHandle(fileDescriptor: error.writing, closeOnDealloc: false)
        process.terminationHandler = { ended in
            let status = ended.terminationStatus
            whenEnded(ended.terminationReason == .uncaughtSignal ? 128 + status : status)
        }
        do {
            try Self.withoutBlockedSignals { try process.run() }
        } catch let failure {
            throw .notStarted(command.program, reason: Self.reason(of: failure))
        }
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
