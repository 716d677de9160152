/// Splits a line into words as a shell does: quotes, backslashes and a trailing comment.
public struct ShellWords {
    /// One word, quotes removed.
    public struct Word: Sendable, Hashable {
        /// The word as the shell would pass it on.
        public var text: String
        /// The column where it starts, counted from 1 in characters of the line.
        var column: Int
        /// Whether any part of it was quoted or escaped.
        public var isQuoted: Bool
    }

    /// The words in order.
    public private(set) var words: [Word] = []
    /// The text behind ` #`, trimmed.
    private(set) var comment: String?
    /// The line without its comment, trimmed.
    private(set) var text = ""
    /// The column of a quote that nothing closes.
    public private(set) var unclosedQuoteColumn: Int?

    private var bytes: [UInt8]
    private var index = 0
    private var column = 1

    /// Splits a line.
    public init(_ line: some StringProtocol) {
        bytes = Array(line.utf8)
        split()
    }

    /// Walks the line once.
    private mutating func split() {
        skipBlanks()
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "#") { break }
            words.append(readWord())
            skipBlanks()
        }
        text = String(decoding: Self.trimmed(bytes[..<index]), as: UTF8.self)
        guard index < bytes.count else { return }
        let reason = String(decoding: Self.trimmed(bytes[(index + 1)...]), as: UTF8.self)
        comment = reason.isEmpty ? nil : reason
    }

    /// Reads one word; quotes may start and end anywhere in it.
    private mutating func readWord() -> Word {
        let start = column
        var content: [UInt8] = []
        var isQuoted = false
        while index < bytes.count, !Self.isBlank(bytes[index]) {
            switch bytes[index] {
            case UInt8(ascii: "'"), UInt8(ascii: "\""):
                isQuoted = true
                readQuoted(into: &content)
            case UInt8(ascii: "\\") where index + 1 < bytes.count:
                isQuoted = true
                advance()
                content.append(bytes[index])
                advance()
            default:
                content.append(bytes[index])
                advance()
            }
        }
        return Word(
            text: String(decoding: content, as: UTF8.self), column: start, isQuoted: isQuoted)
    }

    /// Reads from an opening quote to its closing one.
    ///
    /// In double quotes a backslash escapes only `"`, `\`, `$` and a backtick, so that a pattern
    /// such as `"\d+"` keeps its backslash (POSIX.1-2024, Shell Command Language, 2.2.3).
    private mutating func readQuoted(into content: inout [UInt8]) {
        let quote = bytes[index]
        let opening = column
        advance()
        while index < bytes.count, bytes[index] != quote {
            if quote == UInt8(ascii: "\""), bytes[index] == UInt8(ascii: "\\"),
                index + 1 < bytes.count, #""\$`"#.utf8.contains(bytes[index + 1])
            {
                advance()
            }
            content.append(bytes[index])
            advance()
        }
        if index < bytes.count {
            advance()
        } else {
            unclosedQuoteColumn = unclosedQuoteColumn ?? opening
        }
    }

    /// Steps over one byte; continuation bytes do not widen the column.
    private mutating func advance() {
        index += 1
        if index >= bytes.count || bytes[index] & 0xC0 != 0x80 { column += 1 }
    }

    private mutating func skipBlanks() {
        while index < bytes.count, Self.isBlank(bytes[index]) { advance() }
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var slice = bytes
        while let first = slice.first, isBlank(first) { slice.removeFirst() }
        while let last = slice.last, isBlank(last) { slice.removeLast() }
        return slice
    }
}

extension ShellWords {
    /// The words of a command that someone wrote as one text.
    public static func split(_ text: String) -> [String] { ShellWords(text).words.map(\.text) }

    /// A word as one would type it, quoted only where a shell needs it.
    static func quoted(_ word: String) -> String {
        let isPlain =
            !word.isEmpty
            && word.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: "_-./:=@%+,~!<>${}[]*^?".utf8.contains(byte) || byte >= 0x80
                }
            }
        if isPlain { return word }
        guard word.utf8.contains(UInt8(ascii: "'")) else { return "'\(word)'" }
        var quoted = "\""
        for character in word.unicodeScalars {
            if character == "\"" || character == "\\" { quoted.unicodeScalars.append("\\") }
            quoted.unicodeScalars.append(character)
        }
        return quoted + "\""
    }
}
