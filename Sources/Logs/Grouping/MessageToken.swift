/// A word or sign of a message, known by a number alone.
///
/// Numbers of words come from their bytes, so that equal words of different lines and threads agree
/// without a common table.
struct MessageToken: Hashable {
    /// The number.
    let value: UInt64

    /// What stands for anything that changes from line to line.
    static let gap = MessageToken(value: 1)

    private init(value: UInt64) { self.value = value }

    /// A sign that stands alone.
    init(sign: UInt8) { value = 0x100 | UInt64(sign) }

    /// A word.
    init(word: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        // FNV-1a, 64 bits (Fowler, Noll, Vo), the lowest bits taken for what the word is.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var hasLetters = false
        var isDotted = false
        for index in range {
            let byte = word[index]
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
            if byte.isLetter || byte >= 0x80 { hasLetters = true }
            if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "@") { isDotted = true }
        }
        hash ^= hash >> 29
        value = (hash & ~3) | 1 << 63 | (isDotted ? 2 : 0) | (hasLetters ? 1 : 0)
    }

    /// Whether it is a word with letters, which may turn out to be a gap.
    var isWord: Bool { value >> 63 == 1 && value & 1 == 1 }

    /// Whether it is a word with a dot or an `@`, as names of hosts, files and people are.
    var isDotted: Bool { value >> 63 == 1 && value & 2 == 2 }

    /// Whether it is a gap or a word that may turn out to be one.
    var isReplaceable: Bool { self == .gap || isWord }
}

/// A token with its place in the message.
struct PlacedToken {
    /// What stands there.
    var token: MessageToken
    /// Where.
    var range: Range<Int>
}
