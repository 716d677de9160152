/// Remembers for the names in a text what they say: logs repeat a few names over and over.
struct SecretNames {
    private var known: [[UInt8]: SecretName.Weight] = [:]

    private static let longestName = 64
    private static let mostNames = 4096

    /// What the name that stands at a place says of its value.
    mutating func weight(of name: Range<Int>, in bytes: [UInt8]) -> SecretName.Weight {
        if name.count == 3, let weight = Self.weightOfShortName(name, in: bytes) { return weight }
        guard name.count <= Self.longestName, Self.maySaySecret(name, in: bytes) else {
            return .none
        }
        let key = Array(bytes[name])
        if let weight = known[key] { return weight }
        let weight = SecretName.weight(of: key.text)
        if known.count < Self.mostNames { known[key] = weight }
        return weight
    }

    /// Names that say secret in one place alone: `?key=` as Google's services take it, `&sig=` of
    /// Azure's signed addresses, `;Pwd=` of connection strings.
    private static func weightOfShortName(
        _ name: Range<Int>, in bytes: [UInt8]
    ) -> SecretName.Weight? {
        switch bytes.byte(at: name.lowerBound - 1) {
        case UInt8(ascii: "?"), UInt8(ascii: "&"):
            let isKey =
                bytes.holdsLetters("key", at: name.lowerBound)
                || bytes.holdsLetters("sig", at: name.lowerBound)
            return isKey ? .parameter : nil
        case UInt8(ascii: ";"):
            return bytes.holdsLetters("pwd", at: name.lowerBound) ? .strong : nil
        default: return nil
        }
    }

    /// Whether the name has a part of one of the words that say secret, told quickly.
    private static func maySaySecret(_ name: Range<Int>, in bytes: [UInt8]) -> Bool {
        name.contains { place in
            switch bytes[place].lowered {
            case UInt8(ascii: "a"): bytes.holdsLetters("auth", at: place)
            case UInt8(ascii: "c"):
                bytes.holdsLetters("cred", at: place) || bytes.holdsLetters("cookie", at: place)
            case UInt8(ascii: "j"): bytes.holdsLetters("jwt", at: place)
            case UInt8(ascii: "k"): bytes.holdsLetters("key", at: place)
            case UInt8(ascii: "m"): bytes.holdsLetters("mnemonic", at: place)
            case UInt8(ascii: "o"): bytes.holdsLetters("otp", at: place)
            case UInt8(ascii: "p"):
                bytes.holdsLetters("pass", at: place) || bytes.holdsLetters("pwd", at: place)
            case UInt8(ascii: "s"):
                bytes.holdsLetters("secret", at: place) || bytes.holdsLetters("sign", at: place)
                    || bytes.holdsLetters("salt", at: place)
                    || bytes.holdsLetters("sess", at: place)
            case UInt8(ascii: "t"): bytes.holdsLetters("token", at: place)
            default: false
            }
        }
    }
}
