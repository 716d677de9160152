import Catalog
import Machine
import Testing

@testable import Probes

@Suite struct RedisProbeTests {
    private static let declared = #"{"services": {"redis": {}, "worker": {}}}"#
    private static let exec = "docker compose exec -T -e REDISCLI_AUTH -e VALKEYCLI_AUTH redis"

    private func commands(
        _ answers: [String: FakeCommandRunner.Answer]
    ) -> FakeCommandRunner {
        let all: [String: FakeCommandRunner.Answer] = [
            "docker compose config": .output(Self.declared),
            "docker compose ps": .output(""),
            "docker compose exec -T redis env -0": .output("REDIS_PASSWORD=booth-cache\0"),
        ]
        return FakeCommandRunner(all.merging(answers) { $1 })
    }

    private func result(
        _ line: String, _ answers: [String: FakeCommandRunner.Answer]
    ) async throws -> ProbeResult {
        try await LineCheck(
            .fake(
                commands: commands(answers), files: FakeFileSystem(["/srv/compose.yaml": ""]))
        ).result(line)
    }

    @Test(
        "the answer is judged",
        arguments: [
            ("redis redis", "PONG\n", .pass, "value PONG"),
            ("redis redis command='LLEN q' value<100", "(integer) 250\n", .fail, "value 250"),
            ("redis redis command='LLEN q' value=0", "(integer) 0\n", .pass, "value 0"),
            ("redis redis command='GET k' value=x", "(nil)\n", .fail, "value (nil)"),
            ("redis redis command='GET k' value!=x", "(nil)\n", .pass, "value (nil)"),
            ("redis redis command='GET k' value<5", "\"4\"\n", .pass, "value 4"),
            ("redis redis command='GET k' value=x", "\"a\\x1b[1mb\"\n", .fail, "value a [1mb"),
            (
                "redis redis command='LRANGE q 0 -1' value~^a", "1) \"ab\"\n2) \"b\"\n", .fail,
                "value b"
            ),
            (
                "redis redis command='LRANGE q 0 -1' value=a", "(empty array)\n", .fail,
                "value an empty list"
            ),
        ] as [(String, String, Outcome, String)])
    func judged(line: String, output: String, outcome: Outcome, observed: String) async throws {
        let result = try await result(line, [Self.exec: .output(output)])
        #expect(result.outcome == outcome)
        #expect(result.observed == observed)
        #expect(result.component == "redis")
    }

    @Test("what a server refuses is told apart", arguments: refusals)
    private func refused(
        line: String, output: String, notes: String, outcome: Outcome, observed: String
    ) async throws {
        let result = try await result(line, [Self.exec: .output(output, error: notes)])
        #expect(result.outcome == outcome)
        #expect(result.observed == observed)
    }

    private static let refusals: [(String, String, String, Outcome, String)] = [
        (
            "redis redis", "(error) NOAUTH Authentication required.\n",
            "AUTH failed: WRONGPASS invalid username-password pair or user is disabled.\n", .fail,
            "value none: redis refuses the password: invalid username-password pair or user is disabled."
        ),
        (
            "redis redis command='GET k' value=x", "(error) NOAUTH Authentication required.\n",
            "AUTH failed: WRONGPASS invalid username-password pair or user is disabled.\n", .fail,
            "redis refuses the password: invalid username-password pair or user is disabled."
        ),
        (
            "redis redis", "(error) NOAUTH Authentication required.\n", "", .unknown,
            "redis wants a password: give password="
        ),
        (
            "redis redis info.role=master", "NOAUTH Authentication required.\n", "", .unknown,
            "redis wants a password: give password="
        ),
        (
            "redis redis", "(error) LOADING Redis is loading the dataset in memory\n", "", .fail,
            "value none: redis is still loading its data"
        ),
        (
            "redis redis",
            "(error) MISCONF Redis is configured to save RDB snapshots, but it's currently unable "
                + "to persist to disk. Commands that may modify the data set are disabled\n", "",
            .fail, "value none: redis can't save to disk and refuses to write"
        ),
        (
            "redis redis command='GET k' value=x",
            "(error) MASTERDOWN Link with MASTER is down and replica-serve-stale-data is set to "
                + "'no'.\n", "", .fail, "redis is a replica whose master is down"
        ),
        (
            "redis redis command='LLEN k' value=0",
            "(error) WRONGTYPE Operation against a key holding the wrong kind of value\n", "",
            .fail, "the key holds another kind of value"
        ),
        (
            "redis redis command='GET k' value=0",
            "(error) READONLY You can't write against a "
                + "read only replica.\n", "", .fail, "redis is a replica and refuses to write"
        ),
        (
            "redis redis command='GET k' value=0",
            "(error) OOM command not allowed when used memory > 'maxmemory'.\n", "", .fail,
            "redis has no memory left for writing"
        ),
        (
            "redis redis command='GET k' value=0", "(error) MOVED 12 10.0.0.2:6379\n", "",
            .unknown, "the key lives on another node: 12 10.0.0.2:6379"
        ),
        (
            "redis redis", "(error) ERR max number of clients reached\n", "", .fail,
            "value none: redis reports: ERR max number of clients reached"
        ),
        (
            "redis redis database=99", "PONG\n",
            "SELECT 99 failed: ERR DB index is out of range\n", .fail,
            "value none: redis has no such database: SELECT 99 failed: ERR DB index is out of range"
        ),
        (
            "redis redis", "PONG\n",
            "AUTH failed: ERR AUTH <password> called without any password configured for the "
                + "default user. Are you sure your configuration is correct?\n", .pass, "value PONG"
        ),
    ]

    @Test(
        "a server that does not answer is at fault, a client that is not there is unknown",
        arguments: [
            (
                .exit(
                    1, error: "Could not connect to Redis at 127.0.0.1:6379: Connection refused\n"),
                .fail,
                "value none: redis did not answer: Could not connect to Redis at 127.0.0.1:6379: "
                    + "Connection refused"
            ),
            (
                .exit(1, error: "service \"redis\" is not running"), .fail,
                "value none: the service redis is not running: not created"
            ),
            (
                .failure(.timedOut("docker", after: .seconds(9))), .fail,
                "value none: redis did not answer within 10 s"
            ),
            (.exit(137), .unknown, "redis-cli ended with 137: it printed nothing"),
            (
                .exit(127, error: "exec failed: exec: executable file not found in $PATH"),
                .unknown, "the container of redis has no program redis-cli"
            ),
        ] as [(FakeCommandRunner.Answer, Outcome, String)])
    private func unanswered(
        answer: FakeCommandRunner.Answer, outcome: Outcome, observed: String
    ) async throws {
        let result = try await result("redis redis", [Self.exec: answer])
        #expect(result.outcome == outcome)
        #expect(result.observed == observed)
        #expect(result.isMeasured == (outcome == .fail))
    }

    @Test("INFO is asked once for all its fields, and the command only where a line wants it")
    func information() async throws {
        let commands = commands([
            Self.exec + " redis-cli --no-auth-warning --no-raw INFO": .output(
                "# Memory\r\nused_memory:1066504\r\nrole:master\r\ndb0:keys=6,expires=0\r\n"),
            Self.exec + " redis-cli --no-auth-warning --no-raw PING": .output("PONG\n"),
        ])
        let check = LineCheck(
            .fake(commands: commands, files: FakeFileSystem(["/srv/compose.yaml": ""])))
        let passing = try await check.result(
            "redis redis info.role=master info.used_memory<2000000 info.db0.keys>5")
        #expect(passing.outcome == .pass)
        let asked = { commands.commands.filter { $0.arguments.contains("redis-cli") }.count }
        #expect(asked() == 1)
        let both = try await check.result("redis redis value=PONG info.role=slave info.rle=x")
        #expect(both.outcome == .fail)
        #expect(
            both.observed
                == "info.role master, info.rle none, INFO has no rle; did you mean 'role'?")
        #expect(asked() == 3)
    }

    @Test("the password stands in no argument, and the container's own is used")
    func password() async throws {
        for (line, password) in [
            ("redis redis", "booth-cache"), ("redis redis password=given-word", "given-word"),
            ("redis redis password=''", "booth-cache"),
        ] {
            let commands = commands([Self.exec: .output("PONG\n")])
            _ = try await LineCheck(
                .fake(commands: commands, files: FakeFileSystem(["/srv/compose.yaml": ""]))
            ).result(line)
            let command = try #require(
                commands.commands.first { $0.arguments.contains("redis-cli") })
            #expect(command.environment["REDISCLI_AUTH"] == password)
            #expect(!command.line.contains(password))
        }
    }

    @Test("a server of Valkey is asked with its own client")
    func valkey() async throws {
        let missing = "exec failed: exec: \"redis-cli\": executable file not found in $PATH"
        let result = try await result(
            "redis redis",
            [
                Self.exec + " redis-cli": .exit(127, error: missing),
                Self.exec + " valkey-cli": .output("PONG\n"),
            ])
        #expect(result.outcome == .pass)
    }

    @Test("lint refuses commands that may write")
    func lint() throws {
        let diagnostics = ProbeLineValidation.diagnostics(
            for: try LineCheck.line("redis redis command='DEL k' value=1"))
        #expect(
            diagnostics.map(\.message) == [
                "DEL is not among the commands that are known to read only, such as GET, TTL, "
                    + "EXISTS, LLEN or ZCARD"
            ])
    }
}
