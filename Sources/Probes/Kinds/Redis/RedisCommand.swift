import Catalog

/// A command that only reads, as a line gives it.
struct RedisCommand: Sendable, Hashable {
    /// The command and its arguments.
    let words: [String]

    /// Why a command is not sent.
    enum Mistake: Error, Sendable, Hashable {
        /// There is none.
        case empty
        /// It is not known to read only.
        case notReading(String)
        /// It wants other arguments, such as `GET KEY`.
        case arguments(String)

        /// The mistake in a few words.
        var summary: String {
            switch self {
            case .empty: "command= is empty"
            case .notReading(let name):
                "\(name) is not among the commands that are known to read only, such as GET, TTL, "
                    + "EXISTS, LLEN or ZCARD"
            case .arguments(let usage): "command= wants \(usage)"
            }
        }
    }

    /// The commands that only read and whose answer is a value or a plain list, with their
    /// arguments (redis.io/commands, flags `@read` and `@connection`). `CONFIG GET` is none of
    /// them, for it tells passwords, nor is what keeps the server busy, such as `KEYS`.
    static let known: [String: [String]] = [
        "PING": [], "DBSIZE": [], "LASTSAVE": [], "INFO": [],
        "GET": ["KEY"], "STRLEN": ["KEY"], "GETRANGE": ["KEY", "START", "END"],
        "EXISTS": ["KEY"], "TTL": ["KEY"], "PTTL": ["KEY"], "EXPIRETIME": ["KEY"],
        "PEXPIRETIME": ["KEY"], "TYPE": ["KEY"],
        "LLEN": ["KEY"], "LINDEX": ["KEY", "INDEX"], "LRANGE": ["KEY", "START", "STOP"],
        "SCARD": ["KEY"], "SISMEMBER": ["KEY", "MEMBER"],
        "ZCARD": ["KEY"], "ZSCORE": ["KEY", "MEMBER"], "ZRANK": ["KEY", "MEMBER"],
        "ZCOUNT": ["KEY", "MIN", "MAX"],
        "HLEN": ["KEY"], "HGET": ["KEY", "FIELD"], "HEXISTS": ["KEY", "FIELD"],
        "HSTRLEN": ["KEY", "FIELD"], "XLEN": ["KEY"], "BITCOUNT": ["KEY"],
        "MEMORY USAGE": ["KEY"], "OBJECT ENCODING": ["KEY"], "OBJECT FREQ": ["KEY"],
        "OBJECT IDLETIME": ["KEY"], "OBJECT REFCOUNT": ["KEY"], "SLOWLOG LEN": [],
        "PUBSUB NUMPAT": [],
    ]

    /// Reads the command of a line, quotes taken as a shell takes them.
    init(_ text: String) throws(Mistake) {
        let words = ShellWords.split(text)
        guard let first = words.first?.uppercased() else { throw .empty }
        let second = words.dropFirst().first?.uppercased() ?? ""
        let name = Self.known[first] == nil ? "\(first) \(second)" : first
        guard let arguments = Self.known[name] else {
            throw .notReading(PlainText.line(of: first, limit: 20))
        }
        let count = name.split(separator: " ").count
        guard words.count - count == arguments.count else {
            throw .arguments(([name] + arguments).joined(separator: " "))
        }
        self.words = name.split(separator: " ").map(String.init) + words.dropFirst(count)
    }

    /// Asks whether the server answers at all.
    static let ping = RedisCommand(words: ["PING"])
    /// Asks for the server's facts and counters.
    static let info = RedisCommand(words: ["INFO"])

    private init(words: [String]) { self.words = words }
}
