import Catalog
import Machine
import Probes
import Testing

/// `free` of the kinds `tcp` and `udp` on a Linux machine whose `/proc` the test writes.
@Suite struct FreePortTests {
    private func check(
        _ processes: [String: FakeFileSystem.Node] = [:],
        commands: [String: FakeCommandRunner.Answer] = [:],
        environment: [String: String] = [:]
    ) -> LineCheck {
        FakeMachine.check(processes, commands: commands, environment: environment)
    }

    @Test(
        "a port that nobody listens on is free",
        arguments: [
            "tcp localhost:8003", "tcp localhost:9000", "tcp 127.0.0.1:8002",
            "tcp localhost:9000-9999", "udp localhost:8000", "tcp 0.0.0.0:9000",
        ])
    func free(line: String) async throws {
        #expect(try await check().result("\(line) free=true").outcome == .pass)
        #expect(try await check().result("\(line) free=false").outcome == .fail)
    }

    @Test(
        "a port that is held names the process, as far as this user may know it",
        arguments: [
            (
                "tcp localhost:8000",
                "node (pid 812) on 127.0.0.1, a process that this user may not look at"
            ),
            ("tcp localhost:8001", "a process that this user may not look at"),
            ("tcp localhost:8002", "a process that this user may not look at on 192.168.1.5"),
            ("tcp localhost:8006", "a process that this user may not look at on ::1"),
            ("tcp [::1]:8000", "a process that this user may not look at"),
            ("udp localhost:52000", "livekit-server (pid 900)"),
            (
                "tcp localhost:8001-8002",
                "a process that this user may not look at (port 8001), "
                    + "a process that this user may not look at on 192.168.1.5 (port 8002)"
            ),
            ("udp localhost:51000-52050", "livekit-server (pid 900) (port 52000)"),
        ])
    func held(line: String, holders: String) async throws {
        let processes = FakeMachine.process(812, "node", sockets: [501, 77])
            .merging(FakeMachine.process(900, "livekit-server", sockets: [506])) { _, new in new }
            .merging(FakeMachine.process(1000, "worker", sockets: [501])) { _, new in new }
        let result = try await check(processes).result("\(line) free=true")
        #expect(result.outcome == .fail)
        #expect(result.observed == "free false, held by \(holders)")
        #expect(result.isMeasured)
        #expect(try await check(processes).result("\(line) free=false").outcome == .pass)
    }

    @Test(
        "the process is described by its command up to what may hold a secret, and its folder",
        arguments: [
            (["node", "server.js"], "node server.js, in /srv/sister"),
            (["python3", "-m", "http.server"], "python3 -m http.server, in /srv/sister"),
            (["redis-server", "--requirepass", "hunter2"], "redis-server, in /srv/sister"),
            (["a\u{1B}[31m", "b\nc"], "a [31m b c, in /srv/sister"),
            ([], "in /srv/sister"),
        ])
    func description(command: [String], words: String) async throws {
        let result = try await check(
            FakeMachine.process(812, "node", sockets: [501], command: command)
        ).result("tcp 127.0.0.1:8000 free=true")
        #expect(result.evidence == ["node (pid 812): \(words)"])
    }

    @Test("a port that docker's proxy holds names the container behind it and its project")
    func proxy() async throws {
        let proxy = FakeMachine.process(70, "docker-proxy", sockets: [502])
        let check = check(proxy, commands: FakeMachine.docker)
        let result = try await check.result("tcp localhost:8001 free=true")
        #expect(
            result.observed == "free false, held by container sister-db-1 of project sister")
        #expect(
            result.evidence
                == ["container sister-db-1: image postgres:16, project in /srv/sister"])
    }

    @Test("a proxy whose engine does not answer is named as such")
    func proxyAlone() async throws {
        let proxy = FakeMachine.process(70, "docker-proxy", sockets: [502])
        for commands in [[:], ["docker ps": .exit(1)]] as [[String: FakeCommandRunner.Answer]] {
            let result = try await check(proxy, commands: commands)
                .result("tcp localhost:8001 free=true")
            #expect(
                result.observed == "free false, held by docker-proxy (pid 70), "
                    + "for a container docker did not name")
        }
    }

    @Test("another process on a port that a container publishes too is not taken for it")
    func both() async throws {
        let processes = FakeMachine.process(812, "node", sockets: [502])
        let result = try await check(processes, commands: FakeMachine.docker)
            .result("tcp localhost:8001 free=true")
        #expect(
            result.observed == "free false, held by node (pid 812), "
                + "container sister-db-1 of project sister")
    }

    @Test("a container that publishes a port holds it though nothing is seen to listen")
    func withoutProxy() async throws {
        let held = try await check(commands: FakeMachine.docker).result(
            "tcp localhost:8004 free=true")
        #expect(held.observed == "free false, held by container sister-db-1 of project sister")
        let udp = try await check(commands: FakeMachine.docker).result(
            "udp localhost:53000 free=true")
        #expect(udp.observed == "free false, held by container lonely")
        let other = try await check(commands: FakeMachine.docker).result(
            "udp localhost:8004 free=true")
        #expect(other.outcome == .pass)
    }

    @Test("an engine elsewhere holds no port of this machine")
    func remoteEngine() async throws {
        let check = check(
            commands: FakeMachine.docker, environment: ["DOCKER_HOST": "ssh://build.example"])
        #expect(try await check.result("tcp localhost:8004 free=true").outcome == .pass)
    }

    @Test("the owner may hold the port, through the proxy or in the machine's own network")
    func owner() async throws {
        let inside = FakeMachine.process(
            900, "livekit-server", sockets: [506],
            cgroup: "0::/system.slice/docker-\(FakeMachine.hostID).scope\n")
        let host = try await check(inside, commands: FakeMachine.docker)
            .result("udp localhost:52000-52050 free=true owner=livekit")
        #expect(host.outcome == .pass, "\(host.observed)")
        let stranger = try await check(inside, commands: FakeMachine.docker)
            .result("udp localhost:52000 free=true owner=portal")
        #expect(stranger.observed == "free false, held by container livekit of project stage")
        #expect(stranger.component == "portal")
    }

    @Test("a service of that name in another project is no owner, but the conflict")
    func namesake() async throws {
        let proxy = FakeMachine.process(70, "docker-proxy", sockets: [502])
        let other = try await check(proxy, commands: FakeMachine.docker)
            .result("tcp localhost:8001 free=true owner=db")
        #expect(other.outcome == .fail)
        var commands = FakeMachine.docker
        commands["docker compose config"] = .output("{\"name\":\"sister\",\"services\":{}}")
        let own = try await check(proxy, commands: commands)
            .result("tcp localhost:8001 free=true owner=db")
        #expect(own.outcome == .pass)
    }

    @Test("of another machine it is unknown")
    func elsewhere() async throws {
        let result = try await check().result("tcp portal.example:80 free=true")
        #expect(result.outcome == .unknown)
        #expect(
            result.observed
                == "whether a port is free can be told of this machine only: write localhost")
    }

    @Test("one line may ask whether a port is free, another whether it answers")
    func mixed() async throws {
        let result = try await check().result("tcp localhost:9000 free=true open=false")
        #expect(result.outcome == .pass, "\(result.observed)")
    }
}
