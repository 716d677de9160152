/// Why a query is not put to any database: it is not one statement that only reads, or it could be
/// read in two ways.
enum SQLMistake: Error, Sendable, Hashable {
    /// There is no statement.
    case empty
    /// It is longer than the bound, in bytes.
    case tooLong(Int)
    /// It holds a control character, or a line break inside a text.
    case controlCharacter
    /// It holds a backslash outside of a text, which clients take for commands of their own.
    case backslash
    /// A backslash stands before a quote, which ends the text in some settings and not in others.
    case escapedQuote
    /// A quote or a comment is not closed.
    case unclosed(String)
    /// It holds something that the database would run or read otherwise than it looks.
    case ambiguous(String)
    /// A second statement follows.
    case severalStatements
    /// It begins with a word that does not say it reads.
    case notReading(String, SQLDialect)
    /// It would write its result somewhere.
    case into
    /// It names a function, or a table, that does more than reading the database.
    case sideEffect(String)
    /// It sets something of SQLite, or may.
    case pragma(String)

    /// The mistake in a few words.
    var summary: String {
        switch self {
        case .empty: "the query is empty"
        case .tooLong(let limit): "the query is longer than \(limit) bytes"
        case .controlCharacter:
            "the query holds a control character or a line break inside a text"
        case .backslash: "the query holds a backslash outside of a text"
        case .escapedQuote: "the query has a backslash before a quote: write '' for a quote"
        case .unclosed(let what): "the query has \(what) that nothing closes"
        case .ambiguous(let what): "the query holds \(what), which databases read in several ways"
        case .severalStatements: "the query is more than one statement"
        case .notReading(let word, let client):
            "a query for \(client.rawValue) begins with "
                + client.openings.sorted().map { $0.uppercased() }.joined(separator: ", ")
                + (word.isEmpty ? "" : ", not with \(word.uppercased())")
        case .into: "the query would write its result with INTO"
        case .sideEffect(let name):
            "the query uses \(name), which does more than reading the database"
        case .pragma(let name): "PRAGMA \(name) may change something"
        }
    }
}
