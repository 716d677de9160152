import Catalog
import Foundation
import Machine
import Probes
import Redaction
import Testing

@Suite struct LogProbeTests {
    @Test(
        "what is true of a log passes",
        arguments: [
            "log portal absent=\"out of memory\"", "log portal present=\"startup complete\"",
            "log portal absent=\"startup complete\" since=5m", "log portal absent~\"OOM|killed\"",
            "log portal present~\"Disconnect: \\d{4}\"",
            "log portal present=\"no \\\"voice\\\" left\"",
            "log portal count=3 pattern=tts", "log portal count>0", "log portal count=9",
            "log portal count=1 pattern=\"duration_ms\" since=3m",
            "log portal count=1 entry=ratiba/fsm-greet",
            "log portal count=3 where=duration_ms",
            "log portal count=1 where=duration_ms where=done",
            "log portal present=WebSocketDisconnect where=ASGI", "log portal absent=tts where=ASGI",
            "log portal count=0 pattern=intent where=ASGI", "log portal field.duration_ms<=3100",
            "log portal field.duration_ms<1000 where=status", "log portal field.http.status=200",
            "log portal field.event=tts", "log portal field.error~voice",
            "log portal field.duration_ms>=2400 since=4m",
            "log portal entry=ratiba/fsm-greet since=3m",
            "log portal absent=killed present=tts count<10",
        ])
    func passes(line: String) async throws {
        let result = try await LogWorld.result(line)
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
                "log portal absent~\"t{2}s\"",
                "absent found 3 times in the last 15m, last at 2026-11-21T06:08:00Z",
                [
                    #"2026-11-21T05:58:00Z {"event":"tts","duration_ms":900,"http":{"status":200},"password":"[redacted:1]"}"#,
                    #"2026-11-21T05:59:00Z {"event":"tts","duration_ms":3100,"error":"no "voice" left"}"#,
                    #"2026-11-21T06:08:00Z level=info msg="tts done" duration_ms=2400"#,
                ]
            ),
            ("log portal present=ready", "present not found in the 9 lines of the last 15m", []),
            (
                "log portal entry=ratiba/fsm-greet", "count 1 in the last 15m",
                ["2026-11-21T06:06:00Z intent_router no_route intent=refund tenant=4"]
            ),
            (
                "log portal field.duration_ms<=2500 where=tts",
                "field.duration_ms 3100 in 1 of 3 lines in the last 15m with \"tts\"",
                [
                    #"2026-11-21T05:59:00Z {"event":"tts","duration_ms":3100,"error":"no "voice" left"}"#
                ]
            ),
            (
                "log portal field.password=x",
                "field.password 8 characters in 1 of 1 lines in the last 15m", nil
            ),
            ("log portal count>100", "count 9 in the last 15m", nil),
        ] as [(String, String, [String]?)])
    func fails(line: String, observed: String, evidence: [String]?) async throws {
        let result = try await LogWorld.result(line)
        #expect(result.outcome == .fail)
        #expect(result.observed == observed)
        if let evidence { #expect(result.evidence == evidence) }
    }

    @Test(
        "what can't be told is unknown, and says why",
        arguments: [
            (
                "log portal entry=ratiba/fsm",
                "no runbook has an entry 'ratiba/fsm'; did you mean 'ratiba/fsm-greet'?"
            ),
            ("log portal entry=ratiba/bare", "the entry ratiba/bare has no signatures"),
            ("log portal field.nope=1", "none of the 9 lines of the last 15m has nope"),
            ("log portal field.nope=1 since=1m", "there is no line of the last 1m"),
            ("log migrate absent=x", "migrate was created but never started, so it has no log"),
            ("log prtal absent=x", "the compose project has no service 'prtal' (it has: "),
            ("log logs/app.log absent=x", "logs/app.log does not exist"),
            ("log ./compose.yaml/x absent=x", "./compose.yaml/x does not exist"),
            ("log /srv/ absent=x", "/srv is a folder"),
        ])
    func unknown(line: String, reason: String) async throws {
        let result = try await LogWorld.result(line)
        #expect(result.outcome == .unknown)
        #expect(result.observed.contains(reason), "\(result.observed)")
    }

    @Test("a service that is declared but was never created has no log")
    func neverCreated() async throws {
        let world = LogWorld.world()
        let commands = try #require(world.commands as? FakeCommandRunner)
        commands.set("docker compose ps --all --format json", to: .output(""))
        let result = try await LogWorld.result("log portal present=x", in: world)
        #expect(result.outcome == .unknown)
        #expect(result.observed == "portal was never created, so it has no log")
    }

    @Test(
        "an empty log has nothing in it",
        arguments: [
            ("absent=x", Outcome.pass), ("present=x", .fail), ("count=0", .pass),
            ("field.a=1", .unknown),
        ])
    func empty(condition: String, outcome: Outcome) async throws {
        let result = try await LogWorld.result(
            "log portal \(condition)", in: LogWorld.world(portal: ""))
        #expect(result.outcome == outcome)
        #expect(outcome == .pass || result.observed.contains("no line of the last 15m"))
    }

    @Test("secrets that are known are not shown")
    func secrets() async throws {
        let redactor = Redactor()
        redactor.learn(values: ["s3cret-value"])
        let log = LogWorld.text([
            (1, "boom s3cret-value \u{1B}[31mred\u{07}"),
            (1, "boom api_key='a b' pin=1 token=abc-abc"),
        ])
        let result = try await LogWorld.result(
            "log portal absent=boom", in: LogWorld.world(portal: log), redactor: redactor)
        #expect(
            result.evidence == [
                "2026-11-21T06:09:00Z boom [redacted:1] red",
                "2026-11-21T06:09:00Z boom api_key='[redacted:2]' pin=1 token=[redacted:3]",
            ])
    }

    @Test("a pattern is matched against a bounded start of a line, and says so")
    func longLine() async throws {
        let log = LogWorld.text([(1, String(repeating: "x", count: 5000) + " code 1006")])
        let world = LogWorld.world(portal: log)
        let result = try await LogWorld.result("log portal absent~\"code \\d+\"", in: world)
        #expect(result.outcome == .unknown)
        #expect(result.observed.contains("one line is longer than the 4096 bytes"))
        #expect(
            try await LogWorld.result("log portal absent=\"code 1006\"", in: world).outcome == .fail
        )
        #expect(
            try await LogWorld.result("log portal absent~\"[cd]ore \\d+\"", in: world).outcome
                == .pass)
    }

    @Test("a pattern that never ends is given up in time", .timeLimit(.minutes(1)))
    func catastrophic() async throws {
        let line = String(repeating: "a", count: 17) + "b"
        var world = LogWorld.world(files: ["/srv/app.log": .text(line)])
        world.clock = LiveClock()
        let check = LineCheck(world)
        let result = try await check.result(
            "log app.log absent~\"(a+)+$\"", timeout: .milliseconds(500))
        #expect(result.outcome == .unknown)
        #expect(result.observed.contains("a pattern takes too long"), "\(result.observed)")
    }
}
