/// Cuts text into words and identifiers.
///
/// `asyncio.Lock` gives the parts `asyncio` and `lock` and the whole `asyncio.lock`;
/// `MEDIAMTX_WHIP_BASE` gives three parts and the whole; `sessionId` gives `session`, `id` and
/// `sessionid`. Works on bytes: invalid UTF-8 does no harm.
enum Tokenizer {
    /// What a token is within its text.
    enum Kind: UInt8 {
        /// A word that stands alone.
        case word
        /// A part of an identifier.
        case part
        /// A part of a name in mixed case, such as the `live` of `LiveKit`.
        case hump
        /// A whole identifier of several parts.
        case whole
    }

    /// One token: a range of bytes and what it is.
    struct Token: Equatable {
        /// The offset of its first byte.
        var start: Int
        /// The offset behind its last byte.
        var end: Int
        /// What it is.
        var kind: Kind
    }

    /// Longer runs are no words but encoded data.
    static let longestToken = 64

    /// Calls a closure for every token, the parts of an identifier before the whole.
    @inline(__always)
    static func forEachToken(
        in text: UnsafeBufferPointer<UInt8>, _ body: (Token) -> Void
    ) {
        var position = 0
        while position < text.count {
            let separator = separatorLength(text, position)
            if separator > 0 {
                position += separator
                continue
            }
            let end = chunkEnd(text, from: position)
            emitChunk(text, position, end, body)
            position = end
        }
    }

    /// The tokens as an array, for queries and tests.
    static func tokens(in text: UnsafeBufferPointer<UInt8>) -> [Token] {
        var tokens: [Token] = []
        forEachToken(in: text) { tokens.append($0) }
        return tokens
    }

    // MARK: Chunks

    /// How many bytes of no word stand at a place: 0 where a word starts or goes on.
    ///
    /// Symbols and punctuation beyond ASCII (U+0080–U+00BF, U+2000–U+2FFF, U+3000–U+303F) separate;
    /// letters beyond ASCII do not.
    @inline(__always)
    private static func separatorLength(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
        let byte = text[index]
        if byte < 0x80 { return byte.isASCIIAlphanumeric || byte == underscore ? 0 : 1 }
        if byte == 0xE2 { return min(3, text.count - index) }
        if byte == 0xC2 { return min(2, text.count - index) }
        if byte == 0xE3, index + 1 < text.count, text[index + 1] == 0x80 {
            return min(3, text.count - index)
        }
        return 0
    }

    /// Where the run of words ends that single joiners hold together.
    @inline(__always)
    private static func chunkEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        while index < text.count {
            if separatorLength(text, index) == 0 {
                index += 1
            } else if isJoiner(text[index]), index > start, index + 1 < text.count,
                separatorLength(text, index + 1) == 0
            {
                index += 1
            } else {
                break
            }
        }
        return index
    }

    private static let underscore = UInt8(ascii: "_")
    private static let apostrophe = UInt8(ascii: "'")
    private static let period = UInt8(ascii: ".")

    /// Whether a byte holds the parts of an identifier together: `. - / : @ '`
    @inline(__always)
    private static func isJoiner(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x2E, 0x2D, 0x2F, 0x3A, 0x40, apostrophe: true
        default: false
        }
    }

    /// Emits the parts of a chunk and, where there are several, the whole.
    @inline(__always)
    private static func emitChunk(
        _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ body: (Token) -> Void
    ) {
        var parts = 0
        var partStart = start
        var isNumeric = true
        var hasApostrophe = false
        for index in start..<end {
            let byte = text[index]
            if byte == underscore || isJoiner(byte) {
                parts += 1
                if byte == apostrophe { hasApostrophe = true }
            }
            if !byte.isASCIIDigit, byte != period { isNumeric = false }
        }
        guard parts > 0 else { return emitPart(text, start, end, .word, body) }
        // The parts of `500.002.1001` are no codes of their own.
        guard !isNumeric else { return emitWhole(start, end, .word, body) }
        if hasApostrophe, parts == 1 { return emitContraction(text, start, end, body) }
        for index in start..<end where text[index] == underscore || isJoiner(text[index]) {
            emitPart(text, partStart, index, .part, body)
            partStart = index + 1
        }
        emitPart(text, partStart, end, .part, body)
        emitWhole(start, end, .whole, body)
    }

    /// Emits `doesn` and `t` of `doesn't`, which denies, and `portal` of `portal's`.
    @inline(__always)
    private static func emitContraction(
        _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ body: (Token) -> Void
    ) {
        for index in start..<end where text[index] == apostrophe {
            emitPart(text, start, index, .word, body)
            let denies = end - index == 2 && text[index + 1] | 0x20 == UInt8(ascii: "t")
            if denies || end - index > 3 { emitPart(text, index + 1, end, .word, body) }
            return
        }
    }

    @inline(__always)
    private static func emitWhole(
        _ start: Int, _ end: Int, _ kind: Kind, _ body: (Token) -> Void
    ) {
        if end > start, end - start <= longestToken {
            body(Token(start: start, end: end, kind: kind))
        }
    }

    /// Emits a part, before it the words that its mixed case shows.
    @inline(__always)
    private static func emitPart(
        _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ kind: Kind,
        _ body: (Token) -> Void
    ) {
        guard end > start else { return }
        var humpStart = start
        var index = start + 1
        while index < end {
            if isHump(text, index, end) {
                emitWhole(humpStart, index, .hump, body)
                humpStart = index
            }
            index += 1
        }
        if humpStart > start { emitWhole(humpStart, end, .hump, body) }
        emitWhole(start, end, kind, body)
    }

    /// Whether a new word starts inside a name in mixed case: at `I` of `sessionId`, `S` of
    /// `HTTPServer`.
    @inline(__always)
    private static func isHump(
        _ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int
    ) -> Bool {
        guard text[index].isASCIIUppercase else { return false }
        if text[index - 1].isASCIILowercase { return true }
        return text[index - 1].isASCIIUppercase && index + 1 < end
            && text[index + 1].isASCIILowercase && index + 2 < end
    }
}
