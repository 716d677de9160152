/// Finds the values in `Cookie` and `Set-Cookie` headers (RFC 6265, 4); names and attributes stay.
enum CookieHeader {
    /// Whether the word is the header's name.
    static func isName(_ word: Range<Int>, in bytes: [UInt8]) -> Bool {
        switch word.count {
        case 6: bytes.holdsLetters("cookie", at: word.lowerBound)
        case 7: bytes.holdsLetters("cookie2", at: word.lowerBound)
        case 10:
            bytes.holdsLetters("set-cookie", at: word.lowerBound)
                || bytes.holdsLetters("set_cookie", at: word.lowerBound)
        default: false
        }
    }

    /// Where the header ends.
    static func end(of pair: NamedValue.Pair, in bytes: [UInt8]) -> Int {
        bytes.end(from: pair.start, within: longest) { byte in
            byte != 0x0A && byte != 0x0D && byte != pair.quote
                && (pair.quote != nil || !"\"'".utf8.contains(byte))
        }
    }

    /// The places of the values.
    ///
    /// - Parameter isSet: Whether the header sets one cookie, so that attributes stand behind it.
    static func ranges(
        in header: Range<Int>, of bytes: [UInt8], isSet: Bool
    ) -> [Range<Int>] {
        let end = header.upperBound
        var ranges: [Range<Int>] = []
        var place = header.lowerBound
        while place < end {
            let cookieEnd = bytes.end(from: place, within: end - place) { $0 != UInt8(ascii: ";") }
            let sign = bytes.end(from: place, within: cookieEnd - place) {
                $0 != UInt8(ascii: "=")
            }
            if sign < cookieEnd {
                let valueEnd = bytes.end(from: sign + 1, within: cookieEnd - sign - 1) { byte in
                    !byte.isBlank && byte != UInt8(ascii: ",")
                }
                if isSecret(bytes[(sign + 1)..<valueEnd]) { ranges.append((sign + 1)..<valueEnd) }
            }
            if isSet { break }
            place = cookieEnd + 1
        }
        return ranges
    }

    /// A short word such as `dark` or `en-GB` is a setting; an empty one takes the cookie away.
    private static func isSecret(_ value: ArraySlice<UInt8>) -> Bool {
        guard value.count >= 6 else { return false }
        return value.count > 10 || value.contains(where: \.isDigit)
    }

    private static let longest = 16 << 10
}
