import Catalog
import Machine
import Probes
import Testing

/// `exec in=`, with what compose 5.6 and its engine were seen to print.
@Suite struct ExecContainerTests {
    private func result(
        _ line: String, _ answer: FakeCommandRunner.Answer,
        configuration: FakeCommandRunner.Answer = .output(#"{"services":{"portal":{}}}"#)
    ) async throws -> (ProbeResult, [String]) {
        let commands = FakeCommandRunner([
            "docker compose exec": answer, "docker compose config": configuration,
        ])
        var check = LineCheck(
            .fake(commands: commands, files: FakeFileSystem(["/srv/compose.yaml": ""])))
        check.context.allowsExecution = true
        return (try await check.result(line), commands.commands.map(\.line))
    }

    @Test("the program runs in the service's container, in the folder told")
    func command() async throws {
        let (plain, lines) = try await result(
            "exec \"cat '/etc/a b'\" in=portal stdout=x", .output("x\n"))
        #expect(plain.outcome == .pass)
        #expect(lines == ["docker compose exec -T portal cat '/etc/a b'"])
        let (_, others) = try await result("exec ls in=portal directory=/app", .output(""))
        #expect(others == ["docker compose exec -T -w /app portal ls"])
    }

    private static let runtime =
        "OCI runtime exec failed: exec failed: unable to start container "
        + "process: "

    @Test(
        "what keeps it from running is told apart from how it ends",
        arguments: [
            (
                FakeCommandRunner.Answer.exit(1, error: "service \"portal\" is not running"),
                Outcome.fail, "the service portal is not running"
            ),
            (
                .exit(
                    1,
                    error: "Error response from daemon: Container c8f2 is paused, unpause the "
                        + "container before exec"),
                .fail, "the service portal is paused"
            ),
            (
                .output(
                    runtime + "exec: \"x\": executable file not found in $PATH: unknown\n",
                    exitCode: 126),
                .unknown, "x could not be started in portal: it is not installed there"
            ),
            (
                .exit(
                    127, error: runtime + "exec: \"x\": stat x: no such file or directory: unknown"),
                .unknown,
                "x could not be started in portal: exec: \"x\": stat x: no such file or directory: "
                    + "unknown"
            ),
            (
                .output(
                    runtime + "chdir to cwd (\"/n\") set in config.json failed: no such file or "
                        + "directory: unknown", exitCode: 126),
                .unknown, "x could not be started in portal: its folder does not exist there"
            ),
            (.exit(126), .fail, "exit 126"),
            (.exit(127, error: "sh: y: not found"), .fail, "exit 127"),
            (.exit(1, error: "no such service: z"), .fail, "exit 1"),
            (.output("OCI runtime exec failed: said the program"), .pass, "exit 0"),
            (
                .failure(.timedOut("docker", after: .seconds(10))), .fail,
                "x did not finish within 10 s"
            ),
            (
                .exit(
                    1, error: "Cannot connect to the Docker daemon at unix:///var/run/docker.sock."),
                .unknown,
                "no Docker engine answers at unix:///var/run/docker.sock: run `docker info`"
            ),
            (
                .failure(.notFound("docker")), .unknown,
                "neither `docker compose` nor `docker-compose` is installed here"
            ),
        ] as [(FakeCommandRunner.Answer, Outcome, String)])
    func failures(
        answer: FakeCommandRunner.Answer, outcome: Outcome, observed: String
    ) async throws {
        let (result, _) = try await result("exec x in=portal", answer)
        #expect(result.outcome == outcome)
        #expect(result.observed == observed)
        #expect(result.component == "portal")
    }

    @Test("a service that compose does not know is unknown, with a hint")
    func unknownService() async throws {
        let answer = FakeCommandRunner.Answer.exit(1, error: "service \"portl\" is not running")
        let (result, _) = try await result("exec x in=portl", answer)
        #expect(result.outcome == .unknown)
        #expect(result.observed == "the compose file has no service portl; did you mean 'portal'?")
    }

    @Test("an option in the place of a service is none")
    func smuggled() async throws {
        let (result, lines) = try await result("exec x in=--privileged", .output(""))
        #expect(result.outcome == .unknown)
        #expect(lines.isEmpty)
    }

    @Test("a compose file that is invalid is not the program's fault")
    func invalidFile() async throws {
        let answer = FakeCommandRunner.Answer.exit(15, error: "validating compose.yaml: services")
        let (result, _) = try await result("exec x in=portal", answer, configuration: answer)
        #expect(result.outcome == .unknown)
        #expect(result.observed.hasPrefix("the compose file is invalid"))
    }
}
