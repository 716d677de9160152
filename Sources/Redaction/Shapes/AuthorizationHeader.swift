/// Finds the credentials of an `Authorization` header with any scheme: `Token`, `ApiKey`, `Digest`,
/// `AWS4-HMAC-SHA256` (RFC 9110, 11.6.2).
enum AuthorizationHeader {
    /// The place of the credentials behind the header's name and the scheme, `nil` where there is
    /// no known scheme.
    static func range(of name: Range<Int>, pair: NamedValue.Pair, in bytes: [UInt8]) -> Range<Int>?
    {
        guard name.count >= 13, bytes.holdsLetters("authorization", at: name.upperBound - 13) else {
            return nil
        }
        let schemeEnd = bytes.end(from: pair.start, within: longestScheme) {
            $0.isAlphanumeric || $0 == UInt8(ascii: "-")
        }
        guard bytes.byte(at: schemeEnd) == 0x20,
            schemes.contains(bytes[pair.start..<schemeEnd].map(\.lowered).text)
        else { return nil }
        let start = bytes.end(from: schemeEnd, within: 8) { $0 == 0x20 }
        let end = bytes.end(from: start, within: longest) { byte in
            byte != 0x0A && byte != 0x0D && byte != pair.quote
                && (pair.quote != nil || !"'\\".utf8.contains(byte))
        }
        let credentials = bytes[start..<end]
        guard credentials.count >= 4,
            credentials.contains(where: \.isDigit) || credentials.count >= 20
        else { return nil }
        return start..<end
    }

    private static let longestScheme = 24
    private static let longest = 4096
    /// The schemes that IANA registers and those that services made up.
    private static let schemes: Set<String> = [
        "token", "apikey", "api-key", "key", "digest", "negotiate", "ntlm", "hawk", "hmac",
        "aws4-hmac-sha256", "signature", "dpop", "gnap", "oauth", "scram-sha-256", "splunk",
        "sharedkey", "sharedaccesssignature", "genie-key", "snowflake", "jwt",
    ]
}
