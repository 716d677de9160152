import Markdown

/// Words that someone typed, as Markdown that reads as these words.
public enum MarkdownWords {
    /// The words as they are where Markdown leaves them so, code spans included; else with every
    /// mark escaped (CommonMark 0.31.2, 2.4).
    public static func markdown(of words: String) -> String {
        let inlines = InlineText(words, at: Position(line: 1, column: 1)).inlines
        let isPlain = inlines.allSatisfy { inline in
            switch inline {
            case .text, .code: true
            default: false
            }
        }
        let shown = RichText.plain(inlines)
        let bare = words.replacing("`", with: "")
        if isPlain, shown == words || (words.contains("`") && shown == bare) { return words }
        var escaped = String.UnicodeScalarView()
        for scalar in words.unicodeScalars {
            if "\\`*_[]<>&~#".unicodeScalars.contains(scalar) { escaped.append("\\") }
            escaped.append(scalar)
        }
        return String(escaped)
    }

    /// Words as a code span, whose fence is longer than any inside it (CommonMark 0.31.2, 6.1).
    public static func code(_ words: String) -> String {
        if words.isEmpty { return "" }
        var longest = 0
        var run = 0
        for byte in words.utf8 {
            run = byte == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: longest + 1)
        let margin = words.hasPrefix("`") || words.hasSuffix("`") ? " " : ""
        return fence + margin + words + margin + fence
    }
}
