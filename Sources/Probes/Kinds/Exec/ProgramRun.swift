import Catalog
import Machine

/// Runs the program of an `exec` line, here or in a container.
struct ProgramRun {
    /// Why there is no result.
    enum Problem: Error, Hashable {
        /// It could not be run.
        case notRun(String)
        /// It, or what it was to run in, is not well.
        case failed(String)

        /// What that says to every condition.
        var reading: Reading {
            switch self {
            case .notRun(let reason): .unknown(reason)
            case .failed(let reason): .failed(reason)
            }
        }
    }

    private let program: String
    private let arguments: [String]
    private let directory: String?
    private let service: String?
    private let timeout: Duration
    private let context: ProbeContext

    init(_ request: ProbeRequest, in context: ProbeContext) {
        program = request.words.first ?? ""
        arguments = Array(request.words.dropFirst())
        directory = request.option("directory")
        service = request.option("in")
        timeout = request.timeout
        self.context = context
    }

    /// How long the program itself may take: one that ignores being asked to end is killed a quarter
    /// of a second later, and its end should still be seen within the time-out.
    private var limit: Duration { max(timeout - .milliseconds(300), timeout * 3 / 4) }

    /// The program as messages name it.
    private var shown: String { PlainText.line(of: program, limit: PlainText.shownLine) }

    /// Runs it to its end.
    func result() async throws(Problem) -> CommandResult {
        if program.isEmpty { throw .notRun("the command is empty") }
        if let service { return try await result(in: service) }
        let command = Command(
            program, arguments, directory: directory.map(context.world.absolutePath),
            timeout: limit)
        do {
            return try await context.world.commands.run(command)
        } catch .timedOut {
            throw .failed(tooSlow)
        } catch .notFound where program.contains("/") {
            throw .notRun("\(shown) does not exist")
        } catch {
            throw .notRun(error.summary)
        }
    }

    private func result(in service: String) async throws(Problem) -> CommandResult {
        let result: CommandResult
        do {
            result = try await context.compose.execute(
                service, [program] + arguments, directory: directory, timeout: limit)
        } catch {
            throw await problem(of: error, in: service)
        }
        if let reason = Self.reasonNotStarted(result) {
            throw .notRun("\(shown) could not be started in \(service): \(reason)")
        }
        if result.exitCode != 0, let reason = await invalidFile() { throw .notRun(reason) }
        return result
    }

    private func problem(of failure: ComposeFailure, in service: String) async -> Problem {
        switch failure {
        case .notRunning:
            // Compose says so of a service that it doesn't know, too.
            let known = await context.compose.serviceNames()
            if known.isEmpty || known.contains(service) { return .failed(failure.summary) }
            let hint = NearestName.hint(for: service, in: known.sorted())
            return .notRun("the compose file has no service \(service)\(hint)")
        case .timedOut: return .failed(tooSlow)
        case .noEngine, .noComposeTool, .noProject, .invalidFile, .other:
            return .notRun(failure.summary)
        }
    }

    /// Why compose could not read its file, which then looks like an exit of the program.
    private func invalidFile() async -> String? {
        do {
            _ = try await context.compose.configuration()
            return nil
        } catch {
            if case .invalidFile = error { return error.summary }
            return nil
        }
    }

    private var tooSlow: String { "\(shown) did not finish within \(timeout.shortText)" }

    /// Why the engine could not start a program, as runc words it, on standard output with
    /// compose 5 and on standard error before; the exit code is then 126 or 127.
    private static func reasonNotStarted(_ result: CommandResult) -> String? {
        guard result.exitCode == 126 || result.exitCode == 127 else { return nil }
        let start = "OCI runtime exec failed:"
        let texts = [result.output, result.errorOutput]
        guard let text = texts.first(where: { $0.hasPrefix(start) }) else { return nil }
        let line = PlainText.line(
            of: text.prefix { !$0.isNewline }, limit: PlainText.shownLine)
        if line.contains("executable file not found") { return "it is not installed there" }
        if line.contains("chdir to cwd") { return "its folder does not exist there" }
        let telling = line.firstRange(of: "unable to start container process: ")
        return String(line[(telling?.upperBound ?? line.startIndex)...])
    }
}
