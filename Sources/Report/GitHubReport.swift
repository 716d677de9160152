import Catalog
import Triage

/// A verdict as workflow commands of GitHub Actions: an annotation for each root at the line of the
/// runbook that found it, a notice for what follows, a warning for what could not be observed.
public enum GitHubReport {
    /// The commands, a line each; the last line says the verdict in the log.
    public static func lines(of report: RunReport) -> String {
        let verdict = report.verdict
        let roots = verdict.problems
        let evidence = Set(roots.flatMap { $0.evidence.map(\.line) })
        let effects = verdict.results(.fail).filter { !evidence.contains($0.line) }
        return roots.map(annotation).joined()
            + effects.map { annotation(.note, of: $0, title: "\($0.component) fails, too") }
            .joined()
            + verdict.results(.unknown).map {
                annotation(.warning, of: $0, title: "could not be observed")
            }.joined()
            + "\(verdict.health.rawValue): \(verdict.headline)".printable + "\n"
    }

    /// A root, at its first failing line.
    private static func annotation(_ root: Problem) -> String {
        guard let first = root.evidence.first else { return "" }
        let entry = root.entry.map { " (\($0.id))" } ?? ""
        return annotation(
            .error, of: first, title: "\(root.component): \(root.reason)\(entry)")
    }

    private static func annotation(
        _ severity: Diagnostic.Severity, of result: ProbeResult, title: String
    ) -> String {
        let expected = result.outcome == .fail ? "\nexpected \(result.expected)" : ""
        return GitHubAnnotations.line(
            severity, title: title, at: result.line.location,
            "\(result.line.text)\nsaw \(result.observed)\(expected)")
    }
}
