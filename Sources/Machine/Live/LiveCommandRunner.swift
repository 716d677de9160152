import Foundation

/// Runs programs with Foundation's `Process`.
public struct LiveCommandRunner: CommandRunner {
    private let environment: [String: String]
    private let workingDirectory: String

    /// Makes a runner.
    ///
    /// - Parameters:
    ///   - environment: what programs inherit; this process's own environment unless told.
    ///   - workingDirectory: the absolute folder that programs run in where a command names none,
    ///     and that relative folders are read from.
    public init(
        environment: [String: String] = ProcessInfo.processInfo.environment,
        workingDirectory: String = FileManager.default.currentDirectoryPath
    ) {
        self.environment = environment
        self.workingDirectory = workingDirectory
    }

    /// Runs the program to its end, or ends it with its children at its time-out.
    ///
    /// A program given by a path is read from the folder it runs in. What a program's own children
    /// write after it has ended is waited for no longer than 100 ms; those still in its group are
    /// ended then.
    public func run(_ command: Command) async throws(CommandFailure) -> CommandResult {
        try await result(of: command, sink: nil)
    }

    /// Runs the program and hands on what it prints as it comes.
    public func stream(
        _ command: Command, _ body: @escaping @Sendable ([UInt8]) -> Bool
    ) async throws(CommandFailure) -> CommandResult {
        try await result(of: command, sink: body)
    }

    private func result(
        of command: Command, sink: (@Sendable ([UInt8]) -> Bool)?
    ) async throws(CommandFailure) -> CommandResult {
        guard !Task.isCancelled else { throw .cancelled(command.program) }
        let run = CommandRun(try launch(for: command), sink: sink)
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { run.start($0) }
        } onCancel: {
            run.cancel()
        }
        return try result.get()
    }

    /// Whether the program's file is in `PATH`, or at the path, and may be executed.
    public func isInstalled(_ program: String) -> Bool {
        let lookup = ProgramLookup(
            searchPath: environment["PATH"] ?? ProgramLookup.defaultSearchPath,
            directory: workingDirectory)
        return (try? lookup.path(of: program)) != nil
    }

    /// Settles everything about the start of a program.
    ///
    /// - Throws: ``CommandFailure`` where there is no such program, or it cannot be started so.
    func launch(for command: Command) throws(CommandFailure) -> Launch {
        let variables = environment.merging(command.environment) { _, new in new }
        let directory = try directory(for: command)
        let lookup = ProgramLookup(
            searchPath: variables["PATH"] ?? ProgramLookup.defaultSearchPath, directory: directory)
        let path = try lookup.path(of: command.program)
        // C strings end at a NUL: passed on, the program would be asked for something else.
        let texts = command.arguments + command.environment.flatMap { [$0.key, $0.value] }
        guard !texts.contains(where: { $0.utf8.contains(0) }) else {
            throw .notStarted(command.program, reason: "an argument holds a NUL character")
        }
        return Launch(
            command: command, path: path, directory: directory, environment: variables)
    }

    private func directory(for command: Command) throws(CommandFailure) -> String {
        let named = command.directory ?? workingDirectory
        let path = named.hasPrefix("/") ? named : workingDirectory + "/" + named
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw .notStarted(command.program, reason: "its folder \(named) does not exist")
        }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            throw .notStarted(command.program, reason: "\(named) is not a folder")
        }
        guard access(path, X_OK) == 0 else {
            throw .notStarted(command.program, reason: "its folder \(named) may not be entered")
        }
        return path
    }
}
