import Machine

/// A query, with where and as whom it is asked.
struct SQLQuestion: Sendable {
    /// The statement.
    var statement: SQLStatement
    /// Who asks; the client's own choice when `nil`.
    var user: String?
    /// Which database or, for SQLite, which file is asked.
    var database: String?
    /// Where the server is, as the container sees it; its own when `nil`.
    var host: String?
    /// The password of the user.
    var password: String?
    /// How long the database may take.
    var limit: Duration

    /// The same limit in whole milliseconds, never none, which would mean no limit.
    var milliseconds: Int { max(1, limit.wholeMilliseconds) }
    /// The time to connect within, in the whole seconds that clients take; libpq takes no less
    /// than two.
    var connectSeconds: Int { max(2, Int(limit.seconds)) }
}

/// How one kind of client is asked, and how its words are read.
///
/// Each is asked so that the server itself refuses to write, and to work longer than the limit.
protocol SQLClient: Sendable {
    /// The programs that can be it, the usual one first.
    var programs: [String] { get }
    /// Its arguments, without the program.
    func arguments(for question: SQLQuestion) -> [String]
    /// Variables for it, among them the password.
    func environment(for question: SQLQuestion) -> [String: String]
    /// Reads what it printed where it ended with 0.
    func answer(from result: CommandResult) -> SQLAnswer
    /// Says what it means that it did not.
    func trouble(from result: CommandResult, with question: SQLQuestion) -> SQLTrouble
}

/// Why a database told nothing.
enum SQLTrouble: Sendable, Hashable {
    /// The database is at fault, or lacks what was asked for, in words.
    case failed(String)
    /// The query or the way of asking is at fault, in words.
    case unknown(String)

    /// The query did not end in time.
    static func tooLong(_ question: SQLQuestion) -> SQLTrouble {
        .failed("the query took longer than \(question.limit.shortText)")
    }

    /// The server refuses to write.
    static func wouldWrite(_ words: String) -> SQLTrouble {
        .unknown("the query would write: \(words)")
    }

    /// The server can't make sense of the query.
    static func notUnderstood(_ words: String) -> SQLTrouble {
        .unknown("the database does not accept the query: \(words)")
    }

    /// The server wants a password and none was given.
    static let wantsPassword = SQLTrouble.unknown(
        "the database wants a password: give password=")
}
