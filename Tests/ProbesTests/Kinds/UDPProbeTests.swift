import Catalog
import Machine
import Probes
import Synchronization
import Testing

@Suite struct UDPProbeTests {
    private static let target = SocketTarget(host: "turn.example", port: 3478, carrier: .udp)

    private func result(
        _ answer: FakeSocketConnector.Answer, _ words: String
    ) async throws -> ProbeResult {
        try await LineCheck(.fake(sockets: FakeSocketConnector([Self.target: answer])))
            .result("udp turn.example:3478 \(words)")
    }

    @Test("an answer is open, whatever it holds", arguments: ["", "state=answered", "open!=false"])
    func answered(words: String) async throws {
        #expect(try await result(.pieces([[1]]), words).outcome == .pass)
    }

    @Test("a refusal is closed")
    func refused() async throws {
        let refused = try await result(.failure(.refused), "")
        #expect(refused.outcome == .fail)
        #expect(refused.observed == "refused, nothing listens on the port")
        #expect(try await result(.failure(.refused), "open=false state=refused").outcome == .pass)
        #expect(try await result(.failure(.refused), "state!=refused").outcome == .fail)
    }

    @Test("silence tells nothing of open, but is a state")
    func silent() async throws {
        let open = try await result(.silentAfter([]), "")
        #expect(open.outcome == .unknown)
        #expect(open.observed == "silent for 2 s, as open and filtered UDP ports both are")
        #expect(try await result(.silentAfter([]), "open=false").outcome == .unknown)
        #expect(try await result(.silentAfter([]), "state!=refused").outcome == .pass)
        let patient = try await result(.silentAfter([]), "timeout=5s")
        #expect(patient.observed.hasPrefix("silent for 5 s"))
    }

    @Test("what is sent is the text, or one zero byte")
    func sends() async throws {
        for (words, bytes) in [("send=ping", Array("ping".utf8)), ("", [0])] {
            let sockets = FakeSocketConnector([Self.target: .pieces([[1]])])
            _ = try await LineCheck(.fake(sockets: sockets))
                .result("udp turn.example:3478 \(words)")
            #expect(sockets.sent == [bytes])
        }
    }

    @Test("time spent on connecting is not had again for waiting")
    func deadline() async throws {
        let clock = FakeClock(advancesItself: false)
        let sockets = SlowConnector(clock)
        let result = try await LineCheck(.fake(sockets: sockets, clock: clock))
            .result("udp turn.example:3478 timeout=5s")
        #expect(result.observed.hasPrefix("silent for 5 s"))
        #expect(sockets.patience == .seconds(2))
    }

    @Test("a host out of reach fails")
    func unreachable() async throws {
        let result = try await result(.failure(.unreachable), "state!=refused")
        #expect(result.outcome == .fail)
        #expect(result.observed == "no route to the host")
    }
}

/// Takes three seconds to connect, and then stays silent.
private final class SlowConnector: SocketConnector, SocketConnection {
    private let clock: FakeClock
    private let waited = Mutex(Duration.zero)

    /// How long an answer was waited for.
    var patience: Duration { waited.withLock { $0 } }

    init(_ clock: FakeClock) { self.clock = clock }

    func addresses(
        of host: String, timeout: Duration
    ) async throws(SocketFailure) -> [String] { throw .nameNotFound(host) }

    func connect(
        to target: SocketTarget, timeout: Duration
    ) async throws(SocketFailure) -> any SocketConnection {
        clock.advance(by: .seconds(3))
        return self
    }

    func send(_ bytes: [UInt8], timeout: Duration) async throws(SocketFailure) {}

    func receive(limit: Int, timeout: Duration) async throws(SocketFailure) -> [UInt8] {
        waited.withLock { $0 = timeout }
        throw .timedOut(after: timeout)
    }

    func close() {}
}

/// The `udp` kind against ports of this machine.
@Suite(.timeLimit(.minutes(1))) struct UDPProbeSocketTests {
    private let check = LineCheck(.fake(sockets: LiveSocketConnector(), clock: LiveClock()))

    @Test("a port that answers, one that stays silent and one that is closed are told apart")
    func ports() async throws {
        let port = try LocalPort(.datagrams)
        let line = "udp 127.0.0.1:\(port.number)"
        #expect(try await check.result("\(line) state=silent timeout=200ms").outcome == .pass)
        port.answer("pong")
        let answered = try await check.result("\(line) open=true state=answered send=ping")
        #expect(answered.outcome == .pass, "\(answered.observed)")
        let closed = try LocalPort(.closed)
        let refused = try await check.result("udp 127.0.0.1:\(closed.number)")
        #expect(refused.outcome == .fail)
        #expect(refused.observed == "refused, nothing listens on the port")
    }
}
