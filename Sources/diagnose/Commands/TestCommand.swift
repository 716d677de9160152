import Evidence
import Report
import Triage

/// `diagnose test`: replays recorded incidents against today's runbooks.
enum TestCommand {
    static let definition = CommandDefinition(
        name: "test",
        abstract: "Replay recorded incidents against the runbooks of today",
        operands: "FOLDER",
        operandSource: .path,
        discussion: """
            FOLDER holds bundles, packed or unpacked, each with what its verdict must say:
            NAME/expected.json inside an unpacked one, NAME.expected.json beside NAME.tar.gz.

              {"verdict": "unhealthy", "lead": "voxbento/ic-01", "explains": ["voxbento/ic-01"]}

            Exits 0 where all say that, 1 where one says something else, 65 where one can't be read.
            """,
        flags: Flag.catalog + [.update, incidentOutput, .color],
        examples: [
            .init(
                line: "diagnose test incidents --runbooks docs/runbooks",
                meaning: "in CI, for every change of a runbook"),
            .init(
                line: "diagnose test incidents --update",
                meaning: "take what is said now as what is expected"),
        ],
        run: run)

    /// The forms that the results come in.
    private static let incidentOutput = Flag(
        name: Flag.output.name, value: "FORMAT", choices: ["text", "json", "junit"],
        help: "text (default), json or junit")

    private static func run(_ invocation: Invocation) async throws -> ExitCode {
        guard let folder = invocation.arguments.operands.first else {
            throw UsageError.other(
                "a folder of incidents is wanted, as in: diagnose test incidents")
        }
        if let more = invocation.arguments.operands.dropFirst().first {
            throw UsageError.unexpectedOperand(more)
        }
        let catalog = try RunbookFinder(invocation).catalog()
        invocation.reportProblems(of: catalog)
        let session = IncidentSession(invocation: invocation, folder: folder, catalog: catalog)
        let results = try await session.results()
        Output.print(text(of: results, invocation))
        if Interruption.happened { return .interrupted }
        if results.contains(where: \.isBroken) { return .invalidRunbook }
        return results.allSatisfy(\.isAsExpected) ? .healthy : .unhealthy
    }

    private static func text(of results: [IncidentResult], _ invocation: Invocation) -> String {
        switch invocation.arguments.value(of: incidentOutput) {
        case "json": IncidentJSON.document(of: results)
        case "junit": IncidentJUnit.document(of: results)
        default: IncidentText.report(of: results, style: invocation.style)
        }
    }
}
