/// What a value looks like within base64 (RFC 4648), wherever it starts in what was encoded.
///
/// Base64 writes three bytes as four signs, so a value has three forms, by how many bytes stand
/// before its own in its group. Only signs that are the value's alone belong to the form.
enum Base64Forms {
    /// The forms in the plain and the URL-safe alphabet.
    static func forms(of value: [UInt8]) -> Set<ValueForms.Form> {
        var forms: Set<ValueForms.Form> = []
        for lead in 0..<3 {
            let form = form(of: value, behind: lead)
            forms.insert(form)
            var safe = form
            safe.bytes = form.bytes.map { byte in
                switch byte {
                case UInt8(ascii: "+"): UInt8(ascii: "-")
                case UInt8(ascii: "/"): UInt8(ascii: "_")
                default: byte
                }
            }
            forms.insert(safe)
        }
        return forms
    }

    private static func form(of value: [UInt8], behind lead: Int) -> ValueForms.Form {
        let bits = (lead + value.count) * 8
        let first = (lead * 8 + 5) / 6
        let last = bits / 6
        let padded = Array(repeating: 0, count: lead) + value + [0, 0]
        let signs = (first..<max(first, last)).map { sign -> UInt8 in
            let byte = sign * 6 / 8
            let pair = UInt16(padded[byte]) << 8 | UInt16(padded[byte + 1])
            return alphabet[Int(pair >> UInt16(10 - sign * 6 % 8) & 63)]
        }
        return ValueForms.Form(
            bytes: signs, reachesBack: lead > 0, reachesOn: bits % 6 != 0)
    }

    /// What was encoded, with or without the signs that fill it up; `nil` where it is no base64.
    static func decoded(_ signs: ArraySlice<UInt8>) -> [UInt8]? {
        let filled = signs.reversed().drop { $0 == UInt8(ascii: "=") }.reversed()
        guard filled.count % 4 != 1 else { return nil }
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        for (position, sign) in filled.enumerated() {
            guard let value = alphabet.firstIndex(of: sign) else { return nil }
            bits = bits << 6 | UInt32(value)
            // From the second sign of a group on, each completes a byte.
            let rest = (position % 4 + 1) * 6 % 8
            if position % 4 > 0 { bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(rest))) }
        }
        return bytes
    }

    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}
