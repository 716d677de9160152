import Evidence
import Machine
import Triage

/// `diagnose bundle`: runs triage and keeps its evidence.
enum BundleCommand {
    private static let file = Flag(
        name: "file", value: "FILE", source: .path,
        help: "where to write it (default diagnose-TIME.tar.gz, here)")

    static let definition = CommandDefinition(
        name: "bundle",
        abstract: "Keep the verdict and its evidence before anything is restarted",
        operands: "[SYSTEM…]",
        operandSource: .system,
        discussion: """
            Runs triage, and captures what is asked for before escalating: the compose project, the
            last lines of each service's log, what was committed last, versions, the environment,
            metrics, close codes, migrations, MediaMTX's paths, and what the runbooks' `collect` blocks
            list. Secrets are hidden before anything is written. What could not be captured is listed
            with the reason. Exits 0 where a bundle was written, whatever the verdict.
            """,
        flags: [file] + Flag.catalog + Flag.probing.filter { $0 != .allowUnknown }
            + [.only, .skip, .quiet, .color],
        examples: [
            .init(line: "diagnose bundle", meaning: "of whatever is here, into this folder"),
            .init(
                line: "diagnose bundle voxbento --file /tmp/incident.tar.gz",
                meaning: "of one system"),
        ],
        run: run)

    private static func run(_ invocation: Invocation) async throws -> ExitCode {
        let path =
            invocation.arguments.value(of: file)
            ?? BundleDelivery.name(at: invocation.world.clock.now)
        let catalog = try RunbookFinder(invocation).catalog()
        try invocation.refuseUnknownVariables(in: catalog)
        invocation.reportProblems(of: catalog)
        let session = try TriageSession(invocation, catalog: catalog)
        let delivery = try BundleDelivery(invocation, to: path)
        let plan = try session.plan(try await TriageCommand.systems(in: catalog, for: session))
        let run = await session.finish(plan, detail: .usual)
        if Interruption.happened { return .interrupted }
        do throws(BundleFailure) {
            let bundle = try await delivery.bundle(of: run, variables: session.variables)
            Output.print(delivery.summary(of: bundle, listsMissing: true))
            return .healthy
        } catch {
            delivery.tell(error)
            return delivery.failureCode
        }
    }
}
