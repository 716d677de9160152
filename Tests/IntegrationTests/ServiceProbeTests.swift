import Testing

/// A probe line as words, and what it must come to.
struct ServiceLine: Sendable {
    /// The words behind `diagnose probe`.
    var words: [String]
    /// `pass`, `fail` or `unknown`.
    var outcome: String
    /// What must be seen, or a part of it.
    var observed: String

    init(_ outcome: String, _ words: String..., seen observed: String = "") {
        self.words = words
        self.outcome = outcome
        self.observed = observed
    }

    /// Runs the line on a stack.
    func check(on stack: ComposeStack) async throws {
        let result = try await stack.diagnose(["probe", "--output", "json"] + words)
        let line = words.joined(separator: " ")
        let probe = try VerdictDocument(result).probes.first
        #expect(probe?.outcome == outcome, "\(line): \(probe?.observed ?? "nothing")")
        #expect(
            observed.isEmpty || probe?.observed.contains(observed) == true,
            "\(line): \(probe?.observed ?? "nothing"), not \(observed)")
        #expect(result.exitCode == ["pass": 0, "fail": 1, "unknown": 2][outcome], "\(line)")
        for secret in ["interpreter-secret", "booth-cache-secret", "mistyped-secret"] {
            #expect(!result.output.contains(secret), "\(line)")
        }
    }
}

/// The probes of services against a real PostgreSQL, a real Redis and a real engine.
extension EngineTests {
    @Suite(.serialized) struct ServiceProbeTests {
        @Test("services that are well, and what they lack")
        func asked() async throws {
            try await ComposeStack.run(.services) { stack in
                try await stack.compose("exec", "-d", "bare", "sleep", "3601")
                for line in Self.queries + Self.commands + Self.containers {
                    try await line.check(on: stack)
                }
            }
        }

        private static let queries = [
            ServiceLine("pass", "sql", "database", "query=SELECT 1", "latency<5s"),
            ServiceLine(
                "pass", "sql", "database", "query=SELECT slug FROM booths ORDER BY slug", "rows=2",
                "value=en"),
            ServiceLine(
                "fail", "sql", "database", "query=SELECT state FROM booths WHERE slug='fr'",
                "value=live", seen: "value idle since noon"),
            ServiceLine(
                "fail", "sql", "database", "query=SELECT 1 FROM booths WHERE slug='de'",
                seen: "rows 0"),
            ServiceLine("pass", "sql", "database", "query=SELECT true", "value=true"),
            ServiceLine(
                "fail", "sql", "database", "query=SELECT NULL", "value=x", seen: "value NULL"),
            ServiceLine(
                "fail", "sql", "database", "query=SELECT * FROM glossaries",
                seen: "relation \"glossaries\" does not exist"),
            ServiceLine(
                "fail", "sql", "database", "query=SELECT 1", "database=nosuch",
                seen: "database \"nosuch\" does not exist"),
            ServiceLine(
                "fail", "sql", "database", "query=SELECT 1 FROM booths", "user=reader",
                "database=voxbento", seen: "permission denied for table booths"),
            ServiceLine(
                "fail", "sql", "database", "query=SELECT 1", "user=crowd", "database=voxbento",
                seen: "the database refused: too many connections for role \"crowd\""),
            // Not through its socket, where it trusts everyone.
            ServiceLine("pass", "sql", "database", "query=SELECT 1", "host=database"),
            ServiceLine(
                "fail", "sql", "database", "query=SELECT 1", "host=database",
                "password=mistyped-secret",
                seen: "the database refused: password authentication failed for user \"voxbento\""),
            ServiceLine(
                "unknown", "sql", "database", "query=SELECT 1", "host=database", "user=reader",
                "database=voxbento", seen: "the database wants a password: give password="),
            ServiceLine(
                "fail", "sql", "database", "query=SELECT 1", "host=bare",
                seen: "the database did not answer"),
            ServiceLine(
                "unknown", "sql", "database",
                "query=WITH gone AS (DELETE FROM booths RETURNING 1) SELECT count(*) FROM gone",
                seen: "the query would write: "),
            ServiceLine(
                "pass", "sql", "database", "query=SELECT count(*) FROM booths", "value=2"),
            ServiceLine(
                "unknown", "sql", "database", "query=SELECT slug, FROM booths",
                seen: "the database does not accept the query: syntax error"),
            ServiceLine(
                "fail", "sql", "database", "timeout=4s",
                "query=SELECT count(*) FROM generate_series(1, 2000000000)",
                seen: "the query took longer than"),
            ServiceLine(
                "unknown", "sql", "database", "timeout=30s",
                "query=SELECT repeat('x', 1000) FROM generate_series(1, 100000)",
                seen: "the result is too long to be counted"),
            ServiceLine(
                "unknown", "sql", "bare", "query=SELECT 1", "client=psql",
                seen: "the container of bare has no program psql"),
            ServiceLine(
                "unknown", "sql", "bare", "query=SELECT 1",
                seen: "nothing tells which database bare is"),
            ServiceLine(
                "unknown", "sql", "databse", "query=SELECT 1",
                seen: "no service databse; did you mean 'database'?"),
        ]

        private static let commands = [
            ServiceLine("pass", "redis", "redis"),
            ServiceLine("pass", "redis", "redis", "password=booth-cache-secret"),
            ServiceLine(
                "fail", "redis", "redis", "password=mistyped-secret",
                seen: "redis refuses the password"),
            ServiceLine(
                "fail", "redis", "redis", "command=LLEN queue", "value<2", seen: "value 2"),
            ServiceLine(
                "fail", "redis", "redis", "command=LRANGE queue 0 -1", "value=first",
                seen: "value second"),
            ServiceLine(
                "fail", "redis", "redis", "command=GET queue", "value=x",
                seen: "the key holds another kind of value"),
            ServiceLine(
                "fail", "redis", "redis", "command=GET nothing", "value=x", seen: "value (nil)"),
            ServiceLine(
                "fail", "redis", "redis", "database=99", seen: "redis has no such database"),
            ServiceLine(
                "pass", "redis", "redis", "info.role=master", "info.rdb_last_bgsave_status=ok",
                "info.db0.keys>0"),
            ServiceLine(
                "pass", "redis", "redis", "command=EXISTS arq:queue:health-check", "value=1"),
            ServiceLine(
                "fail", "redis", "worker",
                seen: "redis did not answer: Could not connect to Redis at 127.0.0.1:6379"),
            ServiceLine(
                "unknown", "redis", "bare", seen: "the container of bare has no program redis-cli"),
        ]

        private static let containers = [
            ServiceLine("pass", "container", "worker", "memory<=90%", "rss<32MiB", "pids<20"),
            ServiceLine("fail", "container", "worker", "pids>1000", seen: "-worker-2: "),
            ServiceLine("pass", "process", "arq .*WorkerSettings", "in=worker", "count=2"),
            ServiceLine(
                "pass", "process", "^postgres:", "in=database", "count>=2", "rss>100KB",
                "age<1h"),
            ServiceLine(
                "fail", "process", "celery", "in=worker", seen: "running false, no process of "),
            // The other one was started by hand.
            ServiceLine("pass", "process", "sleep 360[01]", "in=bare", "count=1"),
            // They run on this machine too.
            ServiceLine("pass", "process", "arq transcription.WorkerSettings", "count>=2"),
        ]

        @Test("a service that hangs, is paused, is short of memory or is stopped")
        func broken() async throws {
            try await ComposeStack.run(.services) { stack in
                try await stack.compose("kill", "-s", "STOP", "redis", "database")
                for line in Self.hanging { try await line.check(on: stack) }
                try await stack.compose("kill", "-s", "CONT", "redis", "database")
                try await stack.compose("pause", "redis", "database")
                for line in Self.paused { try await line.check(on: stack) }
                try await stack.compose("unpause", "redis", "database")
                // What lies in shared memory is memory used (Linux, cgroups, `memory.stat`).
                try await stack.compose(
                    "exec", "-T", "worker", "dd", "if=/dev/zero", "of=/dev/shm/leak", "bs=1M",
                    "count=30")
                try await ServiceLine("fail", "container", "worker", seen: "-worker-1: 9")
                    .check(on: stack)
                try await stack.compose("stop", "redis", "database", "worker")
                for line in Self.stopped { try await line.check(on: stack) }
            }
        }

        private static let hanging = [
            ServiceLine(
                "fail", "redis", "redis", "timeout=4s", seen: "redis did not answer within 4 s"),
            ServiceLine(
                "fail", "sql", "database", "query=SELECT 1", "timeout=4s",
                seen: "the database did not answer: "),
            ServiceLine("pass", "container", "redis"),
        ]

        private static let paused = [
            ServiceLine("fail", "redis", "redis", seen: "the service redis is paused"),
            ServiceLine(
                "fail", "sql", "database", "query=SELECT 1", seen: "the service database is paused"),
            ServiceLine("pass", "container", "redis"),
            ServiceLine("pass", "process", "redis-server", "in=redis"),
        ]

        private static let stopped = [
            ServiceLine(
                "fail", "redis", "redis", seen: "the service redis is not running: exited ("),
            ServiceLine(
                "fail", "sql", "database", "query=SELECT 1",
                seen: "the service database is not running: exited (0)"),
            ServiceLine("fail", "container", "worker", seen: "-worker-2 is exited ("),
            ServiceLine("fail", "process", "arq", "in=worker", seen: "worker is exited ("),
        ]

        @Test("with no engine to be reached nothing is claimed")
        func noEngine() async throws {
            try await ComposeStack.run(.services) { stack in
                for words in [
                    ["sql", "database", "query=SELECT 1"], ["redis", "redis"],
                    ["container", "worker"], ["process", "arq", "in=worker"],
                ] {
                    let result = try await stack.diagnose(
                        ["probe", "--output", "json"] + words,
                        environment: ["DOCKER_HOST": "tcp://127.0.0.1:1"])
                    #expect(result.exitCode == 2)
                    let probe = try VerdictDocument(result).probes.first
                    #expect(probe?.observed.contains("docker info") == true, "\(words)")
                }
            }
        }
    }
}
