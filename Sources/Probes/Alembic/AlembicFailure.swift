/// Why `alembic` could not tell, read from what it printed.
enum AlembicFailure: Hashable {
    /// No settings stand where it was run.
    case wrongDirectory
    /// The database is at a revision that the scripts don't know.
    case unknownRevision(String)
    /// The database did not answer, in the driver's words.
    case noDatabase(String)
    /// The database answered and refused, in its own words.
    case refusedByDatabase(String)
    /// The program in front of it could not run it, and why.
    case notRun(String)
    /// Something else, in its own words.
    case other(String)

    /// Reads the failure of a run that ended with another code than 0, secrets taken out before.
    init(_ output: String, _ errorOutput: String) {
        let lines = (output + "\n" + errorOutput).split(whereSeparator: \.isNewline)
        if lines.contains(where: Self.speaksOfMissingSettings) {
            self = .wrongDirectory
        } else if let revision = lines.lazy.compactMap(Self.unknownRevision).first {
            self = .unknownRevision(revision)
        } else if let line = lines.last(where: Self.speaksOfContainer) {
            self = .notRun(PlainText.line(of: line))
        } else {
            let line = Self.tellingLine(of: lines)
            let known = line.lowercased()
            if Self.refusals.contains(where: known.contains) {
                self = .refusedByDatabase(line)
            } else if Self.silences.contains(where: known.contains) {
                self = .noDatabase(line)
            } else {
                self = .other(line)
            }
        }
    }

    /// Words of drivers whose database does not answer: libpq, asyncpg, MySQL's, SQLite's.
    private static let silences = [
        "connection refused", "connectionrefusederror", "connect call failed", "can't connect to",
        "could not connect", "connection timed out", "timeout expired", "timeouterror",
        "could not translate host name", "name or service not known", "gaierror",
        "failed to resolve host", "no route to host", "network is unreachable",
        "server closed the connection", "unable to open database file", "the database system is",
        "connection failed", "connectiontimeout",
    ]

    /// Words of databases that answer and refuse.
    private static let refusals = [
        "authentication failed", "access denied", "no password supplied", "does not exist",
        "no pg_hba.conf entry", "unknown database", "too many clients",
    ]

    private static func speaksOfMissingSettings(_ line: Substring) -> Bool {
        line.contains("No 'script_location' key found") || line.contains("No config file '")
            || line.contains("No such config file")
    }

    /// `FAILED: Can't locate revision identified by 'ae1027a6acf'`
    private static func unknownRevision(in line: Substring) -> String? {
        guard let words = line.firstRange(of: "Can't locate revision identified by '")
        else { return nil }
        return PlainText.line(of: line[words.upperBound...].prefix { $0 != "'" })
    }

    /// What compose and the engine say of a container that can't run anything.
    private static func speaksOfContainer(_ line: Substring) -> Bool {
        (line.hasPrefix("service \"") && line.hasSuffix("is not running"))
            || line.hasPrefix("Error response from daemon:")
            || line.contains("Cannot connect to the Docker daemon")
            || line.contains("failed to connect to the docker API")
            || line.contains("no configuration file provided")
            || line.contains("executable file not found")
            || line.contains("Failed to spawn: `alembic`")
    }

    /// The exception's own line at the end of a traceback, or what alembic says behind `FAILED:`.
    private static func tellingLine(of lines: [Substring]) -> String {
        let failed = lines.last { $0.hasPrefix("FAILED:") }
            .map { $0.dropFirst(7).drop(while: \.isWhitespace) }
        let exception = lines.last { line in
            let name = line.prefix { $0 != ":" }
            return name.endIndex < line.endIndex && !name.isEmpty
                && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" }
                && (name.hasSuffix("Error") || name.hasSuffix("Exception") || name.contains("."))
        }
        let last = lines.last { $0.first != " " && $0.first != "\t" }
        return PlainText.line(
            of: exception ?? failed ?? last ?? "it printed nothing", limit: PlainText.shownLine)
    }
}
