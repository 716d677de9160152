/// The numbers of tokens such as `[redacted:3]`, which mean something within one bundle only.
enum TokenNumbers {
    private static let opening = "[redacted:"
    /// More digits than the number of any token has.
    private static let mostDigits = 9

    /// The highest number in a text, 0 where it has none.
    static func highest(in text: String) -> Int {
        var highest = 0
        _ = mapped(text) { number in
            highest = max(highest, number)
            return ""
        }
        return highest
    }

    /// The text with all tokens the same, for comparing texts of two bundles.
    static func removed(from text: String) -> String { mapped(text) { _ in "[redacted]" } }

    private static func mapped(_ text: String, _ replacement: (Int) -> String) -> String {
        guard text.contains(opening) else { return text }
        var parts = text.split(separator: opening, omittingEmptySubsequences: false)[...]
        var result = String(parts.popFirst() ?? "")
        for part in parts {
            let digits = part.prefix { $0.isASCII && $0.isNumber }
            let rest = part.dropFirst(digits.count)
            if digits.count <= mostDigits, let number = Int(digits), rest.hasPrefix("]") {
                result += replacement(number) + rest.dropFirst()
            } else {
                result += opening + part
            }
        }
        return result
    }
}
