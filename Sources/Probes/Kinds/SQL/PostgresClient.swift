import Machine

/// PostgreSQL's client, `psql`.
///
/// With `-c` it sends the text to the server as it is, and obeys commands of its own only in one
/// that begins with a backslash (psql's manual page); no ``SQLStatement`` holds a backslash there.
/// Where to connect stands in variables, for a database name may be a whole connection string.
struct PostgresClient: SQLClient {
    let programs = ["psql"]

    func arguments(for question: SQLQuestion) -> [String] {
        [
            "--no-psqlrc", "--no-password", "--no-align", "--tuples-only", "--quiet",
            "--field-separator=\(SQLAnswer.columnMark)", "--record-separator-zero",
            "--pset=null=\(SQLAnswer.nullMark)", "--set=ON_ERROR_STOP=1",
            // Brings the SQLSTATE, which no language setting translates.
            "--set=VERBOSITY=verbose",
            // Long results then come in parts, so that the client does not hold them whole.
            "--set=FETCH_COUNT=1000",
            "--command=\\timing on", "--command=\(question.statement.text)",
        ]
    }

    func environment(for question: SQLQuestion) -> [String: String] {
        var variables = [
            "LC_ALL": "C", "PGCLIENTENCODING": "UTF8", "PGAPPNAME": "diagnose",
            "PGCONNECT_TIMEOUT": "\(question.connectSeconds)",
            "PGOPTIONS": "-c default_transaction_read_only=on"
                + " -c statement_timeout=\(question.milliseconds)"
                + " -c standard_conforming_strings=on",
        ]
        variables["PGUSER"] = question.user
        variables["PGDATABASE"] = question.database
        variables["PGHOST"] = question.host
        variables["PGPASSWORD"] = question.password
        return variables
    }

    /// A zero byte ends each row, and `Time: 0.512 ms` follows the last.
    func answer(from result: CommandResult) -> SQLAnswer {
        let rows = result.standardOutput.split(separator: 0, omittingEmptySubsequences: false)
        let rest = String(decoding: rows.last ?? [], as: UTF8.self)
        return SQLAnswer(
            rows: max(0, rows.count - 1),
            first: rows.count < 2
                ? nil
                : rows.first.map {
                    SQLAnswer.firstValue(of: $0, nullMark: SQLAnswer.nullMark)
                },
            seconds: Self.seconds(in: rest), isCut: result.isTruncated)
    }

    private static func seconds(in text: String) -> Double? {
        guard let label = text.firstRange(of: "Time: ") else { return nil }
        return SQLAnswer.seconds(text[label.upperBound...].prefix { $0 != " " }, perSecond: 1000)
    }

    func trouble(from result: CommandResult, with question: SQLQuestion) -> SQLTrouble {
        let lines = result.errorOutput.split(whereSeparator: \.isNewline)
            .map { PlainText.line(of: $0) }
        let states = lines.lazy.compactMap(PostgresState.init(line:))
        if let state = states.first { return state.trouble(with: question) }
        guard let line = lines.first(where: { $0.hasPrefix("psql:") }) ?? lines.first else {
            return .unknown("psql ended with \(result.exitCode) and printed nothing")
        }
        if line.contains("no password supplied") { return .wantsPassword }
        if let fatal = line.firstRange(of: "FATAL:") {
            let words = line[fatal.upperBound...].drop { $0 == " " }
            // A pooler in between that can't be told to keep the session from writing.
            return words.contains("unsupported startup parameter")
                ? .unknown("the session can't be kept from writing: \(words)")
                : .failed("the database refused: \(words)")
        }
        let start = ["psql: error: ", "psql: "].first { line.hasPrefix($0) } ?? ""
        let words = line.dropFirst(start.count)
        // Exit code 2 is a bad connection, 1 any failure of psql's own (its manual page).
        return result.exitCode == 2
            ? .failed("the database did not answer: \(words)")
            : .unknown("psql could not ask: \(words)")
    }
}

/// An error of the server with its SQLSTATE (PostgreSQL manual, appendix A).
struct PostgresState: Sendable, Hashable {
    /// The five signs of the state.
    var code: String
    /// The server's words.
    var message: String

    /// Reads `ERROR:  42P01: relation "booths" does not exist`; the first word may be translated.
    init?(line: String) {
        let parts = line.split(separator: ":", maxSplits: 2)
        guard parts.count == 3 else { return nil }
        code = String(parts[1].drop { $0 == " " })
        message = String(parts[2].drop { $0 == " " })
        let isState = code.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x41...0x5A).contains($0)
        }
        guard code.utf8.count == 5, isState, !parts[0].contains(" ") else { return nil }
    }

    /// What the error says of the database or of the query.
    func trouble(with question: SQLQuestion) -> SQLTrouble {
        switch code {
        case "57014": .tooLong(question)
        case "25001", "25006": .wouldWrite(message)
        case "42501": .failed(message)
        case "42P01", "42703", "42883", "3F000", "42704": .failed(message)
        case _ where ["42", "22", "26", "0A"].contains(code.prefix(2)): .notUnderstood(message)
        default: .failed("the database reports: \(message)")
        }
    }
}
