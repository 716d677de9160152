/// Finds addresses of IPv4 and IPv6 (RFC 4291, 2.2), all but those that every machine has, such as
/// `127.0.0.1`, `0.0.0.0`, `::1`: they say nothing of anyone.
enum NetworkAddress {
    /// The place of the address that begins at a place.
    static func range(from start: Int, in bytes: [UInt8]) -> Range<Int>? {
        if let last = bytes.byte(at: start - 1), last.isWordByte || last == UInt8(ascii: ":") {
            return nil
        }
        return version4(from: start, in: bytes) ?? version6(from: start, in: bytes)
    }

    private static func version4(from start: Int, in bytes: [UInt8]) -> Range<Int>? {
        var numbers: [Int] = []
        var place = start
        while numbers.count < 4 {
            let end = bytes.end(from: place, within: 4, while: \.isDigit)
            guard end > place, end - place <= 3,
                let number = Int(bytes[place..<end].text), number < 256
            else { return nil }
            numbers.append(number)
            place = end
            if numbers.count < 4 {
                guard bytes.byte(at: place) == UInt8(ascii: ".") else { return nil }
                place += 1
            }
        }
        if let next = bytes.byte(at: place), next.isAlphanumeric || next == UInt8(ascii: "_") {
            return nil
        }
        // A further number makes it the version of something.
        if bytes.byte(at: place) == UInt8(ascii: "."), bytes.byte(at: place + 1)?.isDigit ?? false {
            return nil
        }
        let isEverywhere = numbers[0] == 127 || numbers.allSatisfy { $0 == 0 || $0 == 255 }
        return isEverywhere ? nil : start..<place
    }

    private static func version6(from start: Int, in bytes: [UInt8]) -> Range<Int>? {
        let end = bytes.end(from: start, within: 46) {
            $0.hexDigit != nil || $0 == UInt8(ascii: ":")
        }
        if let next = bytes.byte(at: end), next.isAlphanumeric || next == UInt8(ascii: "_") {
            return nil
        }
        let groups = bytes[start..<end].split(
            separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard (3...9).contains(groups.count), groups.allSatisfy({ $0.count <= 4 }) else {
            return nil
        }
        let empty = groups.filter(\.isEmpty).count
        let isShortened = bytes.place(of: "::", from: start, within: end - start) != nil
        // `12:30:45` and `a::b` of a program have fewer groups.
        guard
            isShortened ? empty <= 2 && groups.count - empty >= 3 : empty == 0 && groups.count == 8
        else { return nil }
        return start..<end
    }
}
