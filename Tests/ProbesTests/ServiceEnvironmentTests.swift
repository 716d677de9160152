import Catalog
import Machine
import Testing

@testable import Probes

@Suite struct ServiceEnvironmentTests {
    private static let configuration = """
        {"services": {"portal": {"environment": {"MODE": "production", "PASSED_ON": null}}, "db": {}}}
        """

    private func check(_ answers: [String: FakeCommandRunner.Answer]) -> LineCheck {
        let declared = [
            "docker compose config": FakeCommandRunner.Answer.output(Self.configuration)
        ]
        return LineCheck(
            .fake(
                commands: FakeCommandRunner(declared.merging(answers) { $1 }),
                files: FakeFileSystem(["/srv/compose.yaml": "", "/srv/.env": "MODE=outside"]),
                environment: ["MODE": "outside"]))
    }

    @Test("in= asks the running container")
    func running() async throws {
        let check = check([
            "docker compose exec -T portal env -0": .output("MODE=live\0KEY=a\nb==\0EMPTY=\0")
        ])
        #expect(try await check.result("env MODE in=portal value=live").outcome == .pass)
        #expect(try await check.result("env KEY in=portal length=5").outcome == .pass)
        #expect(try await check.result("env EMPTY in=portal empty=true").outcome == .pass)
        let unset = try await check.result("env NONE in=portal")
        #expect(unset.outcome == .fail)
        #expect(unset.observed.hasPrefix("set false in portal"))
        #expect(unset.component == "portal")
    }

    @Test("an env without -0 is asked for lines")
    func lines() async throws {
        let check = check([
            "docker compose exec -T portal env -0": .exit(1, error: "env: unknown option -- 0"),
            "docker compose exec -T portal env": .output("MODE=live\nKEY=a\nb c\nZ=1\n"),
        ])
        #expect(try await check.result("env MODE in=portal value=live").outcome == .pass)
        #expect(try await check.result("env KEY in=portal length=5").outcome == .pass)
        #expect(try await check.result("env Z in=portal length=1").outcome == .pass)
    }

    @Test(
        "a container that can't be asked is judged by what the compose file declares",
        arguments: [
            ["docker compose exec": .exit(1, error: "service \"portal\" is not running")],
            ["docker compose exec": .exit(127, error: "exec: \"env\": executable file not found")],
        ] as [[String: FakeCommandRunner.Answer]])
    func declared(answers: [String: FakeCommandRunner.Answer]) async throws {
        let check = check(answers)
        #expect(try await check.result("env MODE in=portal value=production").outcome == .pass)
        let failing = try await check.result("env MODE in=portal value=staging")
        #expect(failing.outcome == .fail)
        #expect(failing.evidence.count == 1)
        #expect(failing.evidence[0].contains("what the compose file declares for portal"))
        // Its image may set them.
        for name in ["NONE", "PASSED_ON"] {
            let unset = try await check.result("env \(name) in=portal")
            #expect(unset.outcome == .unknown)
            #expect(unset.observed.contains("the compose file does not set \(name)"))
        }
    }

    @Test("a service that the compose file does not have is unknown, with a hint")
    func noService() async throws {
        let check = check(["docker compose exec": .exit(1, error: "no such service: portl")])
        let result = try await check.result("env MODE in=portl")
        #expect(result.outcome == .unknown)
        #expect(result.observed == "the compose file has no service portl; did you mean 'portal'?")
    }

    @Test("without docker nothing is known")
    func noDocker() async throws {
        let check = LineCheck(.fake(environment: ["MODE": "outside"]))
        #expect(try await check.result("env MODE in=portal").outcome == .unknown)
    }

    @Test(
        "lines of env become variables",
        arguments: [
            ("A=1\nB=2\n", ["A": "1", "B": "2"]), ("A=1", ["A": "1"]), ("A=\n", ["A": ""]),
            ("A=x\n\ny\nB=2\n", ["A": "x\n\ny", "B": "2"]), ("A=x\n=y\n1=z\n", ["A": "x\n=y\n1=z"]),
            ("", [:]), ("junk\n", [:]), ("A=b=c\n", ["A": "b=c"]),
        ])
    func parsing(output: String, values: [String: String]) {
        #expect(ContainerEnvironment.values(lines: Array(output.utf8)) == values)
    }
}
