import Catalog
import Machine
import Testing

@testable import Probes

@Suite struct ContainerProbeTests {
    /// What `docker stats` of client 28 prints of a container.
    private static func measured(_ id: String, memory: String, processor: String = "0.10%")
        -> String
    {
        """
        {"BlockIO":"0B / 0B","CPUPerc":"\(processor)","Container":"\(id)","ID":"\(id)",\
        "MemPerc":"5.52%","MemUsage":"\(memory)","Name":"n","NetIO":"1.1kB / 0B","PIDs":"5"}

        """
    }

    private func result(
        _ line: String, _ containers: [ComposeStack.Container],
        stats: FakeCommandRunner.Answer
    ) async throws -> ProbeResult {
        let stack = ComposeStack(containers)
        stack.commands.set("docker stats --no-stream", to: stats)
        return try await LineCheck(stack.world).result(line)
    }

    private static let mediamtx = ComposeStack.mediamtx
    private static var second: ComposeStack.Container {
        var second = ComposeStack.mediamtx
        second.number = 2
        return second
    }

    @Test(
        "what a container uses is judged",
        arguments: [
            ("container mediamtx", "57MiB / 64MiB", .pass, "memory 89%, 59.7 MB of 67.1 MB"),
            ("container mediamtx", "62.1MiB / 64MiB", .fail, "memory 97%, 65.1 MB of 67.1 MB"),
            ("container mediamtx rss<1GB", "1.9GiB / 23.54GiB", .fail, "rss 2 GB"),
            ("container mediamtx rss<1MB", "324KiB / 23.54GiB", .pass, "rss 331 KB"),
            ("container mediamtx cpu<0.05%", "1MiB / 2MiB", .fail, "cpu 0.1%"),
            ("container mediamtx pids<5", "1MiB / 2MiB", .fail, "pids 5"),
            ("container mediamtx", "0B / 0B", .unknown, "the engine does not measure it"),
            ("container mediamtx", "-- / --", .unknown, "the engine does not measure it"),
            ("container mediamtx rss<1MB", "junk", .unknown, "the engine does not measure it"),
        ] as [(String, String, Outcome, String)])
    func judged(line: String, memory: String, outcome: Outcome, observed: String) async throws {
        let result = try await result(
            line, [Self.mediamtx],
            stats: .output(Self.measured(Self.mediamtx.id, memory: memory)))
        #expect(result.outcome == outcome)
        #expect(result.observed == observed)
        #expect(result.component == "mediamtx")
    }

    @Test("each container of a service must meet the line, and is named")
    func several() async throws {
        let result = try await result(
            "container mediamtx", [Self.mediamtx, Self.second],
            stats: .output(
                Self.measured(Self.mediamtx.id, memory: "10MiB / 64MiB")
                    + Self.measured(Self.second.id, memory: "63MiB / 64MiB")))
        #expect(result.outcome == .fail)
        #expect(result.observed == "memory stage-mediamtx-2: 98.4%, 66 MB of 67.1 MB")
    }

    @Test("a container that is stopped fails the line, without being measured")
    func stopped() async throws {
        var ended = Self.second
        (ended.state, ended.status, ended.exitCode) = ("exited", "Exited (137) 3 s ago", 137)
        (ended.isOutOfMemory, ended.finished) = (true, 3)
        let one = try await result("container mediamtx", [ended], stats: .exit(1))
        #expect(one.outcome == .fail)
        #expect(one.observed == "mediamtx is exited (137) 3 s ago, out of memory")
        let two = try await result("container mediamtx", [Self.mediamtx, ended], stats: .exit(1))
        #expect(two.observed == "stage-mediamtx-2 is exited (137) 3 s ago, out of memory")
        let none = try await result("container mediamtx", [], stats: .exit(1))
        #expect(none.outcome == .fail)
        #expect(none.observed == "mediamtx is not created")
    }

    @Test(
        "an engine that can't tell leaves the line unknown",
        arguments: [
            (
                .exit(1, error: "Cannot connect to the Docker daemon at unix:///x."),
                "no Docker engine answers at unix:///x: run `docker info`"
            ),
            (.output("junk"), "docker compose could not tell: `docker stats` printed no JSON"),
            (.output(""), "the engine does not measure it"),
            (
                .failure(.notFound("docker")),
                "docker compose could not tell: docker itself is not installed here"
            ),
        ] as [(FakeCommandRunner.Answer, String)])
    func engine(answer: FakeCommandRunner.Answer, observed: String) async throws {
        let result = try await result("container mediamtx", [Self.mediamtx], stats: answer)
        #expect(result.outcome == .unknown)
        #expect(result.observed == observed)
    }

    @Test("a service that is not declared is unknown")
    func undeclared() async throws {
        let result = try await result("container mediamtz", [], stats: .exit(1))
        #expect(result.outcome == .unknown)
        #expect(
            result.observed
                == "the compose file has no service mediamtz; did you mean 'mediamtx'?")
    }

    @Test("all containers cost one `docker stats`")
    func cost() async throws {
        let stack = ComposeStack([Self.mediamtx, ComposeStack.database])
        stack.commands.set(
            "docker stats --no-stream",
            to: .output(
                Self.measured(Self.mediamtx.id, memory: "1MiB / 2MiB")
                    + Self.measured(ComposeStack.database.id, memory: "1MiB / 2MiB")))
        let check = LineCheck(stack.world)
        #expect(try await check.result("container mediamtx").outcome == .pass)
        #expect(try await check.result("container database rss<2MB").outcome == .pass)
        #expect(stack.commands.commands.filter { $0.arguments.first == "stats" }.count == 1)
    }

    @Test(
        "sizes are read as the engine writes them",
        arguments: [
            ("12.3MiB", 12_897_484.8), ("1.1kB", 1100), (" 64MiB ", 67_108_864), ("0B", 0),
            ("1.5TiB", 1_649_267_441_664), ("--", nil), ("", nil), ("-1MiB", nil),
            ("1e30MiB", nil), ("999999999999TiB", nil),
        ] as [(String, Double?)])
    func sizes(text: String, bytes: Double?) {
        #expect(ContainerStatistics.bytes(of: text) == bytes)
    }
}
