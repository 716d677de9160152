/// The start of a file, and what can be found in it.
struct FileContent: Sendable, Hashable {
    /// What was read.
    var bytes: [UInt8]
    /// Whether there is more than what was read.
    var isTruncated: Bool
    /// Whether the file's name says that it is a dotenv file, whose values are never shown.
    var isDotEnv: Bool

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
    }

    /// Whether a file's name is that of a dotenv file: `.env`, `.env.local`, `backend.env`.
    static func isDotEnv(_ path: String) -> Bool {
        let name = path.split(separator: "/").last?.lowercased() ?? ""
        return name.hasPrefix(".env") || name.hasSuffix(".env") || name.contains(".env.")
    }

    /// A place that a pattern matches.
    struct Match: Sendable, Hashable {
        /// The line, counted from 1.
        var line: Int
        /// What matches: the pattern's first group where it has one, else all of it.
        var text: String
        /// Whether the line speaks of a secret.
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

    /// The places that a pattern matches, line by line; fewer where the task is cancelled.
    ///
    /// - Parameter limit: The most places that are looked for.
    func matches(of pattern: Regex<AnyRegexOutput>, limit: Int) -> [Match] {
        var matches: [Match] = []
        var number = 0
        var rest = bytes[...]
        while !rest.isEmpty, matches.count < limit, !Task.isCancelled {
            number += 1
            let line = rest.prefix { $0 != UInt8(ascii: "\n") }
            rest = rest.dropFirst(line.count + 1)
            let text = String(decoding: line.prefix(Self.longestLine), as: UTF8.self)
            let found = text.matches(of: pattern)
            if found.isEmpty { continue }
            let isSecret = isDotEnv || ContentSecrecy.speaksOfSecret(text)
            matches += found.prefix(limit - matches.count).map { match in
                let group = match.output.count > 1 ? match.output[1].substring : nil
                return Match(
                    line: number, text: String(group ?? text[match.range]), isSecret: isSecret)
            }
        }
        return matches
    }
}
