import Catalog

extension MarkdownReport {
    /// Running text in which nothing is markup (CommonMark 2.4, backslash escapes).
    static func plain(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.printable.unicodeScalars {
            if "\\`*_[]<>#|~!$@&".unicodeScalars.contains(scalar) { result.append("\\") }
            result.append(scalar)
        }
        return String(result)
    }

    /// A code span on one line.
    static func code(_ text: String) -> String { MarkdownWords.code(text.printable) }

    /// A fenced block of texts, the lines of each kept.
    static func block(_ texts: [String], info: String) -> String {
        let lines = texts.flatMap(\.pastedLines).map(\.printable)
        let longest = lines.map(longestRun).max() ?? 0
        let fence = String(repeating: "`", count: max(3, longest + 1))
        return "\(fence)\(info)\n" + lines.map { $0 + "\n" }.joined() + fence + "\n"
    }

    /// A cell of a table, in which a bar ends it even inside code (GFM, Tables).
    static func cell(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var isEscaped = false
        for scalar in text.unicodeScalars {
            if scalar == "|", !isEscaped { result.append("\\") }
            isEscaped = scalar == "\\" && !isEscaped
            result.append(scalar)
        }
        return String(result)
    }

    private static func longestRun(in text: String) -> Int {
        var longest = 0
        var run = 0
        for scalar in text.unicodeScalars {
            run = scalar == "`" ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }
}
