/// Finds the front matter that a text starts with.
struct FrontMatterScanner {
    /// The front matter, if there is one.
    private(set) var frontMatter: FrontMatterText?
    /// Where the text behind it starts.
    private(set) var offset = 0
    /// The line number there.
    private(set) var line = 1

    /// Looks at the start of a normalised text.
    init(_ text: ByteText) {
        var scanner = LineScanner(text)
        guard scanner.nextLine(), let syntax = Self.syntax(opening: scanner) else { return }
        var lines: [String] = []
        var hasSeenContent = false
        while scanner.nextLine() {
            if Self.isClosed(syntax, by: scanner) {
                frontMatter = FrontMatterText(syntax: syntax, lines: lines, firstLine: 2)
                offset = min(scanner.end + 1, text.count)
                line = scanner.number + 1
                return
            }
            if !hasSeenContent, !scanner.isBlank {
                // A document may open with a thematic break; then prose follows, after a gap.
                guard lines.isEmpty || Self.isKey(scanner) else { return }
                hasSeenContent = true
            }
            lines.append(text.string(scanner.start..<scanner.end))
        }
    }

    private static func syntax(opening line: LineScanner) -> FrontMatterText.Syntax? {
        if isFence("---", line) { return .yaml }
        return isFence("+++", line) ? .toml : nil
    }

    private static func isClosed(
        _ syntax: FrontMatterText.Syntax, by line: LineScanner
    ) -> Bool {
        switch syntax {
        case .yaml: isFence("---", line) || isFence("...", line)
        case .toml: isFence("+++", line)
        }
    }

    /// Whether a line is that fence with nothing but spaces behind it.
    private static func isFence(_ fence: StaticString, _ line: LineScanner) -> Bool {
        line.text.hasPrefix(fence, at: line.start, end: line.end)
            && line.text.skippingSpaces(from: line.start + 3, end: line.end) == line.end
    }

    /// Whether a line starts with a word and a colon or equals sign.
    private static func isKey(_ line: LineScanner) -> Bool {
        var index = line.contentOffset
        while index < line.end {
            let byte = line.text[index]
            if byte == .colon || byte == .equals { return index > line.contentOffset }
            guard byte.isAlphanumeric || byte == .underscore || byte == .hyphen || byte == .space
            else { return false }
            index += 1
        }
        return false
    }
}
