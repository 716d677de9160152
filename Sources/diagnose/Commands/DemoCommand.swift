import Catalog
import Demo
import Report
import Triage

/// `diagnose demo`: the main job on a stack inside this process.
enum DemoCommand {
    private static let fault = Flag(
        name: "fault", value: "NAME", choices: [noFault] + DemoFault.allCases.map(\.rawValue),
        help: "break one thing, or `none`")
    /// The choice that breaks nothing.
    private static let noFault = "none"

    static let definition = CommandDefinition(
        name: "demo",
        abstract: "See it work on a small stack inside this process",
        operands: "",
        discussion: """
            Starts a portal and a media server on loopback ports, an env file and an alembic folder,
            runs the real triage on them, and leaves nothing behind. Without --fault it shows the
            healthy stack, then one broken; with it, the exit code is the verdict's.

            Faults
            \(DemoFault.allCases.map { "  \($0.rawValue)" }.joined(separator: "\n"))
            """,
        flags: [fault] + Flag.printing,
        examples: [
            .init(line: "diagnose demo", meaning: "healthy, then with the media server stopped"),
            .init(line: "diagnose demo --fault two-heads", meaning: "one fault of your choice"),
        ],
        run: run)

    private static func run(_ invocation: Invocation) async throws -> ExitCode {
        try invocation.refuseOperands()
        if let name = invocation.arguments.value(of: fault) {
            return try await triage(DemoFault(rawValue: name), invocation)
        }
        if invocation.printsJSON { return try await triage(nil, invocation) }
        for fault in [nil, DemoFault.mediaServerDown] {
            if fault != nil { Output.print("\n") }
            let code = try await triage(fault, invocation)
            if code == .interrupted { return code }
        }
        narrate("\nThe stack is gone again. To break something else:", invocation)
        for name in DemoFault.allCases.map(\.rawValue) {
            narrate("    diagnose demo --fault \(name)", invocation)
        }
        return .healthy
    }

    /// Starts the stack, triages it and takes it down.
    private static func triage(
        _ fault: DemoFault?, _ invocation: Invocation
    ) async throws -> ExitCode {
        let stack = try DemoStack(fault: fault)
        defer { stack.stop() }
        narrate(fault.map { "Breaking it: \($0.story)." } ?? "A healthy stack.", invocation)
        narrate("$ diagnose triage\n", invocation)
        var inside = invocation
        inside.world.workingDirectory = stack.directory
        inside.world.environment = [:]
        inside.arguments.values[Flag.set.name] = stack.variables
            .map { "\($0.key)=\($0.value)" }.sorted()
        let catalog = Catalog.load(sources: [DemoStack.runbook])
        let session = try TriageSession(inside, catalog: catalog)
        return try await session.report(try session.plan(catalog.runbooks))
    }

    private static func narrate(_ text: String, _ invocation: Invocation) {
        if !invocation.printsJSON { Output.print(text + "\n") }
    }
}
