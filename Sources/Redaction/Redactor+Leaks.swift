extension Redactor {
    /// A secret that still stands in a text that was thought clean.
    public struct Leak: Sendable, Hashable {
        /// The line, counted from 1.
        public var line: Int
        /// The token under which the secret is known; never the secret.
        public var token: String
    }

    /// What still stands in a finished text and should not: known values in any of their forms,
    /// what has the shape of a secret, what the team's patterns match.
    ///
    /// The last look at a bundle before it is kept: where this is not empty, it must not be. Tokens
    /// and marks are no leaks.
    public func leaks(in bytes: [UInt8]) -> [Leak] {
        let findings = finder.findings(in: bytes)
        var line = 1
        var counted = 0
        return findings.map { finding in
            line += bytes[counted..<finding.range.lowerBound].count { $0 == 0x0A }
            counted = finding.range.lowerBound
            return Leak(line: line, token: token(for: finding, in: bytes))
        }
    }
}
