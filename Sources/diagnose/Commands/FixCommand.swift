import Catalog
import Triage

/// `diagnose fix`: carries out an entry's remedies, asking before each command.
enum FixCommand {
    private static let destroy = Flag(
        name: "yes-destroy", help: "ask about what destroys data, too, instead of refusing it")
    private static let rehearse = Flag(
        name: Flag.dryRun.name, help: "only show what would be asked about; runs probes, no command"
    )

    static let definition = CommandDefinition(
        name: "fix",
        abstract: "Carry out an entry's fix, asking before each command, and check again",
        operands: "ID",
        operandSource: .entry,
        discussion: """
            Runs the entry's probes first and fills placeholders with what they saw. Each command is
            shown and asked about: y runs it with /bin/sh, n or Enter does not, s skips the rest of
            the remedy, q leaves. A command with a placeholder that nobody knows, a statement of SQL,
            and what wants a terminal of its own (an editor, docker exec -it) are shown and not run.
            What destroys data is refused without --yes-destroy, and asked about even then.

            A command reads nothing, and behind one that fails you are asked whether to go on. Over a
            pipe each line of standard input is an answer; at its end nothing more is run. What was
            run is logged in $XDG_STATE_HOME/diagnose/fixes.log, or below ~/.local/state. Then the
            entry is checked again, and the exit code is that check's.
            """,
        flags: [destroy, rehearse] + Flag.catalog + Flag.probing + [.wait, .color],
        examples: [
            .init(line: "diagnose fix voxbento/ic-02", meaning: "one command after the other"),
            .init(
                line: "diagnose fix voxbento/ic-02 --dry-run",
                meaning: "what it would ask about, placeholders filled"),
            .init(
                line: "diagnose fix voxbento/ic-02 --wait 60s",
                meaning: "checks until it is healthy, at most a minute"),
        ],
        run: run)

    private static func run(_ invocation: Invocation) async throws -> ExitCode {
        let catalog = try RunbookFinder(invocation).catalog()
        let entries = try invocation.entries(in: catalog, example: "diagnose fix voxbento/ic-02")
        if let second = invocation.arguments.operands.dropFirst().first {
            throw UsageError.unexpectedOperand(second)
        }
        try invocation.refuseUnknownVariables(in: catalog)
        invocation.reportProblems(of: catalog)
        guard let entry = entries.first,
            let runbook = catalog.runbooks.first(where: { $0.entries.contains(entry) })
        else { return .internalError }
        let session = try TriageSession(invocation, catalog: catalog)
        var fix = FixSession(
            session, entry, of: runbook, allowsDestruction: invocation.arguments.has(destroy))
        return try await fix.run(rehearses: invocation.arguments.has(rehearse))
    }
}
