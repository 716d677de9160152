import Testing

@testable import Machine

@Suite("A second look at a connection", .timeLimit(.minutes(1)))
struct ConnectAttemptTests {
    private func failure(host: String, port: Int) async -> HTTPFailure {
        await ConnectAttempt(host: host, port: port, patience: .milliseconds(250))
            .failure(timeout: .seconds(3))
    }

    @Test("a port that nothing listens on refuses")
    func refused() async throws {
        let port = try ReservedPort()
        #expect(await failure(host: "127.0.0.1", port: port.number) == .refused)
        #expect(await failure(host: "localhost", port: port.number) == .refused)
    }

    @Test("an address that no route leads to is unreachable")
    func unreachable() async {
        // The broadcast address takes no TCP connection (connect(2)): the answer is immediate.
        #expect(await failure(host: "255.255.255.255", port: 80) == .unreachable)
    }

    @Test("a name without an address is not found")
    func nameNotFound() async {
        #expect(await failure(host: "nonexistent.invalid", port: 80) == .nameNotFound)
    }
}
