import Catalog
import Machine

/// Runs alembic as a request says, where ``TrustedLauncher`` or the user trusts its `via`.
struct AlembicCommands: Sendable {
    private let program: String
    private let words: [String]
    private let directory: String
    private let request: ProbeRequest
    private let context: ProbeContext
    /// Why `via` may not be run; `nil` where it may.
    private let refusal: String?
    /// Whether a command in front of alembic takes it to another place.
    let isElsewhere: Bool

    /// How many characters of a refused `via` are shown.
    private static let shownVia = 80

    /// Programs that run their command in a container or on another host.
    private static let carriers: Set<String> = [
        "docker", "docker-compose", "podman", "podman-compose", "nerdctl", "kubectl", "oc", "ssh",
        "fly", "flyctl", "heroku",
    ]

    /// Prepares the command of a request.
    init(request: ProbeRequest, context: ProbeContext) {
        self.request = request
        self.context = context
        let via = ShellWords.split(request.option("via") ?? "")
        let isAllowed = context.allowsExecution || TrustedLauncher.isTrusted(via)
        let shown = PlainText.line(of: via.joined(separator: " "), limit: Self.shownVia)
        // alembic runs the project's env.py, which whoever wrote the runbook may have written too.
        refusal =
            request.isConfined
            ? Breach.runs("the project's own code through alembic").summary
            : isAllowed ? nil : "via= runs `\(shown)`: give --allow-exec"
        let ini = request.option("ini").map { ["-c", $0] } ?? []
        let all = via + ["alembic"] + ini
        program = all[0]
        words = Array(all.dropFirst())
        // `sudo docker …` goes elsewhere too.
        isElsewhere = via.prefix(2).contains { word in
            Self.carriers.contains(word.split(separator: "/").last.map(String.init) ?? word)
        }
        directory =
            isElsewhere
            ? context.world.workingDirectory
            : context.world.absolutePath(request.subject)
    }

    /// Why alembic told nothing.
    enum Problem: Error, Hashable {
        /// It could not be run, or it could not look.
        case unknown(String)
        /// The database is at fault.
        case failed(String)
        /// The database is at a revision that the scripts don't know.
        case unknownRevision(String)
    }

    /// Runs one of alembic's own commands and gives its standard output.
    func run(_ subcommand: String) async -> Result<String, Problem> {
        if let refusal { return .failure(.unknown(refusal)) }
        let command = Command(
            program, words + [subcommand], directory: directory, timeout: request.timeout)
        do {
            let result = try await context.world.commands.run(command)
            if result.exitCode == 0 { return .success(result.output) }
            let failure = AlembicFailure(
                context.redactor.hide(result.output),
                context.redactor.hide(result.errorOutput))
            return .failure(problem(of: failure, command))
        } catch .timedOut {
            return .failure(
                .failed("\(command.line) did not finish within \(request.timeout.shortText)"))
        } catch .notFound(let program) {
            let advice =
                program == "alembic" ? "; via= says how to run it, as in via=\"uv run\"" : ""
            return .failure(.unknown("\(program) is not installed here\(advice)"))
        } catch {
            return .failure(.unknown(error.summary))
        }
    }

    private func problem(of failure: AlembicFailure, _ command: Command) -> Problem {
        switch failure {
        case .wrongDirectory: .unknown(wrongDirectory)
        case .unknownRevision(let revision): .unknownRevision(revision)
        case .noDatabase(let words): .failed("the database did not answer: \(words)")
        case .refusedByDatabase(let words): .failed("the database refused: \(words)")
        case .notRun(let words): .unknown("alembic could not be run: \(words)")
        case .other(let words): .unknown("`\(command.line)` failed: \(words)")
        }
    }

    private var wrongDirectory: String {
        let file = RevisionScripts.settingsFile(of: request)
        let start = "alembic was run where no \(file) is"
        if isElsewhere {
            return start + ": name its folder in via=, as `docker compose exec -w FOLDER` does"
        }
        let hint = AlembicSearch.hint(
            below: context.world.absolutePath(request.subject), named: request.subject, file: file,
            in: context.world)
        return start
            + (hint.isEmpty ? ": run it in the folder of \(file)" : hint + ": run it there")
    }
}
