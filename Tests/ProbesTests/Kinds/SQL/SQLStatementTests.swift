import Testing

@testable import Probes

@Suite struct SQLStatementTests {
    @Test(
        "one statement that only reads is taken, on one line and without comments",
        arguments: [
            (.psql, "SELECT 1", "SELECT 1"),
            (.psql, "  select 1 ;; \n", "select 1"),
            (.psql, "SELECT 1 -- one\n, 2 /* two */", "SELECT 1 , 2"),
            (
                .psql, "SELECT ';' AS \"a;b\", $$;$$, $x$;$$;$x$",
                "SELECT ';' AS \"a;b\", $$;$$, $x$;$$;$x$"
            ),
            (
                .psql, "SELECT 'it''s', E'a\\nb', a[1], b::text",
                "SELECT 'it''s', E'a\\nb', a[1], b::text"
            ),
            (.psql, "(SELECT 1) UNION (SELECT 2)", "(SELECT 1) UNION (SELECT 2)"),
            (.psql, "WITH x AS (SELECT 1) SELECT * FROM x", "WITH x AS (SELECT 1) SELECT * FROM x"),
            (.psql, "SHOW max_connections", "SHOW max_connections"),
            (.psql, "TABLE booths", "TABLE booths"),
            (.psql, "SELECT 'ä' AS größe", "SELECT 'ä' AS größe"),
            (.psql, "SELECT 3 # 5", "SELECT 3 # 5"),
            (
                .psql, "SELECT count(*) FROM pg_stat_activity",
                "SELECT count(*) FROM pg_stat_activity"
            ),
            (.mysql, "SELECT 1 # one", "SELECT 1"),
            (.mysql, "SELECT `a;b` FROM t -- x", "SELECT `a;b` FROM t"),
            (.mysql, "DESC booths", "DESC booths"),
            (.sqlite3, "SELECT [a;b] FROM t", "SELECT [a;b] FROM t"),
            (.sqlite3, "PRAGMA quick_check", "PRAGMA quick_check"),
            (.sqlite3, "pragma main.table_info('t')", "pragma main.table_info('t')"),
        ] as [(SQLDialect, String, String)])
    func taken(dialect: SQLDialect, query: String, text: String) throws {
        #expect(try SQLStatement(query, for: dialect).text == text)
    }

    @Test(
        "anything else is refused, with what is wrong",
        arguments: [
            (.psql, "", .empty),
            (.psql, " ; -- nothing", .empty),
            (.psql, "SELECT 1; DELETE FROM t", .severalStatements),
            (.psql, "SELECT 1;SELECT 2", .severalStatements),
            (.psql, "SELECT '' ; DROP TABLE t --'", .severalStatements),
            (.psql, "SELECT $$a$$; DROP TABLE t", .severalStatements),
            (.psql, "SELECT a$$; DROP TABLE t; --$$", .severalStatements),
            (.psql, "INSERT INTO t VALUES (1)", .notReading("insert", .psql)),
            (.psql, "SET transaction_read_only=off", .notReading("set", .psql)),
            (.psql, "COPY t TO PROGRAM 'sh'", .notReading("copy", .psql)),
            (.psql, "DO 'x'", .notReading("do", .psql)),
            (.psql, "PRAGMA quick_check", .notReading("pragma", .psql)),
            (.psql, "'SELECT'", .notReading("", .psql)),
            (.psql, "SELECT * INTO copied FROM t", .into),
            (.mysql, "SELECT 1 INTO/**/OUTFILE '/tmp/x'", .into),
            (.psql, "\\! touch /tmp/x", .backslash),
            (.psql, "SELECT 1 \\g /tmp/x", .backslash),
            (.psql, "SELECT 1\n\\! id", .backslash),
            (.mysql, "SELECT 1 \\! id", .backslash),
            (.psql, "SELECT 'a\\'; DROP TABLE t; --'", .escapedQuote),
            (.mysql, "SELECT \"a\\\"; DROP TABLE t; --\"", .escapedQuote),
            (.psql, "SELECT 'a", .unclosed("a quote")),
            (.psql, "SELECT $a$ $b$", .unclosed("a quote")),
            (.psql, "SELECT 1 /* x", .unclosed("a comment")),
            (.psql, "SELECT 1 /* /* */ ; DROP TABLE t */", .ambiguous("a comment in a comment")),
            (.mysql, "SELECT 1 /*! ; DROP TABLE t */", .ambiguous("/*!")),
            (.mysql, "SELECT 1 /*M! ; DROP TABLE t */", .ambiguous("/*!")),
            (.mysql, "SELECT 1--1; DROP TABLE t", .ambiguous("--")),
            (.psql, "SELECT 1$$; DROP TABLE t; --$$", .ambiguous("a $ behind a number")),
            (.psql, "SELECT $1", .ambiguous("a $")),
            (.sqlite3, "SELECT $$;$$", .ambiguous("a $")),
            (.psql, "SELECT `a`", .ambiguous("a backquote")),
            (.psql, "SELECT U&\"pg\\005fsleep\"(1)", .ambiguous("U&\"")),
            (.psql, "SELECT 'a\nb'", .controlCharacter),
            (.psql, "SELECT 1 -- x\r; DROP TABLE t", .controlCharacter),
            (.psql, "SELECT 1\u{0}", .controlCharacter),
            (.psql, "SELECT pg_terminate_backend(1)", .sideEffect("pg_terminate_backend")),
            (.psql, "SELECT pg_catalog . \"pg_reload_conf\" ()", .sideEffect("pg_reload_conf")),
            (.psql, "SELECT lo_unlink(1)", .sideEffect("lo_unlink")),
            (.psql, "SELECT * FROM dblink_exec('DROP TABLE t')", .sideEffect("dblink_exec")),
            (.mysql, "SELECT sys_exec('id')", .sideEffect("sys_exec")),
            (.sqlite3, "SELECT writefile('/tmp/x', 'y')", .sideEffect("writefile")),
            (.sqlite3, "SELECT [load_extension]('x')", .sideEffect("load_extension")),
            (.psql, "SELECT pg_read_file('/etc/passwd')", .sideEffect("pg_read_file")),
            (.psql, "SELECT pg_read_binary_file('x')", .sideEffect("pg_read_binary_file")),
            (.psql, "SELECT * FROM pg_ls_dir('/')", .sideEffect("pg_ls_dir")),
            (.psql, "SELECT pg_stat_file('x')", .sideEffect("pg_stat_file")),
            (
                .psql, "SELECT query_to_xmlschema('x', true, true, '')",
                .sideEffect("query_to_xmlschema")
            ),
            (.psql, "SELECT * FROM ts_stat('SELECT 1')", .sideEffect("ts_stat")),
            (.psql, "SELECT http_get('http://x/')", .sideEffect("http_get")),
            (.psql, "SELECT http(('GET', 'http://x/'))", .sideEffect("http")),
            (.sqlite3, "SELECT * FROM fsdir('/')", .sideEffect("fsdir")),
            (.sqlite3, "SELECT * FROM fsdir WHERE path = '/'", .sideEffect("fsdir")),
            (.sqlite3, "SELECT * FROM 'FsDir'('/')", .sideEffect("fsdir")),
            (.sqlite3, "SELECT * FROM [zipfile]('x')", .sideEffect("zipfile")),
            (.sqlite3, "PRAGMA user_version = 5", .pragma("user_version")),
            (.sqlite3, "PRAGMA journal_mode(WAL)", .pragma("journal_mode")),
            (.sqlite3, "PRAGMA wal_checkpoint", .pragma("wal_checkpoint")),
            (.sqlite3, "EXPLAIN PRAGMA quick_check", .pragma("quick_check")),
            (.sqlite3, ".shell id", .notReading("", .sqlite3)),
            (.sqlite3, "ATTACH '/tmp/x' AS x", .notReading("attach", .sqlite3)),
        ] as [(SQLDialect, String, SQLMistake)])
    func refused(dialect: SQLDialect, query: String, mistake: SQLMistake) {
        #expect(throws: mistake) { try SQLStatement(query, for: dialect) }
        #expect(!mistake.summary.isEmpty && mistake.summary.last != ".")
    }

    @Test(
        "a query of any length and any bytes is read in linear time", arguments: SQLDialect.allCases
    )
    func bounds(dialect: SQLDialect) {
        let long = "SELECT " + String(repeating: "(", count: SQLStatement.longest)
        #expect(throws: SQLMistake.tooLong(SQLStatement.longest)) {
            try SQLStatement(long, for: dialect)
        }
        for part in [
            "(", "'", "\"", "/*", "--\n", "$a", "$$", ";", "\u{FFFD}", "a", "[", "`", "- ",
        ] {
            let count = (SQLStatement.longest - 8) / part.utf8.count
            _ = try? SQLStatement(
                "SELECT " + String(repeating: part, count: count), for: dialect)
        }
    }
}
