import Catalog
import Probes

/// Fills the placeholders of a fix with what was observed, and leaves the others as they are.
struct PlaceholderFilling {
    private let values: [String: String]

    /// Gathers what is known.
    ///
    /// - Parameters:
    ///   - service: The compose service at fault, for `<service>` and its like; `nil` where the
    ///     component is none.
    ///   - evidence: Failing results; a placeholder named as a kind's subject is filled with the
    ///     first that failed, so `{path}` with the path of a `mediamtx` line.
    ///   - variables: Values by variable name, which win over what was observed.
    init(service: String?, evidence: [ProbeResult], variables: [String: String]) {
        var values: [String: String] = [:]
        for result in evidence.reversed() {
            guard let kind = ProbeRegistry.kind(named: result.line.kind) else { continue }
            let name = kind.schema.subject.name.lowercased()
            if let subject = result.failingSubjects.first {
                values[name] = subject
            } else if !result.line.subject.contains(where: { "*$".contains($0) }) {
                values[name] = result.line.subject
            }
        }
        for name in ["service", "component", "container"] { values[name] = service }
        values.merge(variables) { _, given in given }
        self.values = values.filter { Self.isHarmless($0.value) }
    }

    /// Whether a value may go into a command that someone will paste: observed names are outside
    /// text, and `$(…)` in one of them must not reach a shell.
    private static func isHarmless(_ value: String) -> Bool {
        !value.isEmpty && !value.hasPrefix("-")
            && value.unicodeScalars.allSatisfy { scalar in
                scalar.isASCII
                    && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                        || "._-/:@+".unicodeScalars.contains(scalar))
            }
    }

    /// The fix with its placeholders filled, and marked where it destroys data by now.
    func fill(_ fix: Fix) -> Fix {
        var filled = Fix(
            text: fill(fix.text), commands: fix.commands.map(fill),
            isDestructive: fix.isDestructive)
        filled.isDestructive = filled.destroysData
        return filled
    }

    /// The text with `<name>`, `{name}` and `${name}` filled where the value is known.
    private func fill(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(where: { $0 == "<" || $0 == "{" }) {
            let close: Character = rest[open] == "<" ? ">" : "}"
            let inside = rest[rest.index(after: open)...].prefix {
                $0.isLetter || $0.isNumber || $0 == "_"
            }
            let end = inside.endIndex
            guard end < rest.endIndex, rest[end] == close, let value = values[String(inside)] else {
                result += rest[...open]
                rest = rest[rest.index(after: open)...]
                continue
            }
            let before = rest[..<open]
            result += close == "}" && before.hasSuffix("$") ? before.dropLast() : before
            result += value
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }
}
