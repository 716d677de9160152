/// Finds the password in `scheme://user:password@host` (RFC 3986, 3.2.1).
enum AddressPassword {
    /// The places of the passwords.
    static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
        bytes.places(of: "://").compactMap { range(behind: $0 + 3, in: bytes) }
    }

    private static func range(behind start: Int, in bytes: [UInt8]) -> Range<Int>? {
        let end = bytes.end(from: start) { !$0.isBlank && !enders.contains($0) }
        let authorityEnd = bytes[start..<end].firstIndex(where: pathStarts.contains) ?? end
        guard let colon = bytes[start..<authorityEnd].firstIndex(of: UInt8(ascii: ":")) else {
            return nil
        }
        let authority = bytes[colon..<authorityEnd].lastIndex(of: UInt8(ascii: "@"))
        if let at = authority { return (colon + 1)..<at }
        // A password in which `/`, `?` or `#` was not escaped ends further on; behind a port
        // an `@` belongs to the path.
        guard !bytes[(colon + 1)..<authorityEnd].allSatisfy(\.isDigit),
            let at = bytes[colon..<end].lastIndex(of: UInt8(ascii: "@"))
        else { return nil }
        return (colon + 1)..<at
    }

    private static let enders = Set("\"'<>`".utf8)
    private static let pathStarts = Set("/?#".utf8)
}
