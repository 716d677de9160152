/// Finds telephone numbers: with a country's code (ITU-T E.164), in the groups of North America, and
/// behind a name such as `phone` or WhatsApp's `wa_id`.
enum TelephoneNumber {
    /// The place of the number that begins at a place.
    static func range(from start: Int, in bytes: [UInt8]) -> Range<Int>? {
        if let last = bytes.byte(at: start - 1), last.isWordByte || last == UInt8(ascii: "+") {
            return nil
        }
        guard bytes[start] == UInt8(ascii: "+") else { return grouped(from: start, in: bytes) }
        // No country's code begins with 0; the offset of a time zone does.
        guard let first = bytes.byte(at: start + 1), first.isDigit, first != UInt8(ascii: "0")
        else { return nil }
        var end = bytes.end(from: start + 1, within: 24) {
            $0.isDigit || " -.()/".utf8.contains($0)
        }
        while end > start, !bytes[end - 1].isDigit { end -= 1 }
        let digits = bytes[start..<end].count(where: \.isDigit)
        let isWord = bytes.byte(at: end)?.isLetter ?? false
        return (8...15).contains(digits) && !isWord ? start..<end : nil
    }

    /// `555-123-4567` and `(555) 123-4567`.
    private static func grouped(from start: Int, in bytes: [UInt8]) -> Range<Int>? {
        var place = start
        let isInParentheses = bytes[place] == UInt8(ascii: "(")
        if isInParentheses { place += 1 }
        for (position, length) in [3, 3, 4].enumerated() {
            let end = bytes.end(from: place, within: length + 1, while: \.isDigit)
            guard end - place == length else { return nil }
            place = end
            if position == 2 { break }
            let separator = bytes.end(from: place, within: 2) { " -.)".utf8.contains($0) }
            guard separator > place else { return nil }
            place = separator
        }
        if let next = bytes.byte(at: place), next.isWordByte, next != UInt8(ascii: ".") {
            return nil
        }
        return start..<place
    }

    /// The place of the digits behind a name and the sign at a place.
    static func range(namedBefore sign: Int, in bytes: [UInt8]) -> Range<Int>? {
        let end =
            bytes.byte(at: sign - 1).map { "\"'".utf8.contains($0) } ?? false ? sign - 1 : sign
        var start = end
        while start > max(0, end - 32), bytes[start - 1].isWordByte { start -= 1 }
        let name = bytes[start..<end].map(\.lowered).text
        guard names.contains(where: name.hasSuffix) else { return nil }
        let value = bytes.end(from: sign + 1, within: 4) { $0 == 0x20 || "\"'+".utf8.contains($0) }
        let last = bytes.end(from: value, within: 16, while: \.isDigit)
        return (7...15).contains(last - value) ? value..<last : nil
    }

    private static let names = [
        "phone", "phone_number", "phonenumber", "mobile", "msisdn", "wa_id", "whatsapp", "tel",
        "telephone", "fax", "recipient_id",
    ]
}
