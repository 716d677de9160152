import Synchronization

/// Connects to a table instead of the network, for tests.
public final class FakeSocketConnector: SocketConnector {
    /// What happens at a target.
    public enum Answer: Sendable {
        /// The connection comes about; it gives these pieces in turn, then its end.
        case pieces([[UInt8]])
        /// The connection comes about; it gives these pieces in turn, then nothing.
        case silentAfter([[UInt8]])
        /// No connection comes about.
        case failure(SocketFailure)
    }

    private struct State {
        var answers: [SocketTarget: Answer]
        var addresses: [String: [String]]
        var sent: [[UInt8]] = []
    }

    private let state: Mutex<State>

    /// Makes a network of these targets and names only.
    public init(_ answers: [SocketTarget: Answer] = [:], addresses: [String: [String]] = [:]) {
        state = Mutex(State(answers: answers, addresses: addresses))
    }

    /// What was sent so far over all connections, in order.
    public var sent: [[UInt8]] { state.withLock(\.sent) }

    /// The addresses that the table has for the host.
    public func addresses(
        of host: String, timeout: Duration
    ) async throws(SocketFailure) -> [String] {
        guard let addresses = state.withLock({ $0.addresses[host] }) else {
            throw .nameNotFound(host)
        }
        return addresses
    }

    /// What the table has for the target; refused where it has nothing.
    public func connect(
        to target: SocketTarget, timeout: Duration
    ) async throws(SocketFailure) -> any SocketConnection {
        switch state.withLock({ $0.answers[target] }) {
        case .pieces(let pieces): return Connection(pieces, endsSilent: false, owner: self)
        case .silentAfter(let pieces): return Connection(pieces, endsSilent: true, owner: self)
        case .failure(let failure): throw failure
        case nil: throw .refused
        }
    }

    private final class Connection: SocketConnection {
        private let pieces: Mutex<[[UInt8]]>
        private let endsSilent: Bool
        private let owner: FakeSocketConnector

        init(_ pieces: [[UInt8]], endsSilent: Bool, owner: FakeSocketConnector) {
            self.pieces = Mutex(pieces.filter { !$0.isEmpty })
            self.endsSilent = endsSilent
            self.owner = owner
        }

        func send(_ bytes: [UInt8], timeout: Duration) async throws(SocketFailure) {
            owner.state.withLock { $0.sent.append(bytes) }
        }

        func receive(limit: Int, timeout: Duration) async throws(SocketFailure) -> [UInt8] {
            let piece = pieces.withLock { pieces -> [UInt8]? in
                guard let first = pieces.first else { return nil }
                pieces[0] = Array(first.dropFirst(limit))
                if pieces[0].isEmpty { pieces.removeFirst() }
                return Array(first.prefix(limit))
            }
            if let piece { return piece }
            if endsSilent { throw .timedOut(after: timeout) }
            return []
        }

        func close() {}
    }
}
