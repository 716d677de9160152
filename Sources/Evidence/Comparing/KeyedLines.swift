import Triage

/// A text with a name and a value a line, such as `docker: 27.1` or `HOME=/root`.
struct KeyedLines {
    /// The values by name; of a name that stands twice the first counts.
    private(set) var values: [String: String] = [:]

    /// Reads a text, tokens of secrets made the same: their numbers mean nothing in another bundle.
    init(_ text: String) {
        for line in TokenNumbers.removed(from: text).split(separator: "\n") {
            let parts = line.split(maxSplits: 1, omittingEmptySubsequences: false) {
                $0 == "=" || $0 == ":"
            }
            guard let name = parts.first.map(Self.trimmed), !name.isEmpty, !name.hasPrefix("#"),
                values[name] == nil
            else { continue }
            values[name] = parts.count > 1 ? Self.trimmed(parts[1]) : ""
        }
    }

    /// Values by name.
    init(values: [String: String]) { self.values = values }

    /// What is different in later lines.
    func change(to later: KeyedLines, of subject: SurroundingChange.Subject) -> SurroundingChange {
        let names = values.keys.sorted()
        return SurroundingChange(
            subject,
            added: later.values.keys.filter { values[$0] == nil }.sorted(),
            removed: names.filter { later.values[$0] == nil },
            changed: names.compactMap { name in
                guard let before = values[name], let after = later.values[name], before != after
                else { return nil }
                return .init(name: name, before: before, after: after)
            })
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop(while: \.isWhitespace)
        return String(start.prefix(start.count - start.reversed().prefix(while: \.isWhitespace).count))
    }
}
