/// A string that logs or error messages show, with gaps that match anything.
///
/// Gaps are `%s` and its like, `<name>`, `{name}`, `${name}`, `...`, `…` and `*`. What does not
/// count is what a program's log format adds or drops: letter case, the length of a run of blanks,
/// a blank behind a colon, quotes, and backslashes, which JSON puts in front of quotes. Matching
/// takes time in proportion to the text, whatever the signature.
public struct Signature: Sendable, Hashable {
    /// The literal texts between the gaps, normalised, none of them empty.
    public let pieces: [[UInt8]]
    /// What stands in the pieces without a blank or quote inside, for searches of raw bytes.
    public let words: [SignatureWord]

    /// Names in brackets longer than this are text, not a gap.
    private static let longestGapName = 48

    /// Reads a signature as people write it.
    public init(_ text: String) {
        let pieces = Self.pieces(of: Self.normalised(text))
        self.pieces = pieces
        words = SignatureWord.words(of: text, in: pieces)
    }

    /// Reads a signature from text that is normalised already.
    public init(normalised text: [UInt8]) {
        pieces = Self.pieces(of: text)
        words = []
    }

    /// The literal texts between the gaps of a text that is normalised.
    private static func pieces(of text: [UInt8]) -> [[UInt8]] {
        var pieces: [[UInt8]] = []
        var piece: [UInt8] = []
        var index = 0
        while index < text.count {
            let gap = gapLength(text, index)
            if gap == 0 {
                piece.append(text[index])
                index += 1
            } else {
                pieces.append(piece)
                piece = []
                index += gap
            }
        }
        pieces.append(piece)
        return pieces.map(trimmed).filter { !$0.isEmpty }
    }

    /// How many bytes of it are no gap.
    public var literalCount: Int { pieces.reduce(0) { $0 + $1.count } }

    /// Whether a text contains the signature.
    public func matches(_ text: String) -> Bool { matches(Self.normalised(text)) }

    /// Whether a text, normalised already, contains the signature.
    public func matches(_ text: [UInt8]) -> Bool {
        !pieces.isEmpty && matchedLiteralCount(in: text) == literalCount
    }

    /// How many literal bytes a text has of it, its pieces looked for in order; a missing piece is
    /// skipped.
    public func matchedLiteralCount(in text: [UInt8]) -> Int {
        var position = 0
        var matched = 0
        for piece in pieces {
            if let end = ByteSearch.end(of: piece, in: text, from: position) {
                position = end
                matched += piece.count
            }
        }
        return matched
    }

    // MARK: Reading

    /// Text as signatures are compared, of which ``NormalisedByte`` says what counts.
    public static func normalised(_ text: String) -> [UInt8] { normalised(bytes: text.utf8) }

    /// A line as signatures are compared.
    public static func normalised(_ line: ArraySlice<UInt8>) -> [UInt8] { normalised(bytes: line) }

    private static func normalised(bytes text: some Sequence<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.underestimatedCount)
        for byte in text {
            switch NormalisedByte(byte) {
            case .dropped: continue
            case .blank: if NormalisedByte.keepsBlank(behind: bytes.last) { bytes.append(0x20) }
            case .literal(let literal): bytes.append(literal)
            }
        }
        if bytes.last == 0x20 { bytes.removeLast() }
        return bytes
    }

    private static func trimmed(_ piece: [UInt8]) -> [UInt8] {
        let head = piece.drop { $0 == 0x20 }
        guard let last = head.lastIndex(where: { $0 != 0x20 }) else { return [] }
        return Array(head[...last])
    }

    /// How many bytes of a gap start at a place; 0 where none does.
    private static func gapLength(_ text: [UInt8], _ index: Int) -> Int {
        switch text[index] {
        case UInt8(ascii: "*"): return 1
        case UInt8(ascii: "."):
            return text[index...].prefix { $0 == UInt8(ascii: ".") }.count >= 3
                ? text[index...].prefix { $0 == UInt8(ascii: ".") }.count : 0
        case 0xE2: return text[index...].starts(with: [0xE2, 0x80, 0xA6]) ? 3 : 0
        case UInt8(ascii: "%"): return formatLength(text, index)
        case UInt8(ascii: "<"): return bracketLength(text, index, close: UInt8(ascii: ">"))
        case UInt8(ascii: "{"): return bracketLength(text, index, close: UInt8(ascii: "}"))
        case UInt8(ascii: "$"):
            guard index + 1 < text.count, text[index + 1] == UInt8(ascii: "{") else { return 0 }
            let length = bracketLength(text, index + 1, close: UInt8(ascii: "}"))
            return length == 0 ? 0 : length + 1
        default: return 0
        }
    }

    /// The length of `%s`, `%d`, `%(name)s` and the like.
    private static func formatLength(_ text: [UInt8], _ index: Int) -> Int {
        var end = index + 1
        if end < text.count, text[end] == UInt8(ascii: "(") {
            guard let close = text[end...].prefix(longestGapName).firstIndex(of: UInt8(ascii: ")"))
            else { return 0 }
            end = close + 1
        }
        guard end < text.count else { return 0 }
        let letters: StaticString = "sdirfxvu@"
        let isFormat = letters.withUTF8Buffer { $0.contains(text[end]) }
        let isWord = end + 1 < text.count && text[end + 1].isASCIILetterOrDigit
        return isFormat && !isWord ? end + 1 - index : 0
    }

    /// The length of `<name>` or `{name}`.
    private static func bracketLength(_ text: [UInt8], _ index: Int, close: UInt8) -> Int {
        let window = text[(index + 1)...].prefix(longestGapName)
        guard let end = window.firstIndex(of: close) else { return 0 }
        let isName = text[(index + 1)..<end].allSatisfy { byte in
            byte.isASCIILetterOrDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
                || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":") || byte == 0x20
        }
        return isName ? end + 1 - index : 0
    }
}
