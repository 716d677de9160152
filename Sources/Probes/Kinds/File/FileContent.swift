/// The start of a file, and what can be found in it.
struct FileContent: Sendable, Hashable {
    /// What was read.
    var bytes: [UInt8]
    /// Whether there is more than what was read.
    var isTruncated: Bool
    /// Whether the file's name says that it is a dotenv file, whose values are never shown.
    var isDotEnv: Bool
    /// Whether the file's place or name says that nothing of it may be shown.
    private let isSecret: Bool

    /// The most bytes of a file that are looked at.
    static let limit = 4 << 20
    /// The most bytes of a line that a pattern is looked for in, since the time that a pattern takes
    /// can grow with the square of the length.
    static let longestLine = 4096

    /// Takes what was read of the file at a path, more than ``limit`` where there is more.
    init(_ bytes: [UInt8], path: String) {
        isTruncated = bytes.count > Self.limit
        self.bytes = isTruncated ? Array(bytes.prefix(Self.limit)) : bytes
        isDotEnv = Self.isDotEnv(path)
        isSecret = isDotEnv || ContentSecrecy.isSecretFile(path)
    }

    /// Whether a file's name is that of a dotenv file: `.env`, `.env.local`, `backend.env`,
    /// `env.production`, but not `env.py`.
    static func isDotEnv(_ path: String) -> Bool {
        let name = path.split(separator: "/").last?.lowercased() ?? ""
        if name.hasPrefix(".env") || name.hasSuffix(".env") || name.contains(".env.") {
            return true
        }
        let ending = name.split(separator: ".").last.map(String.init) ?? ""
        return name.hasPrefix("env.") && !sourceEndings.contains(ending)
    }

    /// Endings of files of code or structured settings.
    private static let sourceEndings: Set<String> = [
        "py", "js", "mjs", "cjs", "ts", "jsx", "tsx", "go", "rb", "rs", "sh", "json", "yml", "yaml",
        "toml", "xml", "md",
    ]

    /// A place that a pattern matches.
    struct Match: Sendable, Hashable {
        /// The line, counted from 1.
        var line: Int
        /// What matches: the pattern's first group where it has one, else all of it.
        var text: String
        /// Whether the file or the line speaks of a secret.
        var isSecret: Bool
    }

    /// The line on which a text first stands, counted from 1.
    func line(holding text: String) -> Int? {
        bytes.firstRange(of: Array(text.utf8)).map { line(at: $0.lowerBound) }
    }

    /// The line that a byte stands on, counted from 1.
    func line(at offset: Int) -> Int {
        1 + bytes.prefix(offset).count { $0 == UInt8(ascii: "\n") }
    }

    /// How many lines there are, a last one without a line feed included.
    var lineCount: Int {
        let feeds = bytes.count { $0 == UInt8(ascii: "\n") }
        return bytes.isEmpty || bytes.last == UInt8(ascii: "\n") ? feeds : feeds + 1
    }

    /// What looking for a pattern brought.
    struct Findings: Sendable, Hashable {
        /// The places that it matches.
        var matches: [Match] = []
        /// Why there may be more of them; `nil` where all was searched.
        var limitation: String?
    }

    /// Looks for a pattern line by line, until nobody waits for it any more.
    ///
    /// - Parameter limit: The most places that are looked for.
    func findings(
        of pattern: Regex<AnyRegexOutput>, limit: Int, until stop: Uninterruptible.Stop
    ) -> Findings {
        var findings = Findings()
        if isTruncated { findings.limitation = Self.truncation }
        var number = 0
        var rest = bytes[...]
        while !rest.isEmpty, findings.matches.count < limit, !stop.isSet {
            number += 1
            let line = rest.prefix { $0 != UInt8(ascii: "\n") }
            rest = rest.dropFirst(line.count + 1)
            if line.count > Self.longestLine, findings.limitation == nil {
                findings.limitation =
                    "the first \(AmountText.bytes(Self.longestLine)) of line \(number)"
            }
            findings.matches += matches(
                of: pattern, in: line, number: number, limit: limit - findings.matches.count)
        }
        if findings.matches.count >= limit { findings.limitation = "its first \(limit) matches" }
        return findings
    }

    /// What was searched of a file that is longer.
    static let truncation = "the first \(AmountText.bytes(limit)) of it"

    private func matches(
        of pattern: Regex<AnyRegexOutput>, in line: ArraySlice<UInt8>, number: Int, limit: Int
    ) -> [Match] {
        let text = String(decoding: line.prefix(Self.longestLine), as: UTF8.self)
        let found = text.matches(of: pattern)
        if found.isEmpty { return [] }
        let isSecret = isSecret || ContentSecrecy.speaksOfSecret(text)
        return found.prefix(limit).map { match in
            let group = match.output.count > 1 ? match.output[1].substring : nil
            return Match(
                line: number, text: String(group ?? text[match.range]), isSecret: isSecret)
        }
    }
}
