import Catalog
import Probes
import Report

/// `diagnose lint`: says what is wrong in runbooks.
enum LintCommand {
    static let definition = CommandDefinition(
        name: "lint",
        abstract: "Say what is wrong in runbooks",
        operands: "[PATH…]",
        discussion: """
            Without PATH it reads the runbooks that the other commands would. Exits 65 on an error.
            """,
        flags: Flag.catalog + Flag.printing,
        examples: [
            .init(line: "diagnose lint", meaning: "all runbooks that are found from here"),
            .init(line: "diagnose lint docs/runbooks/payments.md", meaning: "one runbook"),
        ],
        run: run)

    private static func run(_ invocation: Invocation) async throws -> ExitCode {
        let finder = RunbookFinder(invocation)
        let paths = invocation.arguments.operands
        let catalog = try paths.isEmpty ? finder.catalog() : finder.read(paths).catalog
        let diagnostics = catalog.allDiagnostics
        if invocation.printsJSON {
            Output.print(DiagnosticJSON.document(of: diagnostics))
        } else {
            Output.print(DiagnosticText.lines(of: diagnostics, style: invocation.style))
            Output.print(summary(of: catalog, diagnostics: diagnostics))
        }
        return diagnostics.contains { $0.severity == .error } ? .invalidRunbook : .healthy
    }

    private static func summary(of catalog: Catalog, diagnostics: [Diagnostic]) -> String {
        let counts = Diagnostic.Severity.allCases.compactMap { severity -> String? in
            let count = diagnostics.count { $0.severity == severity }
            return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
        }
        let found = counts.isEmpty ? "nothing to complain about" : counts.joined(separator: ", ")
        return "\(catalog.runbooks.count) runbooks, \(catalog.entries.count) entries: \(found)\n"
    }
}
