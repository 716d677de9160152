/// Takes colours and other escape sequences of terminals out of log text.
public enum EscapeSequences {
    /// The byte that starts one.
    static let escape: UInt8 = 0x1B

    /// The text without its escape sequences (ECMA-48, 5.4 and 5.6): `ESC [ 31 m`,
    /// `ESC ] 0 ; title BEL`, `ESC c`.
    public static func removed(from text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let first = text.withUnsafeBufferPointer { $0.offset(of: escape, in: $0.indices) }
        guard let first else { return text }
        var kept = Array(text.prefix(first))
        kept.reserveCapacity(text.count)
        var index = text.startIndex + first
        while index < text.endIndex {
            if text[index] == escape {
                index = end(ofSequenceAt: index, in: text)
            } else {
                kept.append(text[index])
                index += 1
            }
        }
        return kept[...]
    }

    /// The place behind a sequence; one that is not ended takes the rest of the line.
    private static func end(ofSequenceAt start: Int, in text: ArraySlice<UInt8>) -> Int {
        var index = start + 1
        guard index < text.endIndex else { return index }
        switch text[index] {
        case UInt8(ascii: "["):
            repeat {
                index += 1
            } while index < text.endIndex && !(0x40...0x7E).contains(text[index])
        case UInt8(ascii: "]"), UInt8(ascii: "P"):
            repeat {
                index += 1
            } while index < text.endIndex && text[index] != 0x07
                && !(text[index] == UInt8(ascii: "\\") && text[index - 1] == escape)
        default: break
        }
        return min(index + 1, text.endIndex)
    }
}
