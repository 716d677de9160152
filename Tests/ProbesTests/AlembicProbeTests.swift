import Catalog
import Machine
import Probes
import Testing

@Suite struct AlembicProbeTests {
    private static let settings = "[alembic]\nscript_location = %(here)s/migrations\n"

    private static func script(_ revision: String, _ down: String) -> FakeFileSystem.Node {
        .text("\"\"\"doc\"\"\"\nrevision = \"\(revision)\"\ndown_revision = \(down)\n")
    }

    private static let files: [String: FakeFileSystem.Node] = [
        "/srv/backend/alembic.ini": .text(settings),
        "/srv/backend/migrations/versions/1_events.py": script("3f1c", "None"),
        "/srv/backend/migrations/versions/2_booths.py": script("8b24", "\"3f1c\""),
        "/srv/backend/migrations/versions/3_words.py": script("c7d9", "\"8b24\""),
    ]

    private static func check(
        _ current: FakeCommandRunner.Answer? = nil, extra: [String: FakeFileSystem.Node] = [:],
        command: String = "alembic current"
    ) -> (LineCheck, FakeCommandRunner) {
        let commands = FakeCommandRunner(current.map { [command: $0] } ?? [:])
        let files = FakeFileSystem(Self.files.merging(extra) { $1 })
        return (
            LineCheck(.fake(commands: commands, files: files, workingDirectory: "/srv")), commands
        )
    }

    @Test(
        "a database at the scripts' head passes",
        arguments: [
            "alembic backend", "alembic backend heads=1", "alembic backend heads=c7d9",
            "alembic backend current=head", "alembic backend current=c7d9 heads<2",
            "alembic ./backend/ current!=8b24 current~^c7",
        ])
    func wellDone(line: String) async throws {
        let (check, _) = Self.check(.output("c7d9 (head)\n"))
        let result = try await check.result(line)
        #expect(result.outcome == .pass, "\(result.observed)")
        #expect(result.component == "migrations")
    }

    @Test("counting heads runs nothing")
    func noCommand() async throws {
        let (check, commands) = Self.check()
        #expect(try await check.result("alembic backend heads=1").outcome == .pass)
        #expect(commands.commands.isEmpty)
    }

    @Test(
        "a database elsewhere fails with how far it is",
        arguments: [
            ("8b24\n", "current 8b24, 1 behind head c7d9"),
            ("3f1c\n", "current 3f1c, 2 behind head c7d9"),
            ("", "current no revision, 3 behind head c7d9"),
            ("loading settings…\nhello world\n8b24\n", "current 8b24, 1 behind head c7d9"),
        ])
    func behind(output: String, observed: String) async throws {
        let (check, _) = Self.check(.output(output))
        let result = try await check.result("alembic backend current=head")
        #expect(result.outcome == .fail)
        #expect(result.observed == observed)
        // It may be why what depends on the migrations fails.
        #expect(!result.isConfiguration)
    }

    @Test("two heads fail, even with the database at one of them")
    func twoHeads() async throws {
        let extra = ["/srv/backend/migrations/versions/4_more.py": Self.script("e51b", "('8b24',)")]
        let (check, _) = Self.check(.output("c7d9 (head)\n"), extra: extra)
        let result = try await check.result("alembic backend")
        #expect(result.observed == "heads 2 (c7d9, e51b), current c7d9, 1 behind heads c7d9, e51b")
    }

    @Test("a database at all of several heads is at head")
    func allHeads() async throws {
        let extra = ["/srv/backend/migrations/versions/4_more.py": Self.script("e51b", "'8b24'")]
        let (check, _) = Self.check(.output("c7d9 (head)\ne51b (head)\n"), extra: extra)
        #expect(try await check.result("alembic backend current=head").outcome == .pass)
    }

    @Test(
        "scripts that make no graph fail with the reason",
        arguments: [
            (
                "9.py", "revision = 'c7d9'\ndown_revision = None\n",
                "3_words.py and 9.py are both called c7d9"
            ),
            (
                "9.py", "revision = 'd'\ndown_revision = 'gone'\n",
                "9.py follows gone, which no script declares"
            ),
            ("9.py", "revision = 'd'\ndown_revision = 'd'\n", "d follow one another in a circle"),
            (
                "9.py", "revision = 'd'\ndown_revision = '8b24'\ndepends_on = 'x'\n",
                "9.py depends on x, which no script declares"
            ),
            (
                "helpers.py", "def f(): pass\n",
                "helpers.py declares no revision, which alembic refuses"
            ),
            (
                "9.py", "revision = make()\ndown_revision = None\n",
                "9.py computes its revision, so only alembic can tell"
            ),
        ])
    func brokenGraph(file: String, text: String, observed: String) async throws {
        let (check, _) = Self.check(
            extra: ["/srv/backend/migrations/versions/\(file)": .text(text)])
        let result = try await check.result("alembic backend heads=1")
        #expect(result.outcome == .fail)
        #expect(result.observed == observed)
    }

    @Test(
        "a folder without settings is unknown, with where there are some",
        arguments: [
            ("alembic . heads=1", "no alembic.ini in .; there is one in backend"),
            ("alembic nowhere heads=1", "no alembic.ini in nowhere"),
            ("alembic backend ini=other.ini heads=1", "no other.ini in backend"),
        ])
    func wrongFolder(line: String, observed: String) async throws {
        let result = try await Self.check().0.result(line)
        #expect(result.outcome == .unknown)
        #expect(result.observed == observed)
    }

    private static let refused = """
        Traceback (most recent call last):
          File "/app/psycopg/connection.py", line 126, in connect
            raise last_ex
        sqlalchemy.exc.OperationalError: (psycopg.OperationalError) connection failed: connection \
        to server at "127.0.0.1", port 5432 failed: Connection refused
        \tIs the server running on that host and accepting TCP/IP connections?
        (Background on this error at: https://sqlalche.me/e/21/e3q8)
        """

    @Test(
        "what alembic fails with is told apart",
        arguments: [
            (
                FakeCommandRunner.Answer.exit(1, error: refused), Outcome.fail,
                "the database did not answer: sqlalchemy.exc.OperationalError: "
                    + "(psycopg.OperationalError) connection failed: connection to server at "
                    + "\"127.0.0.1\", port 5432 failed: Connection refused"
            ),
            (
                .exit(
                    1,
                    error:
                        "asyncpg.exceptions.InvalidPasswordError: password authentication failed for user \"u\""
                ),
                .fail,
                "the database refused: asyncpg.exceptions.InvalidPasswordError: password authentication failed for user \"u\""
            ),
            (
                .exit(1, error: "x\nKeyError: 'DATABASE_URL'"), .unknown,
                "`alembic current` failed: KeyError: 'DATABASE_URL'"
            ),
            (
                .exit(1, error: "ValueError: bad url postgresql://u:hunter22@db/x"), .unknown,
                "`alembic current` failed: ValueError: bad url postgresql://u:[redacted:1]@db/x"
            ),
            (
                .output("FAILED: Can't locate revision identified by 'ffff'\n", exitCode: 255),
                .fail,
                "current ffff, which no script here declares"
            ),
            (
                .output(
                    "FAILED: No 'script_location' key found in configuration.\n", exitCode: 255),
                .unknown,
                "alembic was run where no alembic.ini is: run it in the folder of alembic.ini"
            ),
            (
                .failure(.notFound("alembic")), .unknown,
                "alembic is not installed here; via= says how to run it, as in via=\"uv run\""
            ),
            (
                .failure(.timedOut("alembic", after: .seconds(10))), .fail,
                "alembic current did not finish within 10 s"
            ),
        ])
    func failures(
        answer: FakeCommandRunner.Answer, outcome: Outcome, observed: String
    ) async throws {
        let result = try await Self.check(answer).0.result("alembic backend current=head")
        #expect(result.outcome == outcome)
        #expect(result.observed == observed)
    }

    @Test(
        "via runs in the folder, or in the working directory where it goes elsewhere",
        arguments: [
            ("uv run", "uv run alembic current", "/srv/backend"),
            (
                "docker compose exec -T portal uv run",
                "docker compose exec -T portal uv run alembic current", "/srv"
            ),
            ("docker exec -i my-box", "docker exec -i my-box alembic current", "/srv"),
            ("sudo docker exec 'my box'", "sudo docker exec 'my box' alembic current", "/srv"),
            ("", "alembic current", "/srv/backend"),
        ])
    func via(via: String, command: String, folder: String) async throws {
        var (check, commands) = Self.check(.output("c7d9 (head)"), command: command)
        check.context.allowsExecution = via.hasPrefix("sudo")
        let result = try await check.result("alembic backend via=\"\(via)\" current=head")
        #expect(result.outcome == .pass, "\(result.observed)")
        #expect(commands.commands.map(\.line) == [command])
        #expect(commands.commands.map(\.directory) == [folder])
    }

    @Test("settings of another name are passed on")
    func otherSettings() async throws {
        let (check, commands) = Self.check(
            .output("c7d9 (head)"), extra: ["/srv/backend/dev.ini": .text(Self.settings)],
            command: "alembic -c dev.ini current")
        #expect(try await check.result("alembic backend ini=dev.ini").outcome == .pass)
        #expect(commands.commands.count == 1)
    }

    @Test("where the folder has no scripts, the container is asked for its heads")
    func headsElsewhere() async throws {
        let commands = FakeCommandRunner([
            "docker compose exec -T portal alembic heads": .output("aa (head)\nbb (head)\n"),
            "docker compose exec -T portal alembic current": .output("aa (head)\n"),
        ])
        let check = LineCheck(.fake(commands: commands, workingDirectory: "/srv"))
        let result = try await check.result("alembic . via=\"docker compose exec -T portal\"")
        #expect(result.observed == "heads 2 (aa, bb), current aa, behind heads aa, bb")
    }

    @Test("a container that is down leaves everything unknown")
    func containerDown() async throws {
        let commands = FakeCommandRunner([
            "docker compose exec": .exit(1, error: "service \"portal\" is not running")
        ])
        let check = LineCheck(.fake(commands: commands, workingDirectory: "/srv"))
        let result = try await check.result("alembic . via=\"docker compose exec -T portal\"")
        #expect(result.outcome == .unknown)
        #expect(result.observed == "alembic could not be run: service \"portal\" is not running")
    }
}
