import Report

/// `diagnose escalate`: the note that goes with a hand-off.
enum EscalateCommand {
    static let definition = CommandDefinition(
        name: "escalate",
        abstract: "Write the note that goes with a hand-off",
        operands: "[FILE]",
        operandSource: .path,
        discussion: """
            From the bundle FILE; without one it runs triage now. The note is Markdown. The same bundle
            always gives the same note.
            """,
        flags: Flag.catalog + Flag.probing + [.quiet],
        examples: [
            .init(
                line: "diagnose escalate incident.tar.gz", meaning: "for a ticket, from a bundle"),
            .init(line: "diagnose escalate", meaning: "look now, and write the note"),
        ],
        run: run)

    private static func run(_ invocation: Invocation) async throws -> ExitCode {
        let operands = invocation.arguments.operands
        if operands.count > 1 { throw UsageError.unexpectedOperand(operands[1]) }
        let session = EscalationSession(invocation: invocation)
        let handOff: HandOff
        if let path = operands.first {
            handOff = try await session.handOff(of: path)
        } else {
            handOff = try await session.handOffOfNow()
        }
        if Interruption.happened { return .interrupted }
        Output.print(EscalationNote.text(of: handOff))
        return .healthy
    }
}
