import Report

/// `diagnose schema`: prints the JSON Schemas of what the program prints as JSON.
enum SchemaCommand {
    static let definition = CommandDefinition(
        name: "schema",
        abstract: "Print the JSON Schema of a document",
        operands: "[NAME]",
        operandSource: .words(DocumentSchema.all.map(\.name)),
        discussion: """
            Every document names its schema and version, as diagnose.verdict/1. A new version may
            leave out or change members; within one, members are only added. Without NAME it lists
            them.
            """,
        flags: [],
        examples: [
            .init(line: "diagnose schema", meaning: "the documents there are"),
            .init(
                line: "diagnose schema verdict",
                meaning: "what `triage --output json` prints, as JSON Schema 2020-12"),
        ],
        run: run)

    private static func run(_ invocation: Invocation) async throws -> ExitCode {
        guard let name = invocation.arguments.operands.first else {
            let width = DocumentSchema.all.map(\.name.count).max() ?? 0
            for schema in DocumentSchema.all {
                Output.print(HelpText.row(schema.name, schema.abstract, width: width) + "\n")
            }
            return .healthy
        }
        try invocation.refuseOperands(behind: 1)
        guard let schema = DocumentSchema.all.first(where: { $0.name == name }) else {
            throw UsageError.unknownName(
                noun: "document", name: name, known: DocumentSchema.all.map(\.name))
        }
        Output.print(schema.text)
        return .healthy
    }
}
