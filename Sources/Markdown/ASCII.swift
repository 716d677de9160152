/// Names for the ASCII bytes that mean something in Markdown.
extension UInt8 {
    static var tab: UInt8 { 0x09 }
    static var lineFeed: UInt8 { 0x0A }
    static var carriageReturn: UInt8 { 0x0D }
    static var space: UInt8 { 0x20 }
    static var exclamationMark: UInt8 { 0x21 }
    static var quotationMark: UInt8 { 0x22 }
    static var numberSign: UInt8 { 0x23 }
    static var ampersand: UInt8 { 0x26 }
    static var apostrophe: UInt8 { 0x27 }
    static var openParenthesis: UInt8 { 0x28 }
    static var closeParenthesis: UInt8 { 0x29 }
    static var asterisk: UInt8 { 0x2A }
    static var plus: UInt8 { 0x2B }
    static var hyphen: UInt8 { 0x2D }
    static var period: UInt8 { 0x2E }
    static var slash: UInt8 { 0x2F }
    static var colon: UInt8 { 0x3A }
    static var semicolon: UInt8 { 0x3B }
    static var lessThan: UInt8 { 0x3C }
    static var equals: UInt8 { 0x3D }
    static var greaterThan: UInt8 { 0x3E }
    static var questionMark: UInt8 { 0x3F }
    static var at: UInt8 { 0x40 }
    static var openBracket: UInt8 { 0x5B }
    static var backslash: UInt8 { 0x5C }
    static var closeBracket: UInt8 { 0x5D }
    static var underscore: UInt8 { 0x5F }
    static var backtick: UInt8 { 0x60 }
    static var openBrace: UInt8 { 0x7B }
    static var pipe: UInt8 { 0x7C }
    static var closeBrace: UInt8 { 0x7D }
    static var tilde: UInt8 { 0x7E }

    /// Whether it is a space or a tab, the whitespace within a line.
    var isSpaceOrTab: Bool { self == .space || self == .tab }

    /// Whether it is ASCII whitespace, line ends included.
    var isWhitespace: Bool { self == .space || (self >= 0x09 && self <= 0x0D) }

    /// Whether it is `0` to `9`.
    var isDigit: Bool { self >= 0x30 && self <= 0x39 }

    /// Whether it is an ASCII letter.
    var isLetter: Bool { lowered >= 0x61 && lowered <= 0x7A }

    /// Whether it is an ASCII letter or digit.
    var isAlphanumeric: Bool { isLetter || isDigit }

    /// Whether it is a digit of a hexadecimal number.
    var isHexadecimalDigit: Bool { isDigit || (lowered >= 0x61 && lowered <= 0x66) }

    /// Whether it is ASCII punctuation, which a backslash may escape.
    var isPunctuation: Bool {
        switch self {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }

    /// The byte with ASCII capitals as small letters, and some control and punctuation bytes
    /// moved, which does no harm where only letters are compared.
    var lowered: UInt8 { self | 0x20 }
}
