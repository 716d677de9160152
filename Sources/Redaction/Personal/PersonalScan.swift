/// Finds what says who someone is: e-mail addresses, telephone numbers, network addresses.
enum PersonalScan {
    /// The places of all of them; some may overlap.
    static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var place = 0
        while place < bytes.count {
            if let range = range(at: place, in: bytes) {
                found.append(range)
                place = max(place + 1, range.upperBound)
            } else {
                place += 1
            }
        }
        return found
    }

    /// The place of what begins at a place, or whose sign stands there.
    private static func range(at place: Int, in bytes: [UInt8]) -> Range<Int>? {
        switch bytes[place] {
        case UInt8(ascii: "@"): return MailAddress.range(around: place, in: bytes)
        case UInt8(ascii: "+"), UInt8(ascii: "("):
            return TelephoneNumber.range(from: place, in: bytes)
        case UInt8(ascii: "="), UInt8(ascii: ":"):
            return TelephoneNumber.range(namedBefore: place, in: bytes)
                ?? NetworkAddress.range(from: place, in: bytes)
        case let byte where byte.isDigit || byte.hexDigit != nil:
            if let last = bytes.byte(at: place - 1), last.isWordByte || last == UInt8(ascii: ":") {
                return nil
            }
            return NetworkAddress.range(from: place, in: bytes)
                ?? TelephoneNumber.range(from: place, in: bytes)
        default: return nil
        }
    }
}
