import Foundation
import Triage

/// A text with a name and a value a line, such as `docker: 27.1` or `HOME=/root`.
struct KeyedLines {
    /// The values by name; of a name that stands twice the first counts.
    private(set) var values: [String: String] = [:]

    /// What stands for a value that is not shown.
    private static let hidden = " is set"

    /// Reads a text, tokens of secrets made the same: their numbers mean nothing in another bundle.
    ///
    /// A line such as `# service portal` begins a section, whose names are told apart from others'.
    init(_ text: String) {
        var section = ""
        for line in TokenNumbers.removed(from: text).split(separator: "\n") {
            if line.hasPrefix("# ") {
                section = " (\(line.dropFirst(2).prefix { $0 != ";" }))"
                continue
            }
            let isHidden = line.hasSuffix(Self.hidden)
            let parts = line.dropLast(isHidden ? Self.hidden.count : 0)
                .split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "=" || $0 == ":" }
            guard let word = parts.first.map(Self.trimmed), !word.isEmpty else { continue }
            let name = word + section
            let value = isHidden ? "set" : parts.count > 1 ? Self.trimmed(parts[1]) : ""
            if values[name] == nil { values[name] = value }
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
        text.trimmingCharacters(in: .whitespaces)
    }
}
