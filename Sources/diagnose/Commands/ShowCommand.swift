import Catalog
import Report

/// `diagnose show`: prints entries whole.
enum ShowCommand {
    static let definition = CommandDefinition(
        name: "show",
        abstract: "Print an entry whole",
        operands: "ID…",
        operandSource: .entry,
        flags: Flag.catalog + Flag.printing,
        examples: [
            .init(line: "diagnose show voxbento/ic-02", meaning: "everything known about it"),
            .init(line: "diagnose show voxbento/code-4003", meaning: "the meaning of a close code"),
        ],
        run: run)

    private static func run(_ invocation: Invocation) async throws -> ExitCode {
        let catalog = try RunbookFinder(invocation).catalog()
        let entries = try invocation.entries(in: catalog, example: "diagnose show voxbento/ic-02")
        if invocation.printsJSON {
            Output.print(CatalogJSON.document(of: entries, diagnostics: []))
        } else {
            let style = invocation.style
            let flags = invocation.repeatedFlags
            Output.print(
                entries.map { EntryText.report(of: $0, flags: flags, style: style) }
                    .joined(separator: "\n"))
        }
        return .healthy
    }
}
