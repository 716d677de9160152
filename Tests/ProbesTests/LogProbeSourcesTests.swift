import Catalog
import Foundation
import Machine
import Probes
import Testing

@Suite struct LogProbeSourcesTests {
    @Test("the engine is asked for a bounded end of the log, once for all lines about it")
    func bounded() async throws {
        let world = LogWorld.world()
        var check = LineCheck(world)
        check.context.knowledge = RunbookKnowledge(LogWorld.entries)
        for line in [
            "log portal absent=x", "log portal present=y where=z", "log portal absent=x since=5m",
        ] {
            _ = try await check.result(line)
        }
        let commands = try #require(world.commands as? FakeCommandRunner).commands
        let asked = commands.map(\.line).filter { $0.contains("logs") }
        #expect(
            asked
                == ["900s", "300s"].map {
                    "docker compose logs --no-color --timestamps --tail 50000 --no-log-prefix --since \($0) portal"
                })
        #expect(
            commands.filter { $0.line.contains("logs") }.allSatisfy { $0.outputLimit == 16 << 20 })
    }

    @Test("lines too long for the bound are asked for again, fewer of them")
    func longLines() async throws {
        let line = "2026-11-21T06:09:00.000000001Z " + String(repeating: "x", count: 1 << 20) + "\n"
        let world = LogWorld.world(portal: String(repeating: line, count: 20))
        let result = try await LogWorld.result("log portal absent=y", in: world)
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
            (
                FakeCommandRunner.Answer.failure(.timedOut("docker", after: .seconds(8))),
                "docker did not finish within 8 s"
            ),
            (
                .exit(1, error: "Cannot connect to the Docker daemon at unix:///x. Is it running?"),
                "no Docker engine answers"
            ),
            (
                .output(
                    "",
                    error:
                        "level=warning msg=\"Can't retrieve logs for \\\"p\\\": configured logging driver does not support reading\""
                ),
                "the logging driver of portal keeps nothing that could be read"
            ),
        ])
    func engine(answer: FakeCommandRunner.Answer, reason: String) async throws {
        let world = LogWorld.world()
        try #require(world.commands as? FakeCommandRunner).set("docker compose logs", to: answer)
        let result = try await LogWorld.result("log portal absent=x", in: world)
        #expect(result.outcome == .unknown)
        #expect(result.observed.contains(reason), "\(result.observed)")
    }

    @Test("compose of version 1, which knows no --since, is asked without it")
    func versionOne() async throws {
        let commands = FakeCommandRunner()
        commands.set("docker compose", to: .exit(1, error: "See 'docker --help'"))
        var world = LogWorld.world()
        world.commands = commands
        commands.set("docker-compose version --short", to: .output("1.29.2\n"))
        commands.set("docker-compose config --services", to: .output("portal\n"))
        commands.set(
            "docker ps --all --no-trunc",
            to: .output(
                #"{"ID":"1","Names":"p","State":"running","Status":"Up","Labels":"com.docker.compose.service=portal"}"#
            ))
        let log = LogWorld.text([(20, "old"), (3, "new")]).split(separator: "\n")
            .map { "portal_1    | \($0)\n" }.joined()
        commands.set("docker-compose logs", to: .output("Attaching to p\n" + log))
        let result = try await LogWorld.result(
            "log portal count=1 present=new absent=old absent=Attaching", in: world)
        #expect(result.outcome == .pass, "\(result.observed)")
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
            (#"{"ts":1795241390,"msg":"x"}"#, "count=1", .pass),
            ("x\r\n\u{0}\u{1}\r\n", "count=1", .pass),
            (#"{"ts":1795241390,"msg":"x"}"#, "field.msg=x", .pass),
        ])
    func file(text: String, condition: String, outcome: Outcome) async throws {
        let world = LogWorld.world(files: ["/srv/app.log": .text(text)])
        let result = try await LogWorld.result("log app.log \(condition)", in: world)
        #expect(result.outcome == outcome, "\(result.observed)")
        #expect(result.component == "logs")
    }

    @Test("a file without times says that all of it counted")
    func untimed() async throws {
        let world = LogWorld.world(files: ["/srv/nohup.out": "boom\n"])
        let result = try await LogWorld.result("log nohup.out absent=boom of=worker", in: world)
        #expect(result.observed == "absent found once in a log without times")
        #expect(result.evidence == ["boom"])
        #expect(result.component == "worker")
        #expect(
            try await LogWorld.result("log nohup.out absent=boom", in: world).component == "logs")
    }

    @Test("times without a zone are told to have been taken as UTC")
    func zoneless() async throws {
        let world = LogWorld.world(files: ["/srv/app.log": "2026-11-21 06:09:00,1 boom\n"])
        let result = try await LogWorld.result("log app.log absent=boom", in: world)
        #expect(
            result.evidence == [
                "2026-11-21 06:09:00,1 boom", "its times have no zone and were taken as UTC",
            ])
    }
}
