/// One word, name, text or sign of a statement.
struct SQLToken: Sendable, Hashable {
    /// What it is.
    enum Kind: Sendable, Hashable {
        /// A keyword, an unquoted name or a number, in lower case.
        case word
        /// A quoted name.
        case name
        /// A text.
        case text
        /// Anything else, one byte.
        case sign
    }

    /// What it is.
    var kind: Kind
    /// What it says, without its quotes.
    var text: String
}

/// Splits a statement as its database does, and refuses what could be split in two ways.
///
/// A query is put to a server as written here, so what hides a `;` from this lexer but not from
/// the server's would be a second statement. Where versions or settings differ (backslashes before
/// quotes, comments within comments, `$` behind digits, `--` before a sign) it refuses.
///
/// The rules are those of the PostgreSQL manual, 4.1 "Lexical Structure", the MySQL manual, 11.1
/// "Literal Values" and 11.7 "Comments", and SQLite's "SQL Comment Syntax" and "Keywords".
struct SQLLexer {
    /// The tokens, comments left out.
    private(set) var tokens: [SQLToken] = []
    /// The statement on one line, comments left out.
    private(set) var plain: [UInt8] = []

    private let bytes: [UInt8]
    private let dialect: SQLDialect
    private var offset = 0

    /// Splits a query.
    init(_ query: String, for dialect: SQLDialect) throws(SQLMistake) {
        bytes = Array(query.utf8)
        self.dialect = dialect
        while let byte = byte(at: 0) { try read(byte) }
    }

    private func byte(at distance: Int) -> UInt8? {
        let index = offset + distance
        return bytes.indices.contains(index) ? bytes[index] : nil
    }

    private func follows(_ text: String) -> Bool { bytes[offset...].starts(with: text.utf8) }

    private mutating func read(_ byte: UInt8) throws(SQLMistake) {
        switch byte {
        case 0x20, 0x09, 0x0A: skip(1)
        case 0x00..<0x20, 0x7F: throw .controlCharacter
        case UInt8(ascii: "'"): try quoted(by: byte, .text)
        case UInt8(ascii: "\""):
            // U&"\0061" is another spelling of "a".
            if dialect == .psql, plain.last == UInt8(ascii: "&") { throw .ambiguous("U&\"") }
            try quoted(by: byte, .name)
        case UInt8(ascii: "`"):
            if dialect == .psql { throw .ambiguous("a backquote") }
            try quoted(by: byte, .name)
        case UInt8(ascii: "[") where dialect == .sqlite3: try quoted(by: UInt8(ascii: "]"), .name)
        case UInt8(ascii: "\\"): throw .backslash
        case UInt8(ascii: "#") where dialect == .mysql: try lineComment()
        case _ where follows("--"): try dashes()
        case _ where follows("/*"): try blockComment()
        case UInt8(ascii: "$"): try dollarQuoted()
        case _ where Self.isOfWord(byte): try word()
        default: keep(1, as: .sign)
        }
    }

    /// Leaves bytes out; something else is parted by a blank.
    private mutating func skip(_ count: Int) {
        offset += count
        if let last = plain.last, last != 0x20 { plain.append(0x20) }
    }

    /// Takes bytes over as a token.
    private mutating func keep(_ count: Int, as kind: SQLToken.Kind, quotes: Int = 0) {
        let part = bytes[offset..<(offset + count)]
        let text = String(decoding: part.dropFirst(quotes).dropLast(quotes), as: UTF8.self)
        tokens.append(SQLToken(kind: kind, text: kind == .word ? text.lowercased() : text))
        plain += part
        offset += count
    }

    private static func isOfWord(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
            || byte == UInt8(ascii: "_") || byte >= 0x80
    }
}

extension SQLLexer {
    /// A name or number up to the first sign; a `$` belongs to names, but behind a number it begins
    /// a quote in some versions of PostgreSQL.
    private mutating func word() throws(SQLMistake) {
        let length = bytes[offset...].prefix { Self.isOfWord($0) || $0 == UInt8(ascii: "$") }.count
        let part = bytes[offset..<(offset + length)]
        if let first = part.first, (0x30...0x39).contains(first),
            part.contains(UInt8(ascii: "$"))
        {
            throw .ambiguous("a $ behind a number")
        }
        keep(length, as: .word)
    }

    /// A text or name up to its closing quote; a doubled quote reads as two texts side by side,
    /// which changes nothing here.
    private mutating func quoted(by quote: UInt8, _ kind: SQLToken.Kind) throws(SQLMistake) {
        guard let end = bytes[(offset + 1)...].firstIndex(of: quote) else {
            throw .unclosed("a quote")
        }
        let content = bytes[(offset + 1)..<end]
        if content.contains(where: { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }) {
            throw .controlCharacter
        }
        if content.last == UInt8(ascii: "\\") { throw .escapedQuote }
        keep(end + 1 - offset, as: kind, quotes: 1)
    }

    /// `$$text$$` or `$tag$text$tag$`, in PostgreSQL alone.
    private mutating func dollarQuoted() throws(SQLMistake) {
        let tag = bytes[(offset + 1)...].prefix(while: Self.isOfWord)
        let isTag = tag.first.map { !(0x30...0x39).contains($0) } ?? true
        let closing = offset + 1 + tag.count
        guard dialect == .psql, isTag, closing < bytes.count,
            bytes[closing] == UInt8(ascii: "$")
        else { throw .ambiguous("a $") }
        let mark = Array(bytes[offset...closing])
        guard let end = bytes[(closing + 1)...].firstRange(of: mark) else {
            throw .unclosed("a quote")
        }
        let content = bytes[(closing + 1)..<end.lowerBound]
        if content.contains(where: { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }) {
            throw .controlCharacter
        }
        keep(end.upperBound - offset, as: .text, quotes: mark.count)
    }

    /// Two dashes begin a comment, but in MySQL only before a blank.
    private mutating func dashes() throws(SQLMistake) {
        if dialect == .mysql, let next = byte(at: 2), next > 0x20 { throw .ambiguous("--") }
        try lineComment()
    }

    private mutating func lineComment() throws(SQLMistake) {
        let content = bytes[offset...].prefix { $0 != 0x0A }
        if content.contains(where: { $0 < 0x20 && $0 != 0x09 }) { throw .controlCharacter }
        skip(content.count)
    }

    /// MySQL runs what stands in `/*! */` and `/*M! */`; PostgreSQL lets comments lie in each other.
    private mutating func blockComment() throws(SQLMistake) {
        if follows("/*!") || follows("/*M!") { throw .ambiguous("/*!") }
        guard let end = bytes[(offset + 2)...].firstRange(of: Array("*/".utf8)) else {
            throw .unclosed("a comment")
        }
        let content = bytes[(offset + 2)..<end.lowerBound]
        if content.firstRange(of: Array("/*".utf8)) != nil {
            throw .ambiguous("a comment in a comment")
        }
        skip(end.upperBound - offset)
    }
}
