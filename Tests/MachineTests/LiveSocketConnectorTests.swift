import Foundation
import Machine
import Testing

@Suite("Sockets of the system", .timeLimit(.minutes(1)))
struct LiveSocketConnectorTests {
    /// Long enough for anything that comes at all.
    private let patience = Duration.seconds(20)

    private func connect(
        _ port: Int, host: String = "127.0.0.1", _ carrier: SocketTarget.Carrier = .tcp,
        timeout: Duration? = nil
    ) async throws(SocketFailure) -> any SocketConnection {
        try await LiveSocketConnector().connect(
            to: SocketTarget(host: host, port: port, carrier: carrier),
            timeout: timeout ?? patience)
    }

    private func failure(
        _ port: Int, host: String = "127.0.0.1", timeout: Duration? = nil
    ) async -> SocketFailure? {
        do throws(SocketFailure) {
            _ = try await connect(port, host: host, timeout: timeout)
            return nil
        } catch {
            return error
        }
    }

    @Test("bytes go both ways, in pieces of the size asked for, up to the end of the stream")
    func stream() async throws {
        let listener = try TestListener()
        listener.serve { descriptor in
            var buffer = [UInt8](repeating: 0, count: 5)
            _ = recv(descriptor, &buffer, 5, Int32(MSG_WAITALL))
            _ = send(descriptor, buffer + Array("!".utf8), 6, 0)
        }
        let connection = try await connect(listener.port)
        try await connection.send(Array("hello".utf8), timeout: patience)
        var received: [UInt8] = []
        while true {
            let piece = try await connection.receive(limit: 2, timeout: patience)
            #expect(piece.count <= 2)
            if piece.isEmpty { break }
            received += piece
        }
        #expect(received == Array("hello!".utf8))
    }

    @Test("a port that nothing listens on refuses", arguments: ["127.0.0.1", "localhost"])
    func refused(host: String) async throws {
        let port = try ReservedPort()
        #expect(await failure(port.number, host: host) == .refused)
    }

    @Test("a port without an answer is a time-out, and so is a cancelled wait an end")
    func filtered() async throws {
        let listener = try TestListener(backlog: 0)
        try listener.fill()
        let limit = Duration.milliseconds(80)
        #expect(await failure(listener.port, timeout: limit) == .timedOut(after: limit))
        let pending = listener.pendingConnections
        let task = Task { await failure(listener.port) }
        while listener.pendingConnections == pending { await Task.yield() }
        task.cancel()
        #expect(await task.value == .other("the connection was cancelled"))
        #expect(listener.pendingConnections == pending)
    }

    @Test("an address that no route leads to is unreachable")
    func unreachable() async {
        // The broadcast address takes no TCP connection (connect(2)): the answer is immediate.
        #expect(await failure(80, host: "255.255.255.255") == .unreachable)
    }

    @Test("a number that is no port is said to be none", arguments: [0, -1, 65_536])
    func badPort(port: Int) async {
        #expect(await failure(port) == .other("\(port) is not a port: those are 1 to 65535"))
    }

    @Test("a name without an address is told from one that refuses", arguments: ["", "a\0b"])
    func nameNotFound(host: String) async {
        #expect(await failure(80, host: host) == .nameNotFound(host))
    }

    @Test("of a name's addresses the one that listens is found", arguments: ["127.0.0.1", "::1"])
    func eitherFamily(listening host: String) async throws {
        let names = try await LiveSocketConnector().addresses(of: "localhost", timeout: patience)
        guard names.contains(host), let listener = try? TestListener(host: host) else { return }
        listener.serve { _ = send($0, "x", 1, 0) }
        let connection = try await connect(listener.port, host: "localhost")
        #expect(try await connection.receive(limit: 9, timeout: patience) == [0x78])
    }

    @Test("the addresses of a host are given in numbers")
    func addresses() async throws {
        let connector = LiveSocketConnector()
        let numeric = try await connector.addresses(of: "127.0.0.1", timeout: patience)
        #expect(numeric == ["127.0.0.1"])
        let loopback = try await connector.addresses(of: "localhost", timeout: patience)
        #expect(!loopback.isEmpty && Set(loopback).isSubset(of: ["127.0.0.1", "::1"]))
    }

    @Test("silence ends at the time-out, whoever is silent")
    func silence() async throws {
        let listener = try TestListener()
        let limit = Duration.milliseconds(50)
        let stream = try await connect(listener.port)
        await #expect(throws: SocketFailure.timedOut(after: limit)) {
            try await stream.receive(limit: 9, timeout: limit)
        }
        // More than the buffers of both ends hold, and nobody reads.
        await #expect(throws: SocketFailure.timedOut(after: limit)) {
            try await stream.send([UInt8](repeating: 0, count: 64 << 20), timeout: limit)
        }
    }

    @Test("a broken connection is an error and not a signal")
    func reset() async throws {
        let listener = try TestListener()
        listener.serve { descriptor in
            var byte: UInt8 = 0
            _ = recv(descriptor, &byte, 1, 0)
            var lingering = linger(l_onoff: 1, l_linger: 0)
            setsockopt(
                descriptor, SOL_SOCKET, SO_LINGER, &lingering,
                socklen_t(MemoryLayout<linger>.size))
        }
        let connection = try await connect(listener.port)
        try await connection.send([1], timeout: patience)
        await #expect(throws: SocketFailure.closed) {
            try await connection.receive(limit: 9, timeout: patience)
        }
        // Unguarded, this would bring SIGPIPE.
        await #expect(throws: SocketFailure.closed) {
            try await connection.send([1], timeout: patience)
        }
    }

    @Test("a cancelled wait ends at once, and the connection with its last user")
    func cancelled() async throws {
        let listener = try TestListener()
        let (events, continuation) = AsyncStream<String>.makeStream()
        listener.serve { descriptor in
            continuation.yield("accepted")
            var byte: UInt8 = 0
            // The end comes only where the other descriptor has been closed.
            continuation.yield(recv(descriptor, &byte, 1, 0) == 0 ? "ended" : "broken")
        }
        let task = Task { [patience] () -> SocketFailure? in
            do throws(SocketFailure) {
                let connection = try await connect(listener.port)
                _ = try await connection.receive(limit: 9, timeout: patience)
                return nil
            } catch {
                return error
            }
        }
        var iterator = events.makeAsyncIterator()
        #expect(await iterator.next() == "accepted")
        task.cancel()
        #expect(await task.value == .other("the connection was cancelled"))
        #expect(await iterator.next() == "ended")
    }

    @Test("closing wakes who waits, and what comes after it fails")
    func closed() async throws {
        let listener = try TestListener()
        let connection = try await connect(listener.port)
        let waiting = Task { [patience] in
            try await connection.receive(limit: 9, timeout: patience)
        }
        connection.close()
        if let received = try? await waiting.value { #expect(received.isEmpty) }
        await #expect(throws: SocketFailure.closed) {
            try await connection.send([1], timeout: patience)
        }
    }

    @Test("a datagram is answered by one", arguments: ["127.0.0.1", "::1"])
    func datagram(host: String) async throws {
        guard let listener = try? TestListener(.udp, host: host) else { return }
        listener.answer { $0 + $0 }
        let connection = try await connect(listener.port, host: host, .udp)
        try await connection.send([1, 2], timeout: patience)
        #expect(try await connection.receive(limit: 99, timeout: patience) == [1, 2, 1, 2])
    }

    @Test("a datagram to a port that nothing listens on is refused, to a silent one not answered")
    func datagramRefused() async throws {
        var port = 0
        do {
            let listener = try TestListener(.udp)
            port = listener.port
            let limit = Duration.milliseconds(50)
            let connection = try await connect(port, .udp)
            try await connection.send([1], timeout: patience)
            await #expect(throws: SocketFailure.timedOut(after: limit)) {
                try await connection.receive(limit: 9, timeout: limit)
            }
        }
        let connection = try await connect(port, .udp)
        try await connection.send([1], timeout: patience)
        await #expect(throws: SocketFailure.refused) {
            try await connection.receive(limit: 9, timeout: patience)
        }
    }
}
