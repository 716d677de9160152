import Markdown

/// One sentence of running text.
struct Sentence {
    /// The sentence as plain text.
    var text: String
    /// The code spans in it.
    var codeSpans: [String]

    /// The code spans that are commands to paste.
    var commands: [String] { codeSpans.filter(ShellCommand.isCommand) }
}

/// Cuts text into sentences.
enum Sentences {
    /// Abbreviations that a full stop does not end.
    private static let abbreviations: Set<String> = [
        "e.g.", "i.e.", "etc.", "vs.", "approx.", "incl.", "cf.", "no.", "resp.", "eg.", "ie.",
    ]

    /// The sentences of inline content in order; none ends inside a code span.
    static func split(_ inlines: [Inline]) -> [Sentence] {
        let plain = PlainText(inlines)
        var spans = plain.codeSpans[...]
        return ranges(of: plain.bytes, protecting: plain.codeSpans).compactMap { range in
            var own: [String] = []
            while let span = spans.first, span.range.lowerBound < range.upperBound {
                own.append(span.code)
                spans.removeFirst()
            }
            let text = String(decoding: plain.bytes[range], as: UTF8.self).trimmedBlanks
            return text.isEmpty ? nil : Sentence(text: text, codeSpans: own)
        }
    }

    /// The sentences of plain text in order.
    static func split(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return ranges(of: bytes, protecting: []).compactMap { range in
            let sentence = String(decoding: bytes[range], as: UTF8.self).trimmedBlanks
            return sentence.isEmpty ? nil : sentence
        }
    }

    /// Where the sentences stand; a mark ends one only before a blank, and a full stop none before a
    /// lower-case letter.
    private static func ranges(
        of bytes: [UInt8], protecting spans: [PlainText.CodeSpan]
    ) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        var spans = spans[...]
        for index in bytes.indices where isMark(bytes[index]) {
            while let span = spans.first, span.range.upperBound <= index { spans.removeFirst() }
            if let span = spans.first, span.range.contains(index) { continue }
            guard isEnd(bytes, at: index), !endsWithAbbreviation(bytes[start...index]) else {
                continue
            }
            ranges.append(start..<(index + 1))
            start = index + 1
        }
        if start < bytes.count { ranges.append(start..<bytes.count) }
        return ranges
    }

    private static func isMark(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
    }

    /// Whether a sentence ends at a mark.
    private static func isEnd(_ bytes: [UInt8], at index: Int) -> Bool {
        guard index + 2 < bytes.count, bytes[index + 1] == 0x20 else { return false }
        if bytes[index] == UInt8(ascii: "?") { return true }
        let next = bytes[index + 2]
        return !(next >= UInt8(ascii: "a") && next <= UInt8(ascii: "z"))
    }

    private static func endsWithAbbreviation(_ bytes: ArraySlice<UInt8>) -> Bool {
        let word = bytes.suffix(8).split(separator: 0x20).last ?? []
        return abbreviations.contains(String(decoding: word, as: UTF8.self).lowercased())
    }
}
