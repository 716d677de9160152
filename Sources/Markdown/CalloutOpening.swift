/// The first line of a callout.
struct CalloutOpening {
    /// How the lines inside are told.
    enum Body {
        /// By four columns of indentation (Python-Markdown admonitions, and tabs and details of
        /// PyMdown Extensions: `!!! note "Title"`, `??? note`, `=== "Tab"`).
        case indented
        /// By a closing line with at least as many colons (Docusaurus, VitePress, MyST: `:::note`).
        case fenced(colons: Int)
    }

    /// How the lines inside are told.
    let body: Body
    /// The callout without its blocks.
    let callout: Callout

    /// Recognises the start of a callout in a line.
    init?(_ line: LineScanner) {
        let (text, start) = (line.text, line.contentOffset)
        let end = text.trimmedEnd(from: start, end: line.end)
        let mark = text[start]
        let marksEnd = text.endOfRun(of: mark, from: start, end: end)
        if mark == .colon {
            guard marksEnd - start >= 3,
                let callout = Self.directive(line, from: marksEnd, end: end)
            else { return nil }
            (body, self.callout) = (.fenced(colons: marksEnd - start), callout)
        } else {
            guard marksEnd - start == 3,
                let callout = Self.admonition(line, mark: mark, from: marksEnd, end: end)
            else { return nil }
            (body, self.callout) = (.indented, callout)
        }
    }

    /// The number of colons of a line that is nothing else, if it closes a callout.
    static func closingColons(of line: LineScanner) -> Int? {
        guard line.indent < 4, line.first == .colon else { return nil }
        let start = line.contentOffset
        let end = line.text.endOfRun(of: .colon, from: start, end: line.end)
        guard end - start >= 3, line.text.skippingSpaces(from: end, end: line.end) == line.end
        else { return nil }
        return end - start
    }

    /// Reads ` kind "Title"` behind `!!!`, `???` or `???+`, and ` "Title"` behind `===`.
    private static func admonition(
        _ line: LineScanner, mark: UInt8, from marksEnd: Int, end: Int
    ) -> Callout? {
        let text = line.text
        let isTab = mark == .equals
        var index = marksEnd
        if mark == .questionMark || isTab, text[index] == .plus { index += 1 }
        let kindStart = text.skippingSpaces(from: index, end: end)
        let kindEnd = wordEnd(in: text, from: kindStart, end: end)
        guard kindStart > index, isTab == (kindEnd == kindStart) else { return nil }
        let kind = isTab ? "tab" : text.string(kindStart..<kindEnd).lowercased()
        let quote = text.index(of: .quotationMark, from: kindEnd, end: end)
        guard quote < end else { return isTab ? nil : Callout(kind: kind) }
        guard end - 1 > quote, text[end - 1] == .quotationMark else { return nil }
        return Callout(kind: kind, title: title(quote + 1..<end - 1, of: line))
    }

    /// Reads `kind[Title]`, ` kind Title`, `{kind} Title` or `{.kind}` behind the colons.
    private static func directive(_ line: LineScanner, from marksEnd: Int, end: Int) -> Callout? {
        let text = line.text
        var start = text.skippingSpaces(from: marksEnd, end: end)
        let isBraced = text[start] == .openBrace
        if isBraced { start += text[start + 1] == .period ? 2 : 1 }
        var index = wordEnd(in: text, from: start, end: end)
        guard index > start else { return nil }
        let kind = text.string(start..<index).lowercased()
        if isBraced {
            let close = text.index(of: .closeBrace, from: index, end: end)
            guard close < end else { return nil }
            index = close + 1
        }
        if text[index] == .openBracket {
            let close = text.index(of: .closeBracket, from: index, end: end)
            guard close < end else { return nil }
            return Callout(kind: kind, title: title(index + 1..<close, of: line))
        }
        guard index == end || text[index].isSpaceOrTab || text[index] == .openBrace else {
            return nil
        }
        let titleStart = text.skippingSpaces(from: index, end: end)
        let hasTitle = titleStart < end && text[titleStart] != .openBrace
        return Callout(kind: kind, title: hasTitle ? title(titleStart..<end, of: line) : nil)
    }

    private static func title(_ range: Range<Int>, of line: LineScanner) -> InlineText? {
        guard
            line.text.skippingSpaces(from: range.lowerBound, end: range.upperBound)
                < range.upperBound
        else { return nil }
        return InlineText(line.text.string(range), at: line.position(at: range.lowerBound))
    }

    /// Where a word of letters, digits and hyphens ends that starts with a letter.
    private static func wordEnd(in text: ByteText, from start: Int, end: Int) -> Int {
        guard text[start].isLetter else { return start }
        var index = start
        while index < end, text[index].isAlphanumeric || text[index] == .hyphen { index += 1 }
        return index
    }
}
