/// Finds secrets by what stands around them rather than by their value.
enum SecretShape {
    /// What finds the secrets of one shape: the places of their bytes in a text.
    private static let finders: [@Sendable ([UInt8]) -> [Range<Int>]] = [
        AddressPassword.ranges, AuthorizationCredentials.ranges, WebToken.ranges,
        PrivateKeyBlock.ranges, IssuedKey.ranges, NamedValue.ranges,
    ]

    /// The places of all secrets in a text, in order, those that overlap joined.
    static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
        let found = finders.flatMap { $0(bytes) }.filter { !$0.isEmpty }
            .sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
        return found.reduce(into: []) { joined, range in
            if let last = joined.last, range.lowerBound < last.upperBound {
                joined[joined.count - 1] =
                    last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                joined.append(range)
            }
        }
    }

    /// The password of an address such as `postgresql://user:password@host/name`.
    static func addressPassword(of text: String) -> String? {
        let bytes = Array(text.utf8)
        return AddressPassword.ranges(in: bytes).first
            .map { String(decoding: bytes[$0], as: UTF8.self) }
    }
}

extension [UInt8] {
    /// Whether the text stands at a place.
    func holds(_ text: StaticString, at place: Int) -> Bool {
        let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        guard place >= 0, count - place >= wanted.count else { return false }
        return self[place..<(place + wanted.count)].elementsEqual(wanted)
    }

    /// The places where the text stands, from the first on.
    func places(of text: StaticString) -> [Int] {
        indices.filter { self[$0] == text.utf8Start.pointee && holds(text, at: $0) }
    }

    /// The first place from the given one on whose byte is not one of the wanted.
    func end(from place: Int, while isWanted: (UInt8) -> Bool) -> Int {
        var end = place
        while end < count, isWanted(self[end]) { end += 1 }
        return end
    }
}

extension UInt8 {
    /// Whether it is an ASCII letter.
    var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
    /// Whether it is an ASCII digit.
    var isDigit: Bool { (0x30...0x39).contains(self) }
    /// Whether it is a blank or ends a line.
    var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
    /// Whether it may stand in base64, plain or URL-safe (RFC 4648).
    var isBase64: Bool {
        isLetter || isDigit || self == UInt8(ascii: "+") || self == UInt8(ascii: "/")
            || self == UInt8(ascii: "=") || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
    }
}
