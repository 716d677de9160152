import Catalog
import Redaction

/// Says of a probe line that it sends a secret away, which only one of a trusted runbook may.
public enum SecretUseValidation {
    /// What it looks for.
    public static let rules = [
        RuleDescription(
            "secret-leaves", .note, "A probe line sends a secret away, for which it wants --trust")
    ]

    /// A note for each such variable, by its name: values are not known before a run.
    public static func diagnostics(for line: ProbeLine) -> [Diagnostic] {
        Confinement.leavingVariables(of: line).filter(SecretName.isSecret).map { name in
            Diagnostic(
                .note, rule: "secret-leaves",
                "'${\(name)}' is a secret that leaves with this line; run with --trust to let "
                    + "this runbook have it", at: place(of: name, in: line))
        }
    }

    /// The word that names the variable.
    private static func place(of name: String, in line: ProbeLine) -> SourceLocation {
        var location = line.location
        let condition = line.conditions.first { condition in
            VariableReference.references(in: condition.value).contains { $0.name == name }
        }
        let isInSubject = VariableReference.references(in: line.subject).contains {
            $0.name == name
        }
        if let condition, !isInSubject { location.column = condition.column }
        return location
    }
}
