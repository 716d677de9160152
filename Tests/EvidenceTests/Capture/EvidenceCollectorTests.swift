import Catalog
import Foundation
import Machine
import Probes
import Redaction
import Testing
import Triage

@testable import Evidence

@Suite struct EvidenceCollectorTests {
    private static let configuration = """
        {"name":"demo","services":{
          "portal":{"image":"p","environment":{"DB_PASSWORD":"hunter2-hunter3","PORT":"8000"}},
          "idle":{"image":"i"}}}
        """
    private static let containers = """
        {"ID":"1","Name":"demo-portal-1","Service":"portal","State":"running","Status":"Up"}
        """
    private static let log = """
        2026-11-21T12:00:00Z connection closed with code 4003
        2026-11-21T12:00:01Z client reconnects, password hunter2-hunter3
        """

    private static func commands() -> FakeCommandRunner {
        FakeCommandRunner([
            "docker compose config --format json": .output(configuration),
            "docker compose config": .output("DB_PASSWORD: hunter2-hunter3\n"),
            "docker compose ps --all": .output("NAME STATE\n"),
            "docker compose ps --all --format json": .output(containers),
            "docker compose images": .exit(1, error: "no such thing"),
            "docker compose logs": .output(log),
            "docker version": .output("docker 27.0, engine 27.0\n"),
        ])
    }

    private func setting(
        _ runbook: String = "", commands: FakeCommandRunner = commands(),
        transport: FakeTransport = FakeTransport(), redactor: Redactor = Redactor(),
        trust: RunbookTrust = .everything
    ) -> CaptureSetting {
        let files = FakeFileSystem(["/srv/compose.yaml": "", "/srv/.env": "API_TOKEN=kestrel-77\n"])
        let world = World.fake(
            transport: transport, commands: commands, files: files,
            environment: ["PORT": "8000", "HOME": "/root", "SESSION_SECRET": "swift-31"])
        let catalog = Catalog.load(
            sources: [RunbookSource(file: "demo.md", bytes: Array(runbook.utf8))])
        return CaptureSetting(
            context: ProbeContext(world: world, redactor: redactor), runbooks: catalog.runbooks,
            variables: VariableScope(), trust: trust, version: "1.2.3")
    }

    private func text(_ captured: Captured, _ path: String) throws -> String {
        let item = try #require(captured.items.first { $0.path == path }, "\(path) is not there")
        return String(decoding: item.bytes, as: UTF8.self)
    }

    @Test("everything that can be had comes in a fixed order, the rest is named with its reason")
    func whole() async throws {
        let captured = await EvidenceCollector(setting()).captured()
        #expect(
            captured.items.map(\.path) == [
                "compose/ps.txt", "compose/config.yaml", "logs/portal.txt", "versions.txt",
                "environment.txt", "collected/close-codes.txt",
            ])
        #expect(
            captured.missing == [
                MissingItem(
                    "docker compose images", because: "docker compose could not tell: no such thing"
                ),
                MissingItem(
                    "docker compose logs --timestamps --tail 200 idle",
                    because:
                        "docker compose could not tell: idle was never created, so it has no log"
                ),
                MissingItem("git", because: "git is not installed here"),
            ])
        let codes = try text(captured, "collected/close-codes.txt")
        #expect(codes.contains("  4003  1  logs/portal.txt\n"))
        #expect(codes.contains("  1  logs/portal.txt\n"))
        let versions = try text(captured, "versions.txt")
        #expect(versions.hasPrefix("diagnose: 1.2.3\nuname -srm: uname is not installed here\n"))
    }

    @Test("secrets of the compose project are known before anything is written")
    func secrets() async throws {
        let redactor = Redactor()
        let captured = await EvidenceCollector(setting(redactor: redactor)).captured()
        for item in captured.items {
            let text = redactor.redact(String(decoding: item.bytes, as: UTF8.self))
            for secret in ["hunter2", "kestrel", "swift-31"] {
                #expect(!text.contains(secret), "\(item.path)")
            }
        }
    }

    @Test("the environment has names of all, and values of what the system knows")
    func environment() async throws {
        let captured = await EvidenceCollector(setting()).captured()
        let text = try text(captured, BundleLayout.environment)
        #expect(text.contains("\nHOME is set\nPORT=8000\n"))
        #expect(text.contains("\n# .env\nAPI_TOKEN="))
        #expect(text.contains("\n# service portal\nDB_PASSWORD="))
        #expect(!text.contains("hunter2") && !text.contains("kestrel"))
    }

    @Test("metrics and collect lines are asked once each, and say what they lack")
    func lines() async throws {
        let runbook = """
            # Demo

            ## Portal down

            - **Cause:** it is down

            ```probe
            http http://portal:8000/metrics status=200
            ```

            ## Evidence to capture

            ```collect
            http http://portal:8000/metrics
            http http://portal:8000/healthz
            http ${URL}/state
            log portal since=5m
            exec "rm -rf /"
            http http://portal:8000/ status=200
            ```
            """
        let transport = FakeTransport([
            "http://portal:8000/metrics": .text("up 1\n"),
            "http://portal:8000/healthz": .status(503),
        ])
        let captured = await EvidenceCollector(setting(runbook, transport: transport)).captured()
        let metrics = try text(captured, "metrics/http-portal-8000-metrics.txt")
        #expect(metrics.hasPrefix("status: 200\n") && metrics.hasSuffix("\n\nup 1\n"))
        let health = try text(captured, "collected/01-http-http-portal-8000-healthz.txt")
        #expect(health.hasPrefix("status: 503\n"))
        #expect(try text(captured, "collected/03-log-portal.txt").contains("4003"))
        let reasons = Dictionary(
            captured.missing.map { ($0.what, $0.reason) }, uniquingKeysWith: { first, _ in first })
        #expect(reasons["http ${URL}/state"] == "not set: give --set URL=…")
        #expect(reasons["exec \"rm -rf /\""] == "runs a program: give --allow-exec")
        #expect(
            reasons["http http://portal:8000/ status=200"]
                == "the line is invalid: a collect line only looks; 'status' is for a probe block")
        #expect(captured.items.count { $0.path.hasPrefix("metrics/") } == 1)
    }

    @Test("collect lines of a runbook that is not trusted bring nothing that only others may")
    func untrusted() async throws {
        let lines = [
            "exec id", "http http://portal:8000/ method=DELETE", "file /etc/passwd",
            "log /etc/passwd",
        ]
        let runbook =
            "# Demo\n\n## Evidence to capture\n\n```collect\n"
            + lines.joined(separator: "\n") + "\n```\n"
        let transport = FakeTransport()
        let captured = await EvidenceCollector(
            setting(runbook, transport: transport, trust: .shipped)
        ).captured()
        let reasons = Dictionary(
            captured.missing.map { ($0.what, $0.reason) }, uniquingKeysWith: { first, _ in first })
        for line in lines {
            #expect(reasons[line]?.contains("run with --trust") == true, "\(line)")
        }
        #expect(transport.requests.isEmpty)
    }

    @Test("a program that takes too long is named, and the others are kept")
    func slow() async throws {
        let commands = Self.commands()
        commands.set("docker compose images", to: .failure(.timedOut("docker", after: .seconds(8))))
        let captured = await EvidenceCollector(setting(commands: commands)).captured()
        let slow = captured.missing.first { $0.what == "docker compose images" }
        #expect(slow?.reason.contains("did not finish within 8 s") == true)
        #expect(captured.items.contains { $0.path == BundleLayout.versions })
    }

    @Test("what hangs for ever ends with the deadline", .timeLimit(.minutes(1)))
    func hanging() async throws {
        let commands = FakeCommandRunner(["docker": .hang, "git": .hang, "uname": .hang])
        var setting = setting(commands: commands)
        setting.context.world.clock = FakeClock(advancesItself: true)
        let captured = await EvidenceCollector(setting).captured()
        #expect(captured.missing.contains { $0.what == "git" })
    }

    @Test("a look that hangs is given up before the deadline, so that the others are kept")
    func reserve() async throws {
        var setting = setting()
        let clock = FakeClock(advancesItself: true)
        setting.context.world.clock = clock
        setting.timeout = .seconds(10)
        setting.deadline = .seconds(5)
        setting.begun = .zero
        let hanging = FakeCommandRunner(["sleep": .hang])
        let captured = await setting.bounded("sleep") {
            _ = try? await hanging.run(Command("sleep", [], timeout: .seconds(1)))
            return Captured()
        }
        #expect(captured.missing.map(\.what) == ["sleep"])
        #expect(captured.missing.map(\.reason) == ["not finished when 5 s were up"])
        #expect(clock.slept.last == .milliseconds(4500))
        // What comes late has what is left.
        setting.begun = clock.uptime - .seconds(9)
        let late = await setting.bounded("late") {
            _ = try? await hanging.run(Command("sleep", [], timeout: .seconds(1)))
            return Captured()
        }
        #expect(late.missing.map(\.what) == ["late"])
        #expect(clock.slept.last == .zero)
    }

    @Test("no more lines are captured than a bundle has room for, and the rest is told")
    func manyLines() async throws {
        let runbook =
            "# Demo\n\n## Evidence to capture\n\n```collect\n"
            + (1...203).map { "log ${S\($0)}" }.joined(separator: "\n") + "\n```\n"
        let captured = await EvidenceCollector(setting(runbook)).captured()
        #expect(captured.missing.count { $0.reason.hasPrefix("not set") } == 200)
        let rest = captured.missing.first { $0.what == "3 more lines of the runbooks" }
        #expect(rest?.reason == "a bundle has what 200 bring")
    }

    @Test("where no project is, that is said once")
    func nothing() async throws {
        var setting = setting(commands: FakeCommandRunner())
        setting.context = ProbeContext(
            world: .fake(files: FakeFileSystem(["/srv": .directory])), redactor: Redactor())
        let captured = await EvidenceCollector(setting).captured()
        let about = captured.missing.filter { $0.reason.contains("no compose file") }
        #expect(about.map(\.what) == ["docker compose", "logs of services"])
    }
}
