import Catalog
import Redaction

/// Reads the patterns under `redact:` in the front matter of runbooks.
public enum TeamPatternValidation {
    /// The patterns that are some.
    public static func patterns(in runbooks: [Runbook]) -> [RedactionPattern] {
        runbooks.flatMap(\.redactions).compactMap { try? RedactionPattern($0.text) }
    }

    /// What is wrong with the others: what they were to hide would be shown.
    public static func diagnostics(for runbook: Runbook) -> [Diagnostic] {
        runbook.redactions.compactMap { pattern in
            do throws(RedactionPattern.Malformed) {
                _ = try RedactionPattern(pattern.text)
                return nil
            } catch {
                return Diagnostic(
                    .error, rule: "front-matter-redact",
                    "'\(pattern.text)' cannot be a pattern of what to hide: \(error)",
                    at: pattern.location)
            }
        }
    }
}
