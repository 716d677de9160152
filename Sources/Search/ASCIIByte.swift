/// Questions about single bytes of UTF-8 text, without the cost of `Character`.
extension UInt8 {
    /// Whether it is `0` to `9`.
    @inline(__always) var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }

    /// Whether it is `a` to `z`.
    @inline(__always) var isASCIILowercase: Bool { self >= 0x61 && self <= 0x7A }

    /// Whether it is `A` to `Z`.
    @inline(__always) var isASCIIUppercase: Bool { self >= 0x41 && self <= 0x5A }

    /// Whether it is an ASCII letter or digit.
    @inline(__always) var isASCIIAlphanumeric: Bool {
        isASCIIDigit || (self | 0x20).isASCIILowercase
    }

    /// Whether it is whitespace or a control character.
    @inline(__always) var isASCIISpace: Bool { self <= 0x20 }

    /// The small letter of an ASCII capital; any other byte unchanged.
    @inline(__always) var asciiLowercased: UInt8 { isASCIIUppercase ? self | 0x20 : self }
}
