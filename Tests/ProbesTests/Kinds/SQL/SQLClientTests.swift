import Machine
import Testing

@testable import Probes

/// What psql 15, mysql of MariaDB 10.11 and sqlite3 3.40 really print.
@Suite struct SQLClientTests {
    private static func question(password: String? = "secret") throws -> SQLQuestion {
        SQLQuestion(
            statement: try SQLStatement("SELECT 1", for: .psql), user: "voxbento",
            database: "voxbento", password: password, limit: .milliseconds(1500))
    }

    private static func printed(_ text: String, isTruncated: Bool = false) -> CommandResult {
        CommandResult(exitCode: 0, standardOutput: Array(text.utf8), isTruncated: isTruncated)
    }

    private static func failed(_ text: String, exitCode: Int32 = 1) -> CommandResult {
        CommandResult(exitCode: exitCode, standardError: Array(text.utf8))
    }

    @Test(
        "psql's rows, first value and time are read",
        arguments: [
            ("1\u{1F}2\u{0}3\u{1F}4\u{0}Time: 7.972 ms\n", 2, .text("1"), 0.007972),
            ("Time: 0.298 ms\n", 0, nil, 0.000298),
            ("\u{1}\u{0}Time: 0.5 ms\n", 1, .null, 0.0005),
            ("\u{0}Time: 0.5 ms\n", 1, .text(""), 0.0005),
            ("a\nb\u{0}Time: 1508.152 ms (00:01.508)\n", 1, .text("a\nb"), 1.508152),
            ("", 0, nil, nil), ("Time: nan ms\n", 0, nil, nil), ("Time: -1e300 ms\n", 0, nil, nil),
        ] as [(String, Int, SQLAnswer.Value?, Double?)])
    func psql(output: String, rows: Int, first: SQLAnswer.Value?, seconds: Double?) {
        #expect(
            PostgresClient().answer(from: Self.printed(output))
                == SQLAnswer(rows: rows, first: first, seconds: seconds))
    }

    @Test(
        "what psql complains of is told apart",
        arguments: [
            (
                1,
                "ERROR:  42P01: relation \"nosuch\" does not exist\nLINE 1: select * from nosuch\n"
                    + "                      ^\nLOCATION:  parserOpenTable, parse_relation.c:1392\n",
                .failed("relation \"nosuch\" does not exist")
            ),
            (
                1,
                "FEHLER:  42703: Spalte »nosuch« existiert nicht\n",
                .failed("Spalte »nosuch« existiert nicht")
            ),
            (
                1,
                "ERROR:  25006: cannot execute INSERT in a read-only transaction\n"
                    + "LOCATION:  PreventCommandIfReadOnly, utility.c:414\n",
                .unknown(
                    "the query would write: cannot execute INSERT in a read-only transaction")
            ),
            (
                1,
                "ERROR:  57014: canceling statement due to statement timeout\n"
                    + "LOCATION:  ProcessInterrupts, postgres.c:3319\n",
                .failed("the query took longer than 1.5 s")
            ),
            (
                1, "ERROR:  42501: permission denied for table booths\n",
                .failed("permission denied for table booths")
            ),
            (
                1, "ERROR:  22012: division by zero\n",
                .unknown("the database does not accept the query: division by zero")
            ),
            (
                1, "ERROR:  53100: could not write to file: No space left on device\n",
                .failed("the database reports: could not write to file: No space left on device")
            ),
            (
                2,
                "psql: error: connection to server at \"database\" (172.18.0.3), port 5432 failed: "
                    + "FATAL:  password authentication failed for user \"voxbento\"\n",
                .failed(
                    "the database refused: password authentication failed for user \"voxbento\"")
            ),
            (
                2,
                "psql: error: connection to server on socket \"/var/run/postgresql/.s.PGSQL.5432\" "
                    + "failed: FATAL:  database \"nosuchdb\" does not exist\n",
                .failed("the database refused: database \"nosuchdb\" does not exist")
            ),
            (
                2,
                "psql: error: connection to server on socket \"/var/run/postgresql/.s.PGSQL.5432\" "
                    + "failed: FATAL:  sorry, too many clients already\n",
                .failed("the database refused: sorry, too many clients already")
            ),
            (
                2,
                "psql: error: connection to server at \"busy\" (172.18.0.6), port 5432 failed: "
                    + "Connection refused\n\tIs the server running on that host and accepting "
                    + "TCP/IP connections?\n",
                .failed(
                    "the database did not answer: connection to server at \"busy\" (172.18.0.6), "
                        + "port 5432 failed: Connection refused")
            ),
            (
                2,
                "psql: error: connection to server at \"database\" (172.18.0.3), port 5432 failed: "
                    + "fe_sendauth: no password supplied\n", .wantsPassword
            ),
            (
                2,
                "psql: error: connection failed: FATAL:  unsupported startup parameter: options\n",
                .unknown(
                    "the session can't be kept from writing: unsupported startup parameter: options"
                )
            ),
            (137, "", .unknown("psql ended with 137 and printed nothing")),
        ] as [(Int32, String, SQLTrouble)])
    func psqlTrouble(exitCode: Int32, text: String, trouble: SQLTrouble) throws {
        let result = Self.failed(text, exitCode: exitCode)
        #expect(try PostgresClient().trouble(from: result, with: Self.question()) == trouble)
    }

    @Test(
        "mysql's rows, first value and time are read",
        arguments: [
            ("line\\nbreak\\ttab\\\\\n698\n", 1, .text("line\nbreak\ttab\\"), 0.000698),
            ("1\ta\n2\tb\n228\n", 2, .text("1"), 0.000228),
            ("NULL\n10\n", 1, .null, 0.00001),
            ("\n10\n", 1, .text(""), 0.00001),
            ("141\n", 0, nil, 0.000141),
            ("", 0, nil, nil),
        ] as [(String, Int, SQLAnswer.Value?, Double?)])
    func mysql(output: String, rows: Int, first: SQLAnswer.Value?, seconds: Double?) {
        #expect(
            MySQLClient().answer(from: Self.printed(output))
                == SQLAnswer(rows: rows, first: first, seconds: seconds))
    }

    @Test(
        "what mysql complains of is told apart",
        arguments: [
            (
                "--------------\nSELECT * FROM nosuch\n--------------\n\n"
                    + "ERROR 1146 (42S02) at line 1: Table 'app.nosuch' doesn't exist\n",
                .failed("Table 'app.nosuch' doesn't exist")
            ),
            (
                "ERROR 1792 (25006) at line 1: Cannot execute statement in a READ ONLY transaction\n",
                .unknown(
                    "the query would write: Cannot execute statement in a READ ONLY transaction")
            ),
            (
                "ERROR 1969 (70100) at line 1: Query execution was interrupted "
                    + "(max_statement_time exceeded)\n",
                .failed("the query took longer than 1.5 s")
            ),
            (
                "ERROR 1045 (28000): Access denied for user 'app'@'localhost' (using password: YES)\n",
                .failed(
                    "the database refused: Access denied for user 'app'@'localhost' "
                        + "(using password: YES)")
            ),
            (
                "ERROR 1044 (42000): Access denied for user 'app'@'localhost' to database 'nodb'\n",
                .failed(
                    "the database refused: Access denied for user 'app'@'localhost' to database "
                        + "'nodb'")
            ),
            (
                "ERROR 2002 (HY000): Can't connect to local server through socket '/nosuch' (2)\n",
                .failed(
                    "the database did not answer: Can't connect to local server through socket "
                        + "'/nosuch' (2)")
            ),
            (
                "ERROR 1142 (42000) at line 1: SELECT command denied to user 'app'@'localhost' for "
                    + "table `mysql`.`user`\n",
                .failed(
                    "SELECT command denied to user 'app'@'localhost' for table `mysql`.`user`")
            ),
            (
                "ERROR 1064 (42000) at line 1: You have an error in your SQL syntax\n",
                .unknown(
                    "the database does not accept the query: You have an error in your SQL syntax")
            ),
            ("", .unknown("mysql could not ask: it printed nothing")),
        ] as [(String, SQLTrouble)])
    func mysqlTrouble(text: String, trouble: SQLTrouble) throws {
        #expect(
            try MySQLClient().trouble(from: Self.failed(text), with: Self.question()) == trouble)
    }

    @Test("a refused login without a password asks for one")
    func noPassword() throws {
        let result = Self.failed(
            "ERROR 1045 (28000): Access denied for user 'app'@'localhost' (using password: NO)\n")
        let trouble = try MySQLClient().trouble(
            from: result, with: Self.question(password: nil))
        #expect(trouble == .wantsPassword)
    }

    @Test("a result that was cut off is not counted on")
    func cut() {
        let result = Self.printed("1\u{0}2\u{0}3", isTruncated: true)
        let answer = PostgresClient().answer(from: result)
        #expect(answer.isCut && answer.first == .text("1"))
        let rows = Self.printed("1\n2\n3", isTruncated: true)
        #expect(MySQLClient().answer(from: rows).first == .text("1"))
        #expect(SQLiteClient().answer(from: Self.printed("1\u{1E}2", isTruncated: true)).rows == 1)
    }

    @Test("no password and no query of a client's own stands among the arguments")
    func arguments() throws {
        let question = try Self.question(password: "hunter2222")
        for client in [PostgresClient(), MySQLClient(), SQLiteClient()] as [any SQLClient] {
            let arguments = client.arguments(for: question).joined(separator: " ")
            #expect(!arguments.contains("hunter2222"))
        }
        #expect(PostgresClient().environment(for: question)["PGPASSWORD"] == "hunter2222")
        #expect(MySQLClient().environment(for: question)["MYSQL_PWD"] == "hunter2222")
        var named = question
        named.database = "-cmd"
        #expect(SQLiteClient().arguments(for: named).contains("./-cmd"))
    }
}
