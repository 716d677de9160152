/// Finds the password in `scheme://user:password@host` (RFC 3986, 3.2.1), and in what MySQL's driver
/// for Go takes, `user:password@tcp(host:3306)/name`.
enum AddressPassword {
    /// The place of the password of an address whose authority starts at a place; a variable that
    /// stands for it is none.
    static func range(behind start: Int, in bytes: [UInt8]) -> Range<Int>? {
        let password = written(behind: start, in: bytes)
        return password.flatMap { isVariable(bytes[$0]) ? nil : $0 }
    }

    /// Whether it is `$NAME` or `${…}`, as a shell writes them.
    private static func isVariable(_ value: ArraySlice<UInt8>) -> Bool {
        guard value.first == UInt8(ascii: "$") else { return false }
        let name = value.dropFirst()
        if name.first == UInt8(ascii: "{") {
            return name.firstIndex(of: UInt8(ascii: "}")) == value.endIndex - 1
        }
        return !name.isEmpty && name.allSatisfy { $0.isCapital || $0.isDigit || $0 == 0x5F }
    }

    private static func written(behind start: Int, in bytes: [UInt8]) -> Range<Int>? {
        // The colons of an address of IPv6 part no user from a password.
        if bytes.byte(at: start) == UInt8(ascii: "[") { return nil }
        let authorityEnd = bytes.end(from: start, within: longest) {
            !$0.isBlank && !enders.contains($0) && !"/?#".utf8.contains($0)
        }
        guard let colon = bytes[start..<authorityEnd].firstIndex(of: UInt8(ascii: ":")) else {
            return nil
        }
        let authority = bytes[colon..<authorityEnd].lastIndex(of: UInt8(ascii: "@"))
        if let at = authority { return (colon + 1)..<at }
        // A password in which `/`, `?` or `#` was not escaped ends further on; behind a port
        // an `@` belongs to the path.
        guard !bytes[(colon + 1)..<authorityEnd].allSatisfy(\.isDigit) else { return nil }
        let end = bytes.end(from: authorityEnd, within: longestUser) {
            !$0.isBlank && !enders.contains($0)
        }
        return bytes[colon..<end].lastIndex(of: UInt8(ascii: "@")).map { (colon + 1)..<$0 }
    }

    /// The place of the password before an `@` that begins `@tcp(` or `@unix(`.
    static func range(before at: Int, in bytes: [UInt8]) -> Range<Int>? {
        guard bytes.holds("@tcp(", at: at) || bytes.holds("@unix(", at: at) else { return nil }
        var start = at
        while start > max(0, at - longestUser), !bytes[start - 1].isBlank,
            !enders.contains(bytes[start - 1]), bytes[start - 1] != UInt8(ascii: "=")
        {
            start -= 1
        }
        guard let colon = bytes[start..<at].firstIndex(of: UInt8(ascii: ":")) else { return nil }
        return (colon + 1)..<at
    }

    private static let longest = 2048
    private static let longestUser = 256
    private static let enders = Set("\"'<>`\\".utf8)
}
