import Markdown

/// Sets `last_verified` in front matter.
enum VerifiedFix {
    /// The edit that sets the day, or why there is none to make.
    static func edit(
        of page: LintedRunbook, to day: String
    ) -> (edit: SourceEdit?, refusal: Diagnostic?) {
        guard let text = page.document.frontMatter, text.syntax == .yaml else {
            return (
                nil, refusal(of: page, "it has no YAML front matter; add 'last_verified: \(day)'")
            )
        }
        let rule = LastVerifiedRule.description.name
        guard let line = page.runbook.keyLocations["last_verified"]?.line else {
            let edit = SourceEdit(
                .insert(
                    after: text.firstLine + text.lines.count - 1, lines: ["last_verified: \(day)"]),
                rule: rule, summary: "set last_verified to \(day)")
            return (edit, nil)
        }
        let content = page.lines.content(of: line)
        guard let value = value(in: content) else {
            return (nil, refusal(of: page, "its last_verified is not one plain value"))
        }
        let bytes = Array(content)
        if String(decoding: bytes[value], as: UTF8.self) == day { return (nil, nil) }
        let isBare =
            value.isEmpty && value.lowerBound > 0 && !bytes[value.lowerBound - 1].isASCIIBlank
        let edit = SourceEdit(
            .replace(line: line, bytes: value, text: isBare ? " " + day : day), rule: rule,
            summary: page.runbook.lastVerified.map { "set last_verified to \(day); it was \($0)" }
                ?? "set last_verified to \(day)")
        return (edit, nil)
    }

    private static func refusal(of page: LintedRunbook, _ reason: String) -> Diagnostic {
        Diagnostic(
            .note, rule: LastVerifiedRule.description.name, "last_verified not set: \(reason)",
            at: page.place(line: 1))
    }

    /// Where the value of `key: value # remark` stands within its line, quotes left out.
    private static func value(in content: ArraySlice<UInt8>) -> Range<Int>? {
        let bytes = Array(content)
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        var start = colon + 1
        while start < bytes.count, bytes[start].isASCIIBlank { start += 1 }
        guard start < bytes.count, bytes[start] != UInt8(ascii: "#") else {
            let place = min(start, bytes.count)
            return bytes.count == start ? place..<place : colon + 1..<colon + 1
        }
        let first = bytes[start]
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
            let closing = bytes[(start + 1)...].firstIndex(of: first)
            return closing.map { start + 1..<$0 }
        }
        guard !"[{|>&*!".utf8.contains(first) else { return nil }
        let end = bytes[start...].firstIndex(where: \.isASCIIBlank) ?? bytes.count
        return start..<end
    }
}
