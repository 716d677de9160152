import Catalog
import Probes
import Redaction

/// Which runbooks may have the user's secrets and run programs: those that come with the program,
/// and others where the user says so.
public struct RunbookTrust: Sendable {
    private let includesAll: Bool
    private let redactor: Redactor

    /// Decides for a run.
    ///
    /// - Parameters:
    ///   - ofAll: Whether the user trusts all runbooks that are read.
    ///   - redactor: Knows which values are secrets, whatever their variables are called.
    public init(ofAll: Bool, redactor: Redactor) {
        includesAll = ofAll
        self.redactor = redactor
    }

    /// Trusts shipped runbooks alone.
    public static let shipped = RunbookTrust(ofAll: false, redactor: Redactor())
    /// Trusts all, for plans that nothing is run of.
    public static let everything = RunbookTrust(ofAll: true, redactor: Redactor())

    /// What holds for the lines of a runbook; `nil` where it is trusted.
    ///
    /// A runbook's own default is none of the user's secrets. What the user gives with `--set` is:
    /// it is given to a name, and any runbook may use the name.
    public func confinement(of runbook: Runbook, variables: VariableScope) -> Confinement? {
        if includesAll || runbook.isEmbedded { return nil }
        let redactor = redactor
        return Confinement { name in
            guard let value = variables.value(of: name), !value.isEmpty else { return false }
            return SecretName.isSecret(name) || redactor.holdsSecret(value)
        }
    }
}
