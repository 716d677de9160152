import Catalog
import Demo
import Machine
import Probes
import Testing

@Suite struct TCPProbeTests {
    private func check(_ answer: FakeSocketConnector.Answer) -> LineCheck {
        let target = SocketTarget(host: "db.example", port: 5432)
        return LineCheck(.fake(sockets: FakeSocketConnector([target: answer])))
    }

    @Test(
        "a port that accepts is open",
        arguments: ["", "open=true", "state=open", "latency<1s", "state!=refused latency>=0s"])
    func open(words: String) async throws {
        let result = try await check(.pieces([])).result("tcp db.example:5432 \(words)")
        #expect(result.outcome == .pass, "\(result.observed)")
    }

    @Test(
        "a port that does not accept says how",
        arguments: [
            (.refused, "refused", "connection refused"),
            (.timedOut(after: .seconds(10)), "filtered", "no answer within 10 s"),
            (.unreachable, "unreachable", "no route to the host"),
        ] as [(SocketFailure, String, String)])
    func closed(failure: SocketFailure, state: String, words: String) async throws {
        let check = check(.failure(failure))
        let line = "tcp db.example:5432"
        #expect(try await check.result(line).observed == words)
        #expect(try await check.result(line).isMeasured)
        #expect(try await check.result("\(line) latency<1s").observed == words)
        #expect(try await check.result("\(line) state=open").observed == "state \(state)")
        for condition in ["state=\(state)", "open=false", "open!=true"] {
            #expect(try await check.result("\(line) \(condition)").outcome == .pass)
        }
    }

    @Test("a name without an address is no state of a port")
    func unknownName() async throws {
        let check = check(.failure(.nameNotFound("db.example")))
        let result = try await check.result("tcp db.example:5432 state=refused")
        #expect(result.outcome == .fail)
        #expect(result.observed == "the name db.example has no address")
    }

    @Test("what the platform can't do is unknown")
    func unsupported() async throws {
        let check = check(.failure(.unsupported("no sockets here")))
        #expect(try await check.result("tcp db.example:5432").outcome == .unknown)
    }

    @Test("the component is the owner, else the publishing service, else the host and port")
    func components() async throws {
        let commands = FakeCommandRunner([
            "docker compose config": .output(
                "{\"services\":{\"db\":{\"ports\":[{\"target\":1,\"published\":\"5432\"}]}}}")
        ])
        let check = LineCheck(
            .fake(commands: commands, files: FakeFileSystem(["/srv/compose.yaml": ""])))
        #expect(try await check.result("tcp localhost:5432").component == "db")
        #expect(try await check.result("tcp localhost:5433").component == "localhost:5433")
        #expect(try await check.result("tcp db.example:5432").component == "db.example")
        let owned = try await check.result("tcp localhost:5432 owner=postgres free=true")
        #expect(owned.component == "postgres")
    }

    @Test("a subject without a port is a mistake, and is not repeated")
    func mistakes() throws {
        #expect(TCPProbe().mistake(in: "http://u:s3cr3t@") == "not of the form HOST:PORT")
        #expect(TCPProbe().mistake(in: "localhost:80-90") == nil)
    }

    @Test("of several ports only whether they are free is told")
    func range() async throws {
        let result = try await check(.pieces([])).result("tcp db.example:80-90 open=true")
        #expect(result.outcome == .unknown)
        #expect(result.observed == "of several ports only free= can be told")
    }
}

/// The `tcp` kind against ports of this machine.
@Suite(.timeLimit(.minutes(1))) struct TCPProbeSocketTests {
    private let check = LineCheck(.fake(sockets: LiveSocketConnector(), clock: LiveClock()))

    @Test("a server that listens is open, and refused once it has stopped")
    func server() async throws {
        let server = try LoopbackServer.start { _ in .text("fine") }
        let line = "tcp 127.0.0.1:\(server.port)"
        #expect(try await check.result("\(line) open=true state=open latency<5s").outcome == .pass)
        server.stop()
        #expect(try await check.result("\(line) state=refused open=false").outcome == .pass)
        let result = try await check.result(line)
        #expect(result.outcome == .fail)
        #expect(result.observed == "connection refused")
    }

    @Test("a port that is taken and not listened on is refused")
    func refused() async throws {
        let port = try LocalPort(.closed)
        let result = try await check.result("tcp localhost:\(port.number) state=refused")
        #expect(result.outcome == .pass, "\(result.observed)")
    }

    @Test("a name that nobody has fails with these words")
    func unknownName() async throws {
        let result = try await check.result("tcp nothing.invalid:80", timeout: .seconds(30))
        #expect(result.outcome == .fail)
        #expect(result.observed == "the name nothing.invalid has no address")
    }
}
