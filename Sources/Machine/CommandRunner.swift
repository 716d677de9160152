/// Runs the system's own programs on behalf of probes, never through a shell.
public protocol CommandRunner: Sendable {
    /// Runs the program to its end and gathers what it printed, up to the command's bounds.
    ///
    /// A non-zero exit is a result, not an error.
    ///
    /// - Throws: ``CommandFailure`` where the program could not be run or did not end in time.
    func run(_ command: Command) async throws(CommandFailure) -> CommandResult

    /// Runs the program and hands on what it prints as it comes, whatever the length.
    ///
    /// - Parameters:
    ///   - command: The program; its bound counts for standard error only.
    ///   - body: Takes bytes of standard output, on a thread where it may take its time, and tells
    ///     whether to go on; the program is ended else.
    /// - Returns: How it ended; its standard output is left out.
    /// - Throws: ``CommandFailure`` where the program could not be run or did not end in time.
    func stream(
        _ command: Command, _ body: @escaping @Sendable ([UInt8]) -> Bool
    ) async throws(CommandFailure) -> CommandResult

    /// Whether a program of that name, or at that path, could be run here.
    func isInstalled(_ program: String) -> Bool
}

extension CommandRunner {
    /// Hands all of it on at once, where the runner has nothing better.
    public func stream(
        _ command: Command, _ body: @escaping @Sendable ([UInt8]) -> Bool
    ) async throws(CommandFailure) -> CommandResult {
        var result = try await run(command)
        _ = body(result.standardOutput)
        result.standardOutput = []
        return result
    }
}

/// A program with its arguments and the bounds it must keep.
public struct Command: Sendable, Hashable {
    /// The program's name, looked up in `PATH`, or a path with a slash in it.
    public var program: String
    /// The arguments as a vector.
    public var arguments: [String]
    /// The folder it runs in; the working directory of the world when `nil`.
    public var directory: String?
    /// Variables set on top of the inherited environment.
    public var environment: [String: String]
    /// What it reads from standard input, at most ``inputLimit`` bytes; nothing unless told.
    public var input: [UInt8]
    /// How long it may run.
    public var timeout: Duration
    /// How many bytes of each of its two outputs are kept.
    public var outputLimit: Int
    /// Whether what it has started may go on when it has ended by itself, as with a remedy that
    /// starts a server; else it is ended, too.
    public var mayLeaveChildren = false

    /// The bound on each output where a caller names none, in bytes.
    public static let defaultOutputLimit = 4 << 20
    /// The bound on the input, in bytes: what a fresh pipe holds at least, on macOS (on Linux it is
    /// 64 KB, pipe(7)).
    public static let inputLimit = 16 << 10

    /// Makes a command.
    public init(
        _ program: String, _ arguments: [String] = [], directory: String? = nil,
        environment: [String: String] = [:], input: [UInt8] = [], timeout: Duration,
        outputLimit: Int = Command.defaultOutputLimit
    ) {
        self.program = program
        self.arguments = arguments
        self.directory = directory
        self.environment = environment
        self.input = input
        self.timeout = timeout
        self.outputLimit = outputLimit
    }

    /// The command as a person would paste it.
    public var line: String {
        ([program] + arguments).map(Self.quoted).joined(separator: " ")
    }

    private static func quoted(_ word: String) -> String {
        let isPlain = !word.isEmpty && word.utf8.allSatisfy { plainBytes.contains($0) }
        if isPlain { return word }
        var quoted = "'".unicodeScalars
        // Not by characters: a quote with an accent on it is another one, and a quote to a shell.
        for scalar in word.unicodeScalars {
            if scalar == "'" { quoted += "'\\'".unicodeScalars }
            quoted.append(scalar)
        }
        return String(quoted) + "'"
    }

    private static let plainBytes = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-./:=@%+,".utf8)
}

/// How a program ended and what it printed.
public struct CommandResult: Sendable, Hashable {
    /// The exit code, or 128 plus the signal that ended it, as shells count.
    public var exitCode: Int32
    /// What it wrote to standard output, up to the bound.
    public var standardOutput: [UInt8]
    /// What it wrote to standard error, up to the bound.
    public var standardError: [UInt8]
    /// Whether either output was longer than the bound.
    public var isTruncated: Bool

    /// Makes a result.
    public init(
        exitCode: Int32, standardOutput: [UInt8] = [], standardError: [UInt8] = [],
        isTruncated: Bool = false
    ) {
        self.exitCode = exitCode
        self.standardOutput = standardOutput
        self.standardError = standardError
        self.isTruncated = isTruncated
    }

    /// Standard output as text, invalid UTF-8 replaced.
    public var output: String { String(decoding: standardOutput, as: UTF8.self) }
    /// Standard error as text, invalid UTF-8 replaced.
    public var errorOutput: String { String(decoding: standardError, as: UTF8.self) }
}

/// Why a program gave no result.
public enum CommandFailure: Error, Sendable, Hashable {
    /// No such program in `PATH` or at the path.
    case notFound(String)
    /// The file is there but may not be executed, or the system would not start it.
    case notStarted(String, reason: String)
    /// It was ended, with its children, at its time-out.
    case timedOut(String, after: Duration)
    /// The run was cancelled before it ended.
    case cancelled(String)

    /// The failure in a few words, for a verdict.
    public var summary: String {
        switch self {
        case .notFound(let program): "\(program) is not installed here"
        case .notStarted(let program, let reason): "\(program) could not be started: \(reason)"
        case .timedOut(let program, let limit):
            "\(program) did not finish within \(limit.shortText)"
        case .cancelled(let program): "\(program) was stopped before it finished"
        }
    }
}
