/// One section of an INI file, read as Python's `configparser` reads it; also good for the plain
/// keys of a TOML table.
struct SettingsSection {
    private var values: [String: String] = [:]
    /// Values that stand for `%(name)s` beside the section's own.
    private var defaults: [String: String]

    /// How often a value may refer to values that refer on, so that a circle ends.
    private static let deepestReference = 10
    /// How many bytes are read to fill one value in, so that values which double each other end.
    private static let longestReading = 1 << 20

    /// Reads a section; `nil` where the file has none of that name.
    ///
    /// - Parameters:
    ///   - name: The section, such as `alembic`.
    ///   - text: The whole file.
    ///   - defaults: What `%(name)s` may stand for from outside, such as `here`.
    init?(_ name: String, of text: String, defaults: [String: String]) {
        self.defaults = defaults
        var section: String?
        var isFound = false
        var key: String?
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let content = Self.trimmed(line)
            if content.isEmpty || content.hasPrefix("#") || content.hasPrefix(";") { continue }
            let isIndented = line.first == " " || line.first == "\t"
            if !isIndented, content.hasPrefix("["), content.hasSuffix("]") {
                section = Self.trimmed(content.dropFirst().dropLast()).description
                isFound = isFound || section == name
                key = nil
            } else if section == name || section == "DEFAULT" {
                key = read(content, isIndented, after: key, isDefault: section != name)
            }
        }
        if !isFound { return nil }
    }

    /// The value of a key, references filled in; `nil` where it is not set, or would grow beyond all
    /// bounds.
    func value(of key: String) -> String? {
        var remaining = Self.longestReading
        return value(of: key, depth: 0, &remaining)
    }

    /// Takes in a line: a key with its value, or more of the value before it.
    private mutating func read(
        _ content: Substring, _ isIndented: Bool, after previous: String?, isDefault: Bool
    ) -> String? {
        let separator = content.firstIndex { $0 == "=" || $0 == ":" }
        guard !isIndented || previous == nil, let separator else {
            if let previous { values[previous, default: ""] += "\n" + content }
            return previous
        }
        let key = Self.trimmed(content[..<separator]).lowercased()
        let value = String(Self.trimmed(content[content.index(after: separator)...]))
        if isDefault { defaults[key] = value } else { values[key] = value }
        return isDefault ? nil : key
    }

    private func value(of key: String, depth: Int, _ remaining: inout Int) -> String? {
        guard let raw = values[key] ?? defaults[key], depth < Self.deepestReference
        else { return nil }
        remaining -= max(1, raw.utf8.count)
        guard remaining >= 0 else { return nil }
        var filled = ""
        var rest = raw[...]
        while let percent = rest.firstIndex(of: "%") {
            filled += rest[..<percent]
            rest = rest[percent...]
            if rest.hasPrefix("%(") {
                // Python refuses a reference that does not end.
                guard let end = rest.firstRange(of: ")s") else { return filled + rest }
                let name = rest[..<end.lowerBound].dropFirst(2).lowercased()
                filled += value(of: name, depth: depth + 1, &remaining) ?? ""
                guard remaining >= 0 else { return nil }
                rest = rest[end.upperBound...]
            } else {
                filled += "%"
                rest = rest.hasPrefix("%%") ? rest.dropFirst(2) : rest.dropFirst()
            }
        }
        return filled + rest
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop(while: \.isWhitespace)
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return text
    }
}
