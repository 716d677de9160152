/// The numbers that a document's entries bear in front of their titles, and the next one.
///
/// `IC-05: …` goes on with `IC-06: `, `Issue 3 — …` with `Issue 4 — `, `7. …` with `8. `.
struct TitleSeries {
    /// What stands in front of the next title, blank included; empty where entries have no numbers.
    let next: String
    /// Whether the number is a code, which is the entry's id.
    let isCode: Bool

    /// Goes on with the series that the last of some entries belongs to.
    ///
    /// - Parameters:
    ///   - last: The text of the last entry's line, without the marks of its block.
    ///   - others: The local ids of all entries, of which the highest number counts.
    init(after last: String, identifiers: [String]) {
        let scalars = Array(last.unicodeScalars.prefix(48))
        let start = scalars.firstIndex { $0.properties.numericType != nil && $0.isASCII }
        guard let start else {
            (next, isCode) = ("", false)
            return
        }
        let word = String(String.UnicodeScalarView(scalars[..<start]))
        let digits = scalars[start...].prefix { $0.isASCII && $0.properties.numericType != nil }
        let mark = Self.separator(behind: scalars[digits.endIndex...])
        let text = String(String.UnicodeScalarView(digits))
        let code = EntryIdentifier.parts(of: "\(word)\(text): x").code
        guard let mark, let number = Int(text), word.isEmpty || code != nil,
            !word.isEmpty || ".)".contains(mark.prefix(1))
        else {
            (next, isCode) = ("", false)
            return
        }
        let numbers = word.isEmpty ? [number] : Self.numbers(like: code ?? "", in: identifiers)
        let following = String((numbers.max() ?? number) + 1)
        let padding = String(repeating: "0", count: max(0, digits.count - following.count))
        next = word + (text.hasPrefix("0") ? padding : "") + following + mark
        isCode = !word.isEmpty
    }

    /// The numbers of the ids that are made like a code: `5` for `ic-05`.
    private static func numbers(like code: String, in identifiers: [String]) -> [Int] {
        let word = code.prefix { !($0.isASCII && $0.isNumber) }
        return identifiers.filter { $0.hasPrefix(word) }.compactMap {
            Int($0.dropFirst(word.count))
        }
    }

    /// What stands between a number and a title, such as `: ` or ` — `, if anything of the kind.
    private static func separator(behind scalars: ArraySlice<Unicode.Scalar>) -> String? {
        let mark = scalars.prefix { " :—–-.)".unicodeScalars.contains($0) }
        let text = String(String.UnicodeScalarView(mark))
        return text.hasSuffix(" ") && !text.allSatisfy { $0 == " " } ? text : nil
    }
}
