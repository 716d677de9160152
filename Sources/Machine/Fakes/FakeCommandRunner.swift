import Synchronization

/// Answers commands from a table instead of running them, for tests.
///
/// A key is a command's ``Command/line`` or its first words (`docker compose ps`); the longest key
/// that fits wins. A program that fits no key is not installed.
public final class FakeCommandRunner: CommandRunner {
    /// What the table says about a command.
    public enum Answer: Sendable {
        /// The program ends with this result; its outputs are cut at the command's bound.
        case result(CommandResult)
        /// The program gives no result, and why.
        case failure(CommandFailure)
        /// The program does not end; the run is cancelled with the asking task.
        case hang

        /// The program prints the text and ends with the code.
        public static func output(
            _ text: String, error: String = "", exitCode: Int32 = 0
        ) -> Answer {
            .result(
                CommandResult(
                    exitCode: exitCode, standardOutput: Array(text.utf8),
                    standardError: Array(error.utf8)))
        }

        /// The program prints nothing and ends with the code.
        public static func exit(_ code: Int32, error: String = "") -> Answer {
            output("", error: error, exitCode: code)
        }
    }

    private struct State {
        var answers: [String: Answer]
        var commands: [Command] = []
    }

    private let state: Mutex<State>

    /// Makes a runner that knows these commands only.
    public init(_ answers: [String: Answer] = [:]) {
        state = Mutex(State(answers: answers))
    }

    /// The commands so far, in the order in which they came.
    public var commands: [Command] { state.withLock(\.commands) }

    /// Replaces what the table says about a command.
    public func set(_ key: String, to answer: Answer) {
        state.withLock { $0.answers[key] = answer }
    }

    /// Answers from the table and remembers the command.
    public func run(_ command: Command) async throws(CommandFailure) -> CommandResult {
        let line = command.line
        let answer = state.withLock { state in
            state.commands.append(command)
            let fitting = state.answers.keys.filter { line == $0 || line.hasPrefix($0 + " ") }
            return fitting.max { $0.utf8.count < $1.utf8.count }.flatMap { state.answers[$0] }
        }
        await Task.yield()
        switch answer {
        case .result(let result): return Self.fitted(result, to: command.outputLimit)
        case .failure(let failure): throw failure
        case .hang:
            await untilCancelled()
            throw .cancelled(command.program)
        case nil: throw .notFound(command.program)
        }
    }

    /// Whether the table knows a command of the program.
    public func isInstalled(_ program: String) -> Bool {
        state.withLock(\.answers).keys.contains { $0 == program || $0.hasPrefix(program + " ") }
    }

    private static func fitted(_ result: CommandResult, to limit: Int) -> CommandResult {
        var fitted = result
        if max(result.standardOutput.count, result.standardError.count) > limit {
            fitted.standardOutput = Array(result.standardOutput.prefix(limit))
            fitted.standardError = Array(result.standardError.prefix(limit))
            fitted.isTruncated = true
        }
        return fitted
    }
}
