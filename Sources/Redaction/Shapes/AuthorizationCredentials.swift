/// Finds the credentials behind `Bearer` and `Basic` (RFC 9110, 11.4), whatever their letter case.
enum AuthorizationCredentials {
    /// The places of the credentials.
    static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
        let lowered = bytes.map { $0.isLetter ? $0 | 0x20 : $0 }
        let starts =
            lowered.places(of: "bearer ").map { $0 + 7 }
            + lowered.places(of: "basic ").map { $0 + 6 }
        return starts.compactMap { start in
            let begin = bytes.end(from: start) { $0 == 0x20 }
            let end = bytes.end(from: begin) { $0.isBase64 || $0 == 0x2E || $0 == 0x7E }
            return isCredential(bytes[begin..<end]) ? begin..<end : nil
        }
    }

    /// Prose says "bearer tokens" and "Basic authentication": shorter, and without a digit.
    private static func isCredential(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count >= shortest && (bytes.contains(where: \.isDigit) || bytes.count >= longestWord)
    }

    private static let shortest = 8
    private static let longestWord = 20
}
