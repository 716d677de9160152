import Catalog
import Machine
import Testing

@testable import Probes

@Suite struct SQLProbeTests {
    private static let declared = """
        {"services": {"database": {"image": "postgres:16",
            "environment": {"POSTGRES_USER": "declared"}}, "cache": {"image": "memcached"}}}
        """
    private static let environment =
        "POSTGRES_USER=booths\0POSTGRES_DB=live\0POSTGRES_PASSWORD=interpreter\0"
    private static let exec = "docker compose exec -T -e LC_ALL"

    private func commands(
        _ answers: [String: FakeCommandRunner.Answer]
    ) -> FakeCommandRunner {
        let all: [String: FakeCommandRunner.Answer] = [
            "docker compose config": .output(Self.declared),
            "docker compose ps": .output(""),
            "docker compose exec -T database env -0": .output(Self.environment),
        ]
        return FakeCommandRunner(all.merging(answers) { $1 })
    }

    private func check(_ commands: FakeCommandRunner) -> LineCheck {
        LineCheck(.fake(commands: commands, files: FakeFileSystem(["/srv/compose.yaml": ""])))
    }

    private func result(
        _ line: String, _ answers: [String: FakeCommandRunner.Answer]
    ) async throws -> ProbeResult {
        try await check(commands(answers)).result(line)
    }

    @Test(
        "the answer is judged",
        arguments: [
            ("sql database query='SELECT 1'", "1\0Time: 2 ms\n", .pass, "rows 1"),
            ("sql database query='SELECT 1'", "Time: 2 ms\n", .fail, "rows 0"),
            (
                "sql database query='SELECT 1' value=1 rows=1 latency<10ms",
                "1\u{1F}2\0Time: 2 ms\n", .pass, "value 1, rows 1, latency 2 ms"
            ),
            ("sql database query='SELECT 1' value<5", "7\0Time: 2 ms\n", .fail, "value 7"),
            ("sql database query='SELECT 1' value=true", "t\0Time: 2 ms\n", .pass, "value t"),
            ("sql database query='SELECT 1' value!=true", "f\0Time: 2 ms\n", .pass, "value f"),
            ("sql database query='SELECT 1' value=x", "\u{1}\0Time: 2 ms\n", .fail, "value NULL"),
            (
                "sql database query='SELECT 1' value=x", "Time: 2 ms\n", .fail,
                "value none, the query gives no row"
            ),
            (
                "sql database query='SELECT 1' latency<1s", "1\0Time: 2500.5 ms (00:02.5)\n", .fail,
                "latency 2.5 s"
            ),
            (
                "sql database query='SELECT 1' value=x", "a\u{1B}[31mb\nc\0Time: 2 ms\n", .fail,
                "value a [31mb c"
            ),
        ] as [(String, String, Outcome, String)])
    func judged(line: String, output: String, outcome: Outcome, observed: String) async throws {
        let result = try await result(line, [Self.exec: .output(output)])
        #expect(result.outcome == outcome)
        #expect(result.observed == observed)
        #expect(result.component == "database")
    }

    @Test("user, database and password come from the container, the password in no argument")
    func access() async throws {
        let commands = commands([Self.exec: .output("1\0Time: 2 ms\n")])
        _ = try await check(commands).result("sql database query='SELECT 1'")
        let command = try #require(commands.commands.first { $0.arguments.contains("psql") })
        #expect(command.environment["PGUSER"] == "booths")
        #expect(command.environment["PGDATABASE"] == "live")
        #expect(command.environment["PGPASSWORD"] == "interpreter")
        #expect(
            command.environment["PGOPTIONS"]?.hasPrefix("-c default_transaction_read_only=on")
                == true)
        #expect(!command.line.contains("interpreter"))
        #expect(command.arguments.contains("PGPASSWORD"))
    }

    @Test(
        "what the line says goes before what the container says",
        arguments: [
            (["POSTGRES_USER": "a", "POSTGRES_PASSWORD": "p"], nil, ["a", "a", "p"]),
            (["POSTGRES_USER": "a", "POSTGRES_PASSWORD": "p"], "other", ["other", "other", nil]),
            (["POSTGRESQL_USERNAME": "a", "POSTGRESQL_DATABASE": "d"], nil, ["a", "d", nil]),
            ([:], nil, ["postgres", "postgres", nil]),
        ] as [([String: String], String?, [String?])])
    func postgresAccess(environment: [String: String], user: String?, expected: [String?]) {
        let access = SQLAccess(
            of: .psql, user: user, database: nil, password: nil, environment: environment)
        #expect([access.user, access.database, access.password] == expected)
    }

    @Test(
        "MySQL's root has a password of its own",
        arguments: [
            (
                ["MYSQL_USER": "app", "MYSQL_PASSWORD": "p", "MYSQL_DATABASE": "d"], nil,
                ["app", "d", "p"]
            ),
            (["MARIADB_ROOT_PASSWORD": "r"], nil, ["root", nil, "r"]),
            (
                ["MYSQL_USER": "app", "MYSQL_PASSWORD": "p", "MYSQL_ROOT_PASSWORD": "r"], "root",
                ["root", nil, "r"]
            ),
            (["MYSQL_USER": "root", "MYSQL_PASSWORD": "p"], "x", ["x", nil, nil]),
        ] as [([String: String], String?, [String?])])
    func mysqlAccess(environment: [String: String], user: String?, expected: [String?]) {
        let access = SQLAccess(
            of: .mysql, user: user, database: nil, password: nil, environment: environment)
        #expect([access.user, access.database, access.password] == expected)
    }

    @Test(
        "the client follows from the environment, the image or the file",
        arguments: [
            (["POSTGRES_DB": "x"], nil, nil, .psql), (["PGDATA": "/x"], nil, nil, .psql),
            (["MYSQL_DATABASE": "x"], nil, nil, .mysql), ([:], "mariadb:11", nil, .mysql),
            ([:], "registry.local/PostGIS:16", nil, .psql),
            ([:], nil, "/data/app.sqlite", .sqlite3),
            ([:], "python:3", nil, nil),
            (["POSTGRES_HOST": "x", "MYSQL_HOST": "y"], "backend:1", nil, nil),
        ] as [([String: String], String?, String?, SQLDialect?)])
    func dialect(
        environment: [String: String], image: String?, database: String?, expected: SQLDialect?
    ) {
        #expect(
            SQLDialect(environment: environment, image: image, database: database) == expected)
    }

    @Test(
        "what keeps the client from asking is told apart",
        arguments: [
            (
                "sql database query='SELECT 1'", exec,
                .exit(1, error: "service \"database\" is not running\n"), .fail,
                "the service database is not running: not created"
            ),
            (
                "sql database query='SELECT 1'", exec,
                .output(
                    "OCI runtime exec failed: exec failed: unable to start container process: "
                        + "exec: \"psql\": executable file not found in $PATH: unknown\n",
                    exitCode: 126), .unknown, "the container of database has no program psql"
            ),
            (
                "sql database query='SELECT 1'", exec,
                .output(
                    "OCI runtime exec failed: exec failed: unable to start container process: "
                        + "exec: \"psql\": permission denied: unknown\n", exitCode: 126), .unknown,
                "the container of database can't run psql: OCI runtime exec failed: exec failed: "
                    + "unable to start container process: exec: \"psql\": permission denied: unknown"
            ),
            (
                "sql database query='SELECT 1'", exec,
                .failure(.timedOut("docker", after: .seconds(9))), .fail,
                "database did not answer within 10 s"
            ),
            (
                "sql database query='SELECT 1'", exec,
                .exit(1, error: "Cannot connect to the Docker daemon at unix:///x. Is it running?"),
                .unknown, "no Docker engine answers at unix:///x: run `docker info`"
            ),
            (
                "sql cache query='SELECT 1'", "docker compose exec -T cache env -0",
                .output("A=b\0"), .unknown, "nothing tells which database cache is: give client="
            ),
            (
                "sql datbase query='SELECT 1'", "docker compose exec -T datbase env -0",
                .exit(1, error: "service \"datbase\" is not running"), .unknown,
                "the compose file has no service datbase; did you mean 'database'?"
            ),
            (
                "sql database query='SELECT 1' client=sqlite3", exec, .exit(0), .unknown,
                "sqlite3 wants the database's file: give database="
            ),
        ] as [(String, String, FakeCommandRunner.Answer, Outcome, String)])
    private func troubles(
        line: String, command: String, answer: FakeCommandRunner.Answer, outcome: Outcome,
        observed: String
    ) async throws {
        let result = try await result(line, [command: answer])
        #expect(result.outcome == outcome)
        #expect(result.observed == observed)
    }

    @Test("an engine that hangs is no fault of the database")
    func hangingEngine() async throws {
        let check = LineCheck(
            .fake(
                commands: commands(["docker compose exec -T database env -0": .hang]),
                files: FakeFileSystem(["/srv/compose.yaml": ""]), clock: FakeClock()))
        let result = try await check.result("sql database query='SELECT 1'")
        #expect(result.outcome == .unknown)
        #expect(result.observed.hasPrefix("`docker compose exec` took too long"))
    }

    @Test("a MariaDB image without `mysql` is asked with `mariadb`")
    func mariadb() async throws {
        let missing = "exec failed: exec: \"mysql\": executable file not found in $PATH"
        let exec = "docker compose exec -T -e LC_ALL -e MYSQL_PWD database"
        let result = try await result(
            "sql database query='SELECT 1' client=mysql password=secret-word value=1",
            [
                exec + " mysql": .exit(127, error: missing),
                exec + " mariadb": .output("1\n200\n"),
            ])
        #expect(result.outcome == .pass)
    }

    @Test("a password of the line is hidden, also in what the database says")
    func hidden() async throws {
        let result = try await result(
            "sql database password=secret-word query='SELECT 1'",
            [
                Self.exec: .exit(
                    2, error: "psql: error: FATAL:  no entry for user x, password secret-word\n")
            ])
        #expect(result.outcome == .fail)
        #expect(
            !result.observed.contains("secret-word") && !result.line.text.contains("secret-word"))
    }

    @Test("what a variable makes of a query is checked again, before anything is run")
    func filled() async throws {
        let commands = commands([:])
        let check = try ProbeCheck(
            LineCheck.line("sql database client=psql query=\"SELECT 1 FROM t WHERE s='${S}'\""),
            variables: { _ in "x'; DROP TABLE t; --" }, timeout: .seconds(10))
        let context = self.check(commands).context
        let observation = await SQLProbe().observe(check.request, in: context)
        #expect(
            observation.readings.values.first == .unknown("the query is more than one statement"))
        #expect(commands.commands.isEmpty)
    }

    @Test(
        "lint refuses what could never be asked",
        arguments: [
            ("sql database", "sql wants query="),
            (
                "sql database query='DROP TABLE t'",
                "a query for psql begins with EXPLAIN, SELECT, "
                    + "SHOW, TABLE, VALUES, WITH, not with DROP"
            ),
            (
                "sql database query='SELECT 1' client=oracle",
                "client= is psql, mysql or sqlite3, not 'oracle'"
            ),
            ("sql -x query='SELECT 1'", "'-x' is no name of a service"),
        ])
    func lint(line: String, message: String) throws {
        let diagnostics = ProbeLineValidation.diagnostics(for: try LineCheck.line(line))
        #expect(diagnostics.map(\.message) == [message])
    }

    @Test(
        "lint takes what some client could ask",
        arguments: [
            "sql database query='PRAGMA quick_check'", "sql database query='DESC t'",
            "sql database query=\"SELECT 1 FROM ${TABLE}\"", "sql ${DB} query='SELECT 1'",
        ])
    func taken(line: String) throws {
        #expect(ProbeLineValidation.diagnostics(for: try LineCheck.line(line)).isEmpty)
    }
}
