import Catalog
import Foundation
import Machine
import Probes
import Redaction
import Testing

@Suite struct LogProbeTests {
    /// 2026-11-21T06:10:00Z
    private static let now = Date(timeIntervalSince1970: 1_795_241_400)

    private static let entries: [Entry] = {
        var entry = Entry(
            id: "ratiba/fsm-greet", system: "ratiba", title: "No route",
            location: SourceLocation(file: "x.md", line: 1))
        entry.signatures = ["intent_router no_route intent=<x>", "greeting loop"]
        var bare = entry
        bare.id = "ratiba/bare"
        bare.signatures = []
        return [entry, bare]
    }()

    /// The lines of a log as `docker compose logs --timestamps` prints them, minutes ago in front.
    private static func log(_ lines: [(Double, String)]) -> String {
        lines.map { minutes, text in
            let time = (now - minutes * 60).formatted(.iso8601).replacing("Z", with: ".000000001Z")
            return "\(time) \(text)\n"
        }
        .joined()
    }

    private static let log = log([
        (14, "INFO:     Application startup complete."),
        (12, #"{"event":"tts","duration_ms":900,"http":{"status":200},"password":"hunter22"}"#),
        (11, #"{"event":"tts","duration_ms":3100,"error":"no \"voice\" left"}"#),
        (4, "intent_router   no_route intent=refund tenant=4"),
        (3, "ERROR:    Exception in ASGI application"),
        (3, "Traceback (most recent call last):"),
        (3, "  File \"portal.py\", line 1, in send"),
        (3, "starlette.websockets.WebSocketDisconnect: 1006"),
        (2, "level=info msg=\"tts done\" duration_ms=2400"),
    ])

    private static func world(
        portal log: String = log, files: [String: FakeFileSystem.Node] = [:]
    ) -> World {
        let containers = [
            ComposeStack.portal, ComposeStack.database, ComposeStack.mediamtx,
            ComposeStack.Container(service: "migrate", state: "created", status: "Created"),
        ]
        let stack = ComposeStack(containers)
        stack.commands.set("docker compose logs", to: .output(log))
        return .fake(
            commands: stack.commands,
            files: FakeFileSystem(
                ["/srv/compose.yaml": "services: {}"].merging(files) { _, new in new }),
            clock: FakeClock(now: now, advancesItself: false), workingDirectory: "/srv")
    }

    private func result(
        _ line: String, in world: World = world(), redactor: Redactor = Redactor()
    ) async throws -> ProbeResult {
        var check = LineCheck(world, redactor: redactor)
        check.context.knowledge = RunbookKnowledge(Self.entries)
        return try await check.result(line)
    }

    @Test(
        "what is true of a log passes",
        arguments: [
            "log portal absent=\"out of memory\"", "log portal present=\"startup complete\"",
            "log portal absent=\"startup complete\" since=5m", "log portal absent~\"OOM|killed\"",
            "log portal present~\"Disconnect: \\d{4}\"", "log portal present=\"no \\\"voice\\\" left\"",
            "log portal count=3 pattern=tts", "log portal count>0", "log portal count=9",
            "log portal count=1 pattern=\"duration_ms\" since=3m", "log portal count=1 entry=ratiba/fsm-greet",
            "log portal count=3 where=duration_ms", "log portal count=1 where=duration_ms where=done",
            "log portal present=WebSocketDisconnect where=ASGI", "log portal absent=tts where=ASGI",
            "log portal count=0 pattern=intent where=ASGI", "log portal field.duration_ms<=3100",
            "log portal field.duration_ms<1000 where=status", "log portal field.http.status=200",
            "log portal field.event=tts", "log portal field.error~voice",
            "log portal field.duration_ms>=2400 since=4m", "log portal entry=ratiba/fsm-greet since=3m",
            "log portal absent=killed present=tts count<10",
        ])
    func passes(line: String) async throws {
        let result = try await result(line)
        #expect(result.outcome == .pass, "\(result.observed)")
        #expect(result.component == "portal")
        #expect(result.evidence == [])
    }

    @Test(
        "what is not true of a log fails, with what was seen",
        arguments: [
            (
                "log portal absent=WebSocketDisconnect since=5m",
                "absent found once in the last 5m, last at 2026-11-21T06:07:00Z",
                ["2026-11-21T06:07:00Z starlette.websockets.WebSocketDisconnect: 1006"]
            ),
            (
                "log portal absent~\"t{2}s\"", "absent found 3 times in the last 15m, last at 2026-11-21T06:08:00Z",
                [
                    #"2026-11-21T05:58:00Z {"event":"tts","duration_ms":900,"http":{"status":200},"password":"[redacted]"}"#,
                    #"2026-11-21T05:59:00Z {"event":"tts","duration_ms":3100,"error":"no "voice" left"}"#,
                    #"2026-11-21T06:08:00Z level=info msg="tts done" duration_ms=2400"#,
                ]
            ),
            ("log portal present=ready", "present not found in the 9 lines in the last 15m", []),
            (
                "log portal entry=ratiba/fsm-greet", "count 1 in the last 15m",
                ["2026-11-21T06:06:00Z intent_router no_route intent=refund tenant=4"]
            ),
            (
                "log portal field.duration_ms<=2500 where=tts",
                "field.duration_ms 3100 in 1 of 3 lines in the last 15m where \"tts\"",
                [#"2026-11-21T05:59:00Z {"event":"tts","duration_ms":3100,"error":"no "voice" left"}"#]
            ),
            ("log portal field.password=x", "field.password 8 characters in 1 of 1 lines in the last 15m", nil),
            ("log portal count>100", "count 9 in the last 15m", nil),
        ] as [(String, String, [String]?)])
    func fails(line: String, observed: String, evidence: [String]?) async throws {
        let result = try await result(line)
        #expect(result.outcome == .fail)
        #expect(result.observed == observed)
        if let evidence { #expect(result.evidence == evidence) }
    }

    @Test(
        "what can't be told is unknown, and says why",
        arguments: [
            ("log portal entry=ratiba/fsm", "no runbook has an entry 'ratiba/fsm'; did you mean 'ratiba/fsm-greet'?"),
            ("log portal entry=ratiba/bare", "the entry ratiba/bare has no signatures"),
            ("log portal field.nope=1", "none of the 9 lines in the last 15m has nope"),
            ("log portal field.nope=1 since=1m", "no line in the last 1m"),
            ("log migrate absent=x", "migrate was created but never started, so it has no log"),
            ("log prtal absent=x", "the compose project has no service 'prtal' (it has: "),
            ("log logs/app.log absent=x", "logs/app.log does not exist"),
            ("log ./compose.yaml/x absent=x", "./compose.yaml/x does not exist"),
            ("log /srv/ absent=x", "/srv is a folder"),
        ])
    func unknown(line: String, reason: String) async throws {
        let result = try await result(line)
        #expect(result.outcome == .unknown)
        #expect(result.observed.contains(reason), "\(result.observed)")
    }

    @Test("a service that is declared but was never created has no log")
    func neverCreated() async throws {
        let world = Self.world()
        let commands = try #require(world.commands as? FakeCommandRunner)
        commands.set("docker compose ps --all --format json", to: .output(""))
        let result = try await result("log portal present=x", in: world)
        #expect(result.outcome == .unknown)
        #expect(result.observed == "portal was never created, so it has no log")
    }

    @Test(
        "an empty log has nothing in it",
        arguments: [("absent=x", Outcome.pass), ("present=x", .fail), ("count=0", .pass), ("field.a=1", .unknown)])
    func empty(condition: String, outcome: Outcome) async throws {
        let result = try await result("log portal \(condition)", in: Self.world(portal: ""))
        #expect(result.outcome == outcome)
        #expect(outcome == .pass || result.observed.contains("in the last 15m"))
    }

    @Test("the engine is asked for a bounded end of the log, once for all lines about it")
    func bounded() async throws {
        let world = Self.world()
        var check = LineCheck(world)
        check.context.knowledge = RunbookKnowledge(Self.entries)
        for line in ["log portal absent=x", "log portal present=y where=z", "log portal absent=x since=5m"] {
            _ = try await check.result(line)
        }
        let commands = try #require(world.commands as? FakeCommandRunner).commands
        let asked = commands.map(\.line).filter { $0.contains("logs") }
        #expect(
            asked == ["900s", "300s"].map {
                "docker compose logs --no-color --timestamps --tail 50000 --no-log-prefix --since \($0) portal"
            })
        #expect(commands.filter { $0.line.contains("logs") }.allSatisfy { $0.outputLimit == 16 << 20 })
    }

    @Test("lines too long for the bound are asked for again, fewer of them")
    func longLines() async throws {
        let line = "2026-11-21T06:09:00.000000001Z " + String(repeating: "x", count: 1 << 20) + "\n"
        let world = Self.world(portal: String(repeating: line, count: 20))
        let result = try await result("log portal absent=y", in: world)
        #expect(result.outcome == .unknown)
        let tails = try #require(world.commands as? FakeCommandRunner).commands
            .compactMap { command in
                command.arguments.firstIndex(of: "--tail").map { command.arguments[$0 + 1] }
            }
        #expect(tails == ["50000", "7", "7"])
    }

    @Test(
        "a hanging or missing engine leaves the answer open",
        arguments: [
            (FakeCommandRunner.Answer.failure(.timedOut("docker", after: .seconds(8))), "docker did not finish within 8 s"),
            (.exit(1, error: "Cannot connect to the Docker daemon at unix:///x. Is it running?"), "no Docker engine answers"),
            (.output("", error: "level=warning msg=\"Can't retrieve logs for \\\"p\\\": configured logging driver does not support reading\""),
                "the logging driver of portal keeps nothing that could be read"),
        ])
    func engine(answer: FakeCommandRunner.Answer, reason: String) async throws {
        let world = Self.world()
        try #require(world.commands as? FakeCommandRunner).set("docker compose logs", to: answer)
        let result = try await result("log portal absent=x", in: world)
        #expect(result.outcome == .unknown)
        #expect(result.observed.contains(reason), "\(result.observed)")
    }

    @Test("compose of version 1, which knows no --since, is asked without it")
    func versionOne() async throws {
        let world = Self.world()
        let commands = try #require(world.commands as? FakeCommandRunner)
        commands.set("docker compose", to: .exit(1, error: "See 'docker --help'"))
        commands.set("docker-compose version --short", to: .output("1.29.2\n"))
        commands.set("docker-compose config --services", to: .output("portal\n"))
        commands.set(
            "docker ps --all --no-trunc",
            to: .output(#"{"ID":"1","Names":"p","State":"running","Status":"Up","Labels":"com.docker.compose.service=portal"}"#))
        let log = Self.log([(20, "old"), (3, "new")]).split(separator: "\n")
            .map { "portal_1    | \($0)\n" }.joined()
        commands.set("docker-compose logs", to: .output("Attaching to p\n" + log))
        let result = try await result("log portal count=1 present=new absent=old absent=Attaching", in: world)
        #expect(result.outcome == .pass, "\(result.observed)")
    }

    @Test("secrets that are known are not shown")
    func secrets() async throws {
        let redactor = Redactor()
        redactor.learn(values: ["s3cret-value"])
        let log = Self.log([(1, "boom s3cret-value \u{1B}[31mred\u{07}"), (1, "boom api_key='a b' pin=1 token=abc-abc")])
        let result = try await result("log portal absent=boom", in: Self.world(portal: log), redactor: redactor)
        #expect(
            result.evidence == [
                "2026-11-21T06:09:00Z boom [redacted:1] red",
                "2026-11-21T06:09:00Z boom api_key='[redacted]' pin=1 token=[redacted]",
            ])
    }

    @Test(
        "a file is read from its end, its lines as old as they say",
        arguments: [
            ("2026-11-21T06:09:00Z new\n2026-11-21T06:09:30Z x\n", "count=2", Outcome.pass),
            ("2026-11-21T05:00:00Z old\n  with this\n2026-11-21T06:09:30Z x\n", "count=1", .pass),
            ("2026-11-21T05:00:00Z old\nwith this\n2026-11-21T06:09:30Z x\n", "absent=this", .pass),
            ("before all\n2026-11-21T06:09:30Z x\n", "count=1", .pass),
            ("no times\nat all\n", "count=2", .pass), ("", "absent=x", .pass),
            ("Nov 21 06:09:00 host x\nNov 21 04:09:00 host y\n", "count=1", .pass),
            (#"{"ts":1795241390,"msg":"x"}"#, "count=1", .pass), ("x\r\n\u{0}\u{1}\r\n", "count=1", .pass),
            (#"{"ts":1795241390,"msg":"x"}"#, "field.msg=x", .pass),
        ])
    func file(text: String, condition: String, outcome: Outcome) async throws {
        let world = Self.world(files: ["/srv/app.log": .text(text)])
        let result = try await result("log app.log \(condition)", in: world)
        #expect(result.outcome == outcome, "\(result.observed)")
        #expect(result.component == "logs")
    }

    @Test("a file without times says that all of it counted")
    func untimed() async throws {
        let world = Self.world(files: ["/srv/nohup.out": "boom\n"])
        let result = try await result("log nohup.out absent=boom of=worker", in: world)
        #expect(result.observed == "absent found once in a log without times")
        #expect(result.evidence == ["boom"])
        #expect(result.component == "worker")
        #expect(try await self.result("log nohup.out absent=boom", in: world).component == "logs")
    }

    @Test("times without a zone are told to have been taken as UTC")
    func zoneless() async throws {
        let world = Self.world(files: ["/srv/app.log": "2026-11-21 06:09:00,1 boom\n"])
        let result = try await result("log app.log absent=boom", in: world)
        #expect(
            result.evidence == [
                "2026-11-21 06:09:00,1 boom", "its times have no zone and were taken as UTC",
            ])
    }

    @Test("a pattern is matched against a bounded start of a line, and says so")
    func longLine() async throws {
        let log = Self.log([(1, String(repeating: "x", count: 5000) + " code 1006")])
        let world = Self.world(portal: log)
        let result = try await result("log portal absent~\"code \\d+\"", in: world)
        #expect(result.outcome == .unknown)
        #expect(result.observed.contains("one line is longer than the 4096 bytes"))
        #expect(try await self.result("log portal absent=\"code 1006\"", in: world).outcome == .fail)
        #expect(try await self.result("log portal absent~\"[cd]ore \\d+\"", in: world).outcome == .pass)
    }

    @Test("a pattern that never ends is given up in time", .timeLimit(.minutes(1)))
    func catastrophic() async throws {
        let log = Self.log([(1, String(repeating: "a", count: 60) + "b")])
        var world = Self.world(portal: log)
        world.clock = LiveClock()
        let line = "log portal absent~\"(a+)+$\" since=365d"
        let check = LineCheck(world)
        let result = try await check.result(line, timeout: .milliseconds(500))
        #expect(result.outcome == .unknown)
        #expect(result.observed.contains("a pattern takes too long"), "\(result.observed)")
    }

    @Test(
        "a line that states nothing sensible is a mistake",
        arguments: [
            ("log portal", "a log line says what must be true"),
            ("log portal since=5m where=x", "a log line says what must be true"),
            ("log portal entry=a/b pattern=x", "pattern= and entry= exclude each other"),
            ("log portal entry=a/b absent=x", "entry= is for count, which the line does not state"),
            ("log portal absent!=x", "'absent' takes '=' or '~', not '!='"),
            ("log portal present=", "'present' wants a text to look for"),
            ("log portal absent=x since=0s", "'since' wants a time above 0"),
            ("log portal absent=x since=-5m", "'since' wants a time above 0"),
            ("log portal entry=ratiba/fsm-gret", "no runbook has an entry 'ratiba/fsm-gret'; did you mean"),
            ("log portal entry=ratiba/bare", "the entry ratiba/bare has no signatures"),
            ("log portal absent~\"[\"", "'absent' wants a regular expression"),
        ])
    func mistakes(text: String, message: String) throws {
        let found = ProbeLineValidation.diagnostics(
            for: try LineCheck.line(text), knowing: RunbookKnowledge(Self.entries))
        #expect(found.count == 1)
        #expect(found.first?.message.hasPrefix(message) == true, "\(found)")
    }

    @Test(
        "an entry that may be known elsewhere is no mistake",
        arguments: ["log portal entry=other/x", "log portal entry=${ENTRY}", "log portal entry=ratiba/fsm-greet"])
    func entries(text: String) throws {
        let line = try LineCheck.line(text)
        let knowledge = RunbookKnowledge(Self.entries)
        #expect(ProbeLineValidation.diagnostics(for: line, knowing: knowledge) == [])
        #expect(ProbeLineValidation.diagnostics(for: line) == [])
    }
}
