extension [UInt8] {
    /// The byte at a place, `nil` outside.
    func byte(at place: Int) -> UInt8? { indices.contains(place) ? self[place] : nil }

    /// Whether the text stands at a place.
    func holds(_ text: StaticString, at place: Int) -> Bool {
        let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        guard place >= 0, count - place >= wanted.count else { return false }
        for offset in wanted.indices where self[place + offset] != wanted[offset] { return false }
        return true
    }

    /// Whether the text, which is in small letters, stands at a place in whatever letter case.
    func holdsLetters(_ text: StaticString, at place: Int) -> Bool {
        let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        guard place >= 0, count - place >= wanted.count else { return false }
        for offset in wanted.indices where self[place + offset].lowered != wanted[offset] {
            return false
        }
        return true
    }

    /// The first place from the given one on whose byte is not one of the wanted, or the limit.
    @inline(__always)
    func end(from place: Int, within limit: Int = .max, while isWanted: (UInt8) -> Bool) -> Int {
        let stop = limit < count - place ? place + limit : count
        var end = place
        while end < stop, isWanted(self[end]) { end += 1 }
        return end
    }

    /// The place of the text from a place on, looked for in so many bytes.
    func place(of text: StaticString, from start: Int, within limit: Int) -> Int? {
        let first = text.utf8Start.pointee
        let stop = Swift.min(count, start + limit)
        var place = start
        while place < stop {
            if self[place] == first, holds(text, at: place) { return place }
            place += 1
        }
        return nil
    }

    /// The bytes with `%41` read as the byte it stands for (RFC 3986, 2.1).
    var percentDecoded: [UInt8] {
        guard contains(UInt8(ascii: "%")) else { return self }
        var decoded: [UInt8] = []
        var place = 0
        while place < count {
            if self[place] == UInt8(ascii: "%"), place + 2 < count,
                let high = self[place + 1].hexDigit, let low = self[place + 2].hexDigit
            {
                decoded.append(high << 4 | low)
                place += 3
            } else {
                decoded.append(self[place])
                place += 1
            }
        }
        return decoded
    }
}

extension UInt8 {
    /// Whether it is an ASCII letter.
    var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
    /// Whether it is a capital ASCII letter.
    var isCapital: Bool { (0x41...0x5A).contains(self) }
    /// Whether it is an ASCII digit.
    var isDigit: Bool { (0x30...0x39).contains(self) }
    /// Whether it is a letter or a digit.
    var isAlphanumeric: Bool { isLetter || isDigit }
    /// Whether it is a blank or ends a line.
    var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
    /// The small letter of a capital one, everything else as it is.
    var lowered: UInt8 { isCapital ? self | 0x20 : self }
    /// The value of a hexadecimal digit.
    var hexDigit: UInt8? {
        switch self {
        case 0x30...0x39: self - 0x30
        case 0x41...0x46, 0x61...0x66: (self | 0x20) - 0x61 + 10
        default: nil
        }
    }
    /// Whether it may stand in base64, plain or URL-safe (RFC 4648).
    var isBase64: Bool {
        isAlphanumeric || self == UInt8(ascii: "+") || self == UInt8(ascii: "/")
            || self == UInt8(ascii: "=") || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
    }
    /// Whether words, names and most keys are made of it: letters, digits and `_ - .`.
    @inline(__always)
    var isWordByte: Bool {
        isAlphanumeric || self == UInt8(ascii: "_") || self == UInt8(ascii: "-")
            || self == UInt8(ascii: ".")
    }
}

extension Sequence<UInt8> {
    /// The bytes as text, broken UTF-8 replaced.
    var text: String { String(decoding: Array(self), as: UTF8.self) }
}
