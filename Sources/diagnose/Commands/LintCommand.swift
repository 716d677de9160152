import Catalog
import Probes
import Report

/// `diagnose lint`: says what is wrong in runbooks, and mends what is mechanical.
enum LintCommand {
    private static let output = Flag(
        name: Flag.output.name, value: "FORMAT", choices: ["text", "json", "sarif", "github"],
        help: "text (default), json, sarif or github annotations")
    private static let fix = Flag(
        name: "fix", help: "mend what is mechanical: give entries their ids as anchors")
    private static let verified = Flag(
        name: "verified", help: "with --fix, set last_verified to today")
    private static let rules = Flag(name: "rules", help: "list what lint looks for")

    static let definition = CommandDefinition(
        name: "lint",
        abstract: "Say what is wrong in runbooks",
        operands: "[PATH…]",
        operandSource: .path,
        discussion: """
            Without PATH it reads the runbooks that the other commands would. Exits 65 on an error;
            warnings and notes are advice. Ordinary documents are not asked for what only this
            program wants. --fix changes no shipped runbook, and nothing but the places it names.
            """,
        flags: [output, fix, verified, rules] + Flag.catalog + [.color],
        examples: [
            .init(line: "diagnose lint", meaning: "all runbooks that are found from here"),
            .init(line: "diagnose lint docs/runbooks/payments.md", meaning: "one runbook"),
            .init(line: "diagnose lint --fix docs/runbooks", meaning: "mend a folder of them"),
            .init(
                line: "diagnose lint --fix --verified docs/runbooks/payments.md",
                meaning: "after checking it against the system: say so, with today's date"),
            .init(
                line: "diagnose lint --output sarif docs > lint.sarif",
                meaning: "for a code-scanning service; --output github annotates a pull request"),
            .init(line: "diagnose lint --rules", meaning: "the rules, each with its name"),
        ],
        run: run)

    /// Every rule that may speak.
    static var descriptions: [RuleDescription] {
        LintRuleRegistry.descriptions + ProbeLineValidation.rules + SecretUseValidation.rules
    }

    private static func run(_ invocation: Invocation) async throws -> ExitCode {
        let arguments = invocation.arguments
        if arguments.has(verified), !arguments.has(fix) { throw UsageError.needs(verified, fix) }
        if arguments.has(rules) { return try printRules(invocation) }
        var loaded = try load(invocation)
        var code = ExitCode.healthy
        if arguments.has(fix) {
            let day = arguments.has(verified) ? invocation.world.clock.today : nil
            let fixing = RunbookFixing(
                world: invocation.world, verified: day, printsText: format(invocation) == "text")
            if try fixing.fix(loaded.catalog, from: loaded.sources) {
                loaded = try load(invocation)
            } else {
                code = .internalError
            }
        }
        let diagnostics = loaded.catalog.allDiagnostics(
            adding: Linter.diagnostics(
                of: loaded.catalog, from: loaded.sources, in: invocation.lintSurroundings))
        show(diagnostics, of: loaded.catalog, invocation)
        if code != .healthy { return code }
        return diagnostics.contains { $0.severity == .error } ? .invalidRunbook : .healthy
    }

    private static func printRules(_ invocation: Invocation) throws(UsageError) -> ExitCode {
        try invocation.refuseOperands()
        if invocation.arguments.has(fix) { throw .conflict(rules, fix) }
        let format = Self.format(invocation)
        guard Flag.output.choices.contains(format) else {
            throw .invalidValue(output, value: format, wants: "text or json with --rules")
        }
        Output.print(
            invocation.printsJSON
                ? RuleText.document(of: descriptions)
                : RuleText.report(of: descriptions, style: invocation.style))
        return .healthy
    }

    private static func load(
        _ invocation: Invocation
    ) throws(UsageError) -> (catalog: Catalog, sources: [RunbookSource]) {
        let finder = RunbookFinder(invocation)
        let paths = invocation.arguments.operands
        guard !paths.isEmpty else { return try finder.loaded() }
        if invocation.arguments.has(.runbooks) {
            throw .other("PATH and --runbooks exclude each other")
        }
        let found = try finder.read(paths)
        return (found.catalog, found.sources)
    }

    private static func format(_ invocation: Invocation) -> String {
        invocation.arguments.value(of: output) ?? "text"
    }

    private static func show(
        _ diagnostics: [Diagnostic], of catalog: Catalog, _ invocation: Invocation
    ) {
        switch format(invocation) {
        case "json": Output.print(DiagnosticJSON.document(of: diagnostics))
        case "sarif":
            Output.print(
                SARIFDocument.document(
                    of: diagnostics, rules: descriptions, version: Version.current))
        case "github": Output.print(GitHubAnnotations.lines(of: diagnostics))
        default:
            Output.print(DiagnosticText.lines(of: diagnostics, style: invocation.style))
            Output.print(summary(of: catalog, diagnostics: diagnostics))
        }
    }

    private static func summary(of catalog: Catalog, diagnostics: [Diagnostic]) -> String {
        let counts = Diagnostic.Severity.allCases.compactMap { severity -> String? in
            let count = diagnostics.count { $0.severity == severity }
            return count == 0 ? nil : counted(count, severity.rawValue)
        }
        let found = counts.isEmpty ? "nothing to complain about" : counts.joined(separator: ", ")
        let runbooks = counted(catalog.runbooks.count, "runbook")
        let entries =
            catalog.entries.count == 1 ? "1 entry" : "\(catalog.entries.count) entries"
        return "\(runbooks), \(entries): \(found)\n"
    }

    private static func counted(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
}

extension Invocation {
    /// What lies around the runbooks that lint looks at.
    fileprivate var lintSurroundings: LintSurroundings {
        let world = world
        return LintSurroundings(today: world.clock.today) { path in
            world.files.exists(world.absolutePath(path))
        } read: { path in
            try? world.files.read(world.absolutePath(path), limit: RunbookFinder.sizeLimit)
        }
    }
}
