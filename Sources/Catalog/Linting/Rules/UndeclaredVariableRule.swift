/// A variable of a probe line that has no value anywhere in the runbook.
///
/// It has one where front matter declares it, be it without a default, or where the line gives one:
/// `${NAME:-default}`.
enum UndeclaredVariableRule: LintRule {
    static let description = RuleDescription(
        "undeclared-variable", .warning,
        "A probe line uses a variable that front matter does not declare, or writes one wrongly")

    static func check(_ page: LintedRunbook) -> [Diagnostic] {
        let declared = page.runbook.variables.map(\.name)
        let known = Set(declared)
        var told: Set<String> = []
        return (page.runbook.probeLines + page.runbook.collections).flatMap {
            line -> [Diagnostic] in
            let unknown = line.variables.filter {
                $0.defaultValue == nil && !known.contains($0.name) && told.insert($0.name).inserted
            }
            let findings = unknown.map { reference in
                let written = "${\(reference.name)}"
                let nearest = NearestName.hint(for: reference.name, in: declared)
                let advice =
                    nearest.isEmpty
                    ? "; declare it, or write ${\(reference.name):-default}" : nearest
                return finding(
                    "'\(written)' is none of the runbook's variables\(advice)",
                    at: place(of: written, in: line, page))
            }
            return findings + malformed(in: line, page)
        }
    }

    /// What looks like a variable and is read as plain text.
    private static func malformed(in line: ProbeLine, _ page: LintedRunbook) -> [Diagnostic] {
        let texts = [line.subject] + line.conditions.map(\.value)
        guard texts.contains(where: isMalformed) else { return [] }
        return [
            finding(
                "'${' starts no variable here; write ${NAME} or ${NAME:-default}, or $${ for the "
                    + "characters", at: place(of: "${", in: line, page))
        ]
    }

    /// Whether a `${` is left once all variables are taken out.
    private static func isMalformed(_ text: String) -> Bool {
        guard text.holds("${"),
            case .expanded(let rest) = VariableReference.expand(text, with: { _ in "" })
        else { return false }
        // `$$` has become one dollar, which is meant as it stands.
        return rest.offset(of: "${") != nil && !text.holds("$$")
    }

    private static func place(
        of written: String, in line: ProbeLine, _ page: LintedRunbook
    ) -> SourceLocation {
        let start = line.location
        let found = page.lines.find(
            written, from: start.line, column: start.column, through: start.line)
        return page.place(line: start.line, column: found?.column ?? start.column)
    }
}
