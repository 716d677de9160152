/// A set of ASCII bytes, asked without a look at each member.
struct ByteSet: Sendable, ExpressibleByStringLiteral {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    /// The characters of a text; such as are not ASCII are in no set.
    init(stringLiteral text: StaticString) {
        text.withUTF8Buffer { bytes in
            for byte in bytes {
                if byte < 64 { low |= 1 << UInt64(byte) }
                if byte >= 64, byte < 128 { high |= 1 << UInt64(byte - 64) }
            }
        }
    }

    /// Whether a byte is in the set.
    func contains(_ byte: UInt8) -> Bool {
        if byte < 64 { return low >> UInt64(byte) & 1 == 1 }
        return byte < 128 && high >> UInt64(byte - 64) & 1 == 1
    }
}
