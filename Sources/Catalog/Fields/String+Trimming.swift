extension StringProtocol where SubSequence == Substring {
    /// The text without white space at either end.
    var trimmedBlanks: String {
        trimmed { $0.isASCIIBlank }
    }

    /// The text without ASCII punctuation and white space at either end.
    var trimmedPunctuation: String { trimmed { $0.isBlankOrPunctuation } }

    /// The text without some bytes at either end.
    func trimmed(_ isUnwanted: (UInt8) -> Bool) -> String {
        var view = Substring(self).utf8
        guard let first = view.first, let last = view.last, isUnwanted(first) || isUnwanted(last)
        else { return String(self) }
        while let first = view.first, isUnwanted(first) { view.removeFirst() }
        while let last = view.last, isUnwanted(last) { view.removeLast() }
        return String(Substring(view))
    }
}

extension String {
    /// The words in lower case, cut at everything that is no letter, digit or apostrophe.
    var lowercasedWords: [String] {
        lowercasedASCII.split { !$0.isPartOfWord }
    }
}

extension String {
    /// The text without pictures and the blanks around them at its start.
    ///
    /// Emoji are the UTF-8 sequences from F0 9F and from E2 8C to E2 AF, joined by U+FE0F and U+200D.
    var withoutLeadingEmoji: String {
        guard let first = utf8.first, first >= 0xE2 else { return self }
        var bytes = Array(utf8)[...]
        while let lead = bytes.first {
            let next = bytes.dropFirst().first ?? 0
            let third = bytes.dropFirst(2).first ?? 0
            if lead == 0x20 {
                bytes.removeFirst()
            } else if lead == 0xF0, next == 0x9F {
                bytes = bytes.dropFirst(4)
            } else if (lead == 0xE2 && (0x8C...0xAF).contains(next))
                || (lead == 0xEF && next == 0xB8 && third == 0x8F)
                || (lead == 0xE2 && next == 0x80 && third == 0x8D)
            {
                bytes = bytes.dropFirst(3)
            } else {
                break
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension UInt8 {
    /// Whether the byte is an ASCII letter, digit or apostrophe or part of a longer character.
    fileprivate var isPartOfWord: Bool {
        isASCIILetter || isASCIIDigit || self == UInt8(ascii: "'") || self >= 0x80
    }

    /// Whether the byte is ASCII white space or punctuation.
    fileprivate var isBlankOrPunctuation: Bool {
        switch self {
        case 0x09...0x0D, 0x20...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }
}
