import Markdown

/// Inline content as a reader sees it, with the places of its code spans.
struct PlainText {
    /// A code span and where it stands.
    struct CodeSpan {
        /// Its bytes in the text.
        var range: Range<Int>
        /// The code as written.
        var code: String
    }

    /// The UTF-8 of the text; line ends are blanks, runs of blanks one, none stand at the ends.
    private(set) var bytes: [UInt8] = []
    /// The code spans in order.
    private(set) var codeSpans: [CodeSpan] = []

    /// The text.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Flattens inline content.
    init(_ inlines: [Inline]) {
        bytes.reserveCapacity(96)
        append(inlines)
        while bytes.last == 0x20 { bytes.removeLast() }
    }

    private mutating func append(_ inlines: [Inline]) {
        for inline in inlines {
            switch inline {
            case .text(let text):
                append(text)
            case .code(let code):
                let start = bytes.count
                append(code)
                codeSpans.append(CodeSpan(range: start..<bytes.count, code: code))
            case .emphasis(let content), .strong(let content), .strikethrough(let content),
                .link(_, _, let content), .image(_, _, let content):
                append(content)
            case .softBreak, .lineBreak:
                append(" ")
            case .html(let tag):
                if RichText.isLineBreak(tag) { append(" ") }
            }
        }
    }

    /// Whether a text may be taken as it stands.
    private static func isClean(_ text: UnsafeBufferPointer<UInt8>, afterBlank: Bool) -> Bool {
        var endsWithBlank = afterBlank
        for byte in text {
            if byte.isASCIIBlank, endsWithBlank || byte != 0x20 { return false }
            endsWithBlank = byte.isASCIIBlank
        }
        return true
    }

    /// Adds text without doubling blanks.
    private mutating func append(_ text: String) {
        var endsWithBlank = bytes.last.map { $0 == 0x20 } ?? true
        text.withBytes { written in
            if Self.isClean(written, afterBlank: endsWithBlank) {
                return bytes.append(contentsOf: written)
            }
            for byte in written {
                if !byte.isASCIIBlank || !endsWithBlank {
                    bytes.append(byte.isASCIIBlank ? 0x20 : byte)
                }
                endsWithBlank = byte.isASCIIBlank
            }
        }
    }
}
