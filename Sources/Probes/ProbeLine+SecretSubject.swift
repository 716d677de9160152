import Catalog
import Redaction

extension ProbeLine {
    /// The line as it may be shown: where the subject of its kind is a secret, its token stands for
    /// it, unless the line only names the variable that holds it.
    public func withoutSecretSubject(_ redactor: Redactor) -> ProbeLine {
        guard ProbeRegistry.kind(named: kind)?.schema.subject.isSecret == true,
            !isVariableAlone(subject)
        else { return self }
        var shown = self
        shown.subject = redactor.token(for: subject)
        // The text holds the subject as it was quoted, so it is put together anew.
        let words =
            [kind, shown.subject]
            + conditions.map { $0.key + $0.comparison.rawValue + $0.value }
        shown.text = (try? ProbeLine(words: words))?.text ?? "\(kind) \(shown.subject)"
        return shown
    }

    /// Whether a text is one `${NAME}` and nothing else; a default value may be a secret itself.
    private func isVariableAlone(_ text: String) -> Bool {
        let references = VariableReference.references(in: text)
        guard references.count == 1, let reference = references.first else { return false }
        return text == "${\(reference.name)}"
    }
}
