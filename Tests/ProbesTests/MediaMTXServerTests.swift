import Catalog
import Demo
import Machine
import Testing

/// The `mediamtx` kind against a real HTTP server.
@Suite struct MediaMTXServerTests {
    private func check(
        _ words: String, reply: @escaping @Sendable (LoopbackRequest) -> LoopbackReply
    ) async throws -> (result: ProbeResult, requests: [LoopbackRequest]) {
        let server = try LoopbackServer.start(handler: reply)
        defer { server.stop() }
        let world = World.fake(
            transport: LiveHTTPTransport(), clock: FakeClock(advancesItself: false))
        let result = try await LineCheck(world).result(
            "mediamtx \(words) api=\(server.url)", timeout: .milliseconds(500))
        return (result, server.requests)
    }

    private static let path = #"{"name":"café/en","source":null,"available":true,"online":false}"#

    @Test("a name is sent with its slashes, other characters encoded")
    func names() async throws {
        let (result, requests) = try await check("'café/en one'") { _ in .json(Self.path) }
        #expect(result.outcome == .pass)
        #expect(requests.map(\.path) == ["/v3/paths/get/caf%C3%A9/en%20one"])
    }

    @Test("user and password arrive")
    func credentials() async throws {
        let (result, _) = try await check("x user=u password=p") { request in
            request.value(of: "Authorization") == "Basic dTpw" ? .json(Self.path) : .status(401)
        }
        #expect(result.outcome == .pass)
    }

    @Test(
        "a server that misbehaves fails",
        arguments: [
            (LoopbackReply.hang, "no response within"), (.reset, "connection reset"),
            (.text("hello"), "is not MediaMTX's API"),
            (.json("{\"error\":\"no\"}", status: 404), "path x does not exist"),
        ])
    func failures(reply: LoopbackReply, words: String) async throws {
        let (result, _) = try await check("x") { _ in reply }
        #expect(result.outcome == .fail)
        #expect(result.observed.contains(words), "\(result.observed)")
    }
}
