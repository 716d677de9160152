import Machine

/// The client of MySQL and MariaDB.
///
/// It obeys commands of its own, such as `\!`, anywhere outside of texts, also in what follows
/// `--execute`; no ``SQLStatement`` holds a backslash there, nor a line break.
struct MySQLClient: SQLClient {
    /// MariaDB's images have no `mysql` any more since version 11.
    let programs = ["mysql", "mariadb"]

    func arguments(for question: SQLQuestion) -> [String] {
        // `--database` last of all, since older clients take it by position only.
        let place = [
            question.user.map { "--user=\($0)" }, question.host.map { "--host=\($0)" },
            question.database.map { "--database=\($0)" },
        ]
        return [
            "--batch", "--skip-column-names", "--skip-auto-rehash",
            "--default-character-set=utf8mb4", "--connect-timeout=\(question.connectSeconds)",
        ] + place.compactMap { $0 } + ["--execute=\(Self.script(for: question))"]
    }

    /// The query between what keeps it from writing and what measures it.
    ///
    /// MySQL since 5.7.8 bounds a `SELECT` in milliseconds; MariaDB, which passes over comments
    /// made for 5.7, bounds any statement in seconds since 10.1 (their manuals on
    /// `max_execution_time`, `max_statement_time` and "Comment Syntax").
    private static func script(for question: SQLQuestion) -> String {
        let seconds = Double(question.milliseconds) / 1000
        return [
            "SET SESSION TRANSACTION READ ONLY",
            "SET @diagnose_start=SYSDATE(6)"
                + " /*!50708 , SESSION max_execution_time=\(question.milliseconds) */"
                + " /*M!100101 , SESSION max_statement_time=\(seconds) */",
            question.statement.text,
            "SELECT TIMESTAMPDIFF(MICROSECOND,@diagnose_start,SYSDATE(6))",
        ].joined(separator: "; ")
    }

    func environment(for question: SQLQuestion) -> [String: String] {
        var variables = ["LC_ALL": "C"]
        variables["MYSQL_PWD"] = question.password
        return variables
    }

    /// A line for each row, columns parted by tabs; the last is the time in microseconds.
    func answer(from result: CommandResult) -> SQLAnswer {
        var lines = result.standardOutput.split(
            separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        // What follows the last line feed is nothing, or half a line.
        _ = lines.popLast()
        var seconds: Double?
        if !result.isTruncated, let last = lines.popLast() {
            seconds = SQLAnswer.seconds(
                String(decoding: last, as: UTF8.self), perSecond: 1_000_000)
        }
        return SQLAnswer(
            rows: lines.count, first: lines.first.map(Self.firstValue),
            seconds: seconds, isCut: result.isTruncated)
    }

    /// The first column, its escapes resolved (mysql's manual page, `--batch`, `--raw`).
    private static func firstValue(of line: ArraySlice<UInt8>) -> SQLAnswer.Value {
        var text: [UInt8] = []
        var isEscaped = false
        for byte in line.prefix(while: { $0 != UInt8(ascii: "\t") }) {
            if isEscaped {
                text.append(meanings[byte] ?? byte)
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else {
                text.append(byte)
            }
        }
        return text == Array("NULL".utf8) ? .null : .text(String(decoding: text, as: UTF8.self))
    }

    private static let meanings: [UInt8: UInt8] = [
        UInt8(ascii: "n"): 0x0A, UInt8(ascii: "t"): 0x09, UInt8(ascii: "0"): 0,
    ]

    /// `ERROR 1146 (42S02) at line 1: Table 'app.booths' doesn't exist`
    func trouble(from result: CommandResult, with question: SQLQuestion) -> SQLTrouble {
        let lines = result.errorOutput.split(whereSeparator: \.isNewline)
            .map { PlainText.line(of: $0) }
        guard let line = lines.first(where: { $0.hasPrefix("ERROR ") }),
            let code = Int(line.dropFirst(6).prefix { $0.isNumber }),
            let colon = line.firstRange(of: ": ")
        else { return .unknown("mysql could not ask: \(lines.first ?? "it printed nothing")") }
        return Self.trouble(code, String(line[colon.upperBound...]), question)
    }

    /// The codes are those of the manuals' error references: 1xxx the server's, 2xxx the client's.
    private static func trouble(
        _ code: Int, _ message: String, _ question: SQLQuestion
    ) -> SQLTrouble {
        switch code {
        case 1045 where question.password == nil: .wantsPassword
        case 1040, 1044, 1045, 1049, 1129, 1130, 1203, 1226, 1698:
            .failed("the database refused: \(message)")
        case 2000..<3000 where code != 2014: .failed("the database did not answer: \(message)")
        case 1317, 1969, 3024: .tooLong(question)
        case 1792, 1290, 1836: .wouldWrite(message)
        case 1054, 1142, 1143, 1146, 1227, 1305, 1370: .failed(message)
        case 1064, 1052, 1055, 1111, 1140, 1241, 1242, 1248, 1582, 1583:
            .notUnderstood(message)
        default: .failed("the database reports: \(message)")
        }
    }
}
