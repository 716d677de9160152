import Catalog

/// What holds for the lines of a runbook that nobody vouched for: they may look, and neither take a
/// secret along nor run, change or read what a look does not need.
///
/// Secrets stay where they are unless the kind declares that a word of its line never leaves this
/// program (``ProbeSchema/Subject/staysInside``); what conditions compare stays inside.
public struct Confinement {
    private let isSecret: (String) -> Bool

    /// Confines lines.
    ///
    /// - Parameter isSecret: Whether a variable has a value, and that value is a secret of the
    ///   user's.
    public init(isSecret: @escaping (String) -> Bool) { self.isSecret = isSecret }

    /// Why a line may not be run, before anything is filled in; `nil` where it may.
    func breach(by line: ProbeLine, of schema: ProbeSchema) -> Breach? {
        let names = Self.leavingVariables(of: line, schema).filter(isSecret)
        return names.isEmpty ? nil : .usesSecrets(names)
    }

    /// The variables of a line whose values would leave this program, each once, in order.
    public static func leavingVariables(of line: ProbeLine) -> [String] {
        guard let kind = ProbeRegistry.kind(named: line.kind) else { return [] }
        return leavingVariables(of: line, kind.schema)
    }

    private static func leavingVariables(of line: ProbeLine, _ schema: ProbeSchema) -> [String] {
        let texts =
            (schema.subject.staysInside ? [] : [line.subject])
            + line.conditions.filter { schema.leaves($0.key) }.map(\.value)
        var seen: Set<String> = []
        return texts.flatMap(VariableReference.references).map(\.name)
            .filter { seen.insert($0).inserted }
    }
}

extension ProbeSchema {
    /// Whether the value of a condition leaves this program: in a request, in an argument of
    /// another program, in its environment.
    func leaves(_ key: String) -> Bool {
        if let option = option(named: key) { return !option.staysInside }
        return observable(named: key)?.leaves ?? true
    }
}
