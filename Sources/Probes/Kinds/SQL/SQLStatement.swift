/// One statement that only reads, as far as its words tell.
///
/// The server is told to refuse writing besides (``SQLQuestion``); what a server can't refuse,
/// such as ending another session or writing a file, is refused here.
struct SQLStatement: Sendable, Hashable {
    /// The statement on one line, without comments and without `;` at its end.
    let text: String

    /// The most bytes of a query; it travels as one argument of a program (Linux,
    /// `MAX_ARG_STRLEN`, takes eight times as many).
    static let longest = 16_384

    /// Checks a query.
    init(_ query: String, for dialect: SQLDialect) throws(SQLMistake) {
        guard query.utf8.count <= Self.longest else { throw .tooLong(Self.longest) }
        let lexer = try SQLLexer(query, for: dialect)
        let isEnd = { (token: SQLToken) in token == SQLToken(kind: .sign, text: ";") }
        let ends = lexer.tokens.reversed().prefix(while: isEnd).count
        let tokens = Array(lexer.tokens.dropLast(ends))
        guard !tokens.isEmpty else { throw .empty }
        guard !tokens.contains(where: isEnd) else { throw .severalStatements }
        try Self.checkOpening(of: tokens, dialect)
        if tokens.contains(SQLToken(kind: .word, text: "into")) { throw .into }
        if let function = SQLSideEffects.function(calledIn: tokens) { throw .sideEffect(function) }
        if dialect == .sqlite3 {
            if let table = SQLSideEffects.table(namedIn: tokens) { throw .sideEffect(table) }
            try SQLSideEffects.checkPragma(in: tokens)
        }
        var plain = lexer.plain
        while let last = plain.last, last == 0x20 || last == UInt8(ascii: ";") {
            plain.removeLast()
        }
        text = String(decoding: plain, as: UTF8.self)
    }

    /// `(SELECT …) UNION …` begins with its first word too.
    private static func checkOpening(
        of tokens: [SQLToken], _ dialect: SQLDialect
    ) throws(SQLMistake) {
        let first = tokens.first { $0 != SQLToken(kind: .sign, text: "(") }
        guard let first, first.kind == .word, dialect.openings.contains(first.text) else {
            let isWord = first?.kind == .word && (first?.text.count ?? 0) < 20
            throw .notReading(isWord ? first?.text ?? "" : "", dialect)
        }
    }
}
