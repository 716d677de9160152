import Foundation
import Testing

@testable import Machine

@Suite("Connecting to one of several addresses", .timeLimit(.minutes(1)))
struct ConnectRaceTests {
    /// Long enough for anything that comes at all.
    private let patience = Duration.seconds(20)

    private func address(_ port: Int) async throws -> SocketAddress {
        let lookup = NameLookup(host: "127.0.0.1", port: port, carrier: .tcp)
        return try #require(try await lookup.addresses(within: patience).first)
    }

    private func winner(_ ports: [Int], within limit: Duration? = nil) async throws -> Int? {
        var addresses: [SocketAddress] = []
        for port in ports { addresses.append(try await address(port)) }
        guard
            case .connected(_, let found) = await ConnectRace.outcome(
                of: addresses, within: limit ?? patience)
        else { return nil }
        return addresses.firstIndex(of: found)
    }

    @Test("an address that swallows everything or refuses does not hide one that accepts")
    func acceptsLater() async throws {
        let silent = try TestListener(backlog: 0)
        try silent.fill()
        let refusing = try ReservedPort()
        let good = try TestListener()
        #expect(try await winner([silent.port, good.port]) == 1)
        #expect(try await winner([refusing.number, good.port]) == 1)
        #expect(try await winner([refusing.number, silent.port, refusing.number, good.port]) == 3)
        #expect(try await winner([good.port, silent.port]) == 0)
    }

    @Test("where none accepts, what each address says is told")
    func none() async throws {
        let silent = try TestListener(backlog: 0)
        try silent.fill()
        let refusing = try ReservedPort()
        let addresses = [try await address(silent.port), try await address(refusing.number)]
        guard
            case .failed(let codes) = await ConnectRace.outcome(
                of: addresses, within: .milliseconds(100))
        else {
            Issue.record("connected")
            return
        }
        #expect(codes == [ECONNREFUSED, ETIMEDOUT])
    }

    @Test("no time at all is a time-out")
    func noTime() async throws {
        let good = try TestListener()
        let address = try await address(good.port)
        guard case .failed([ETIMEDOUT]) = await ConnectRace.outcome(of: [address], within: .zero)
        else {
            Issue.record("no time-out")
            return
        }
    }

    @Test(
        "of several codes the most telling is the failure",
        arguments: [
            ([ECONNREFUSED, ENETUNREACH], .refused),
            ([ENETUNREACH, ETIMEDOUT], .timedOut(after: .seconds(1))),
            ([ETIMEDOUT, ECONNREFUSED], .refused), ([ENETUNREACH, EHOSTUNREACH], .unreachable),
            ([ENETUNREACH, EACCES], .other("Permission denied")), ([ECONNRESET], .closed),
        ] as [([Int32], SocketFailure)])
    func codes(codes: [Int32], expected: SocketFailure) {
        #expect(SocketFailure(codes: codes, timeout: .seconds(1)) == expected)
    }
}
