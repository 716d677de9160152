import Foundation
import Synchronization

/// A running `openssl s_client` that carries bytes through TLS.
///
/// It ends with this value, by SIGKILL, for it has nothing to put in order. Where this whole process
/// ends first it reads the end of its input, and ends by itself.
final class TLSChild: Sendable {
    private struct State {
        var leader: pid_t?
        var hasEnded = false
    }

    /// What goes into TLS and comes out of it.
    let data: LiveSocketConnection
    /// What the program says of the connection.
    let messages: LiveSocketConnection
    private let state = Mutex(State())

    /// Starts the program; this may block for a moment.
    static func start(_ launch: Launch) throws(CommandFailure) -> TLSChild {
        try Launch.turn.withLock { _ throws(CommandFailure) in
            guard DescriptorLimit.hasRoomToStart else { throw noDescriptor(launch) }
            guard let data = SocketPair() else { throw noDescriptor(launch) }
            guard let messages = SocketPair() else {
                data.close()
                throw noDescriptor(launch)
            }
            let child = TLSChild(data: data.ownEnd, messages: messages.ownEnd)
            defer {
                data.closeChildEnd()
                messages.closeChildEnd()
            }
            let leader = try launch.start(
                input: data.childEnd, output: data.childEnd, error: messages.childEnd
            ) { [weak child] _ in
                child?.state.withLock { $0.hasEnded = true }
            }
            child.state.withLock { $0.leader = leader }
            return child
        }
    }

    private init(data: Int32, messages: Int32) {
        self.data = LiveSocketConnection(SystemSocket(data))
        self.messages = LiveSocketConnection(SystemSocket(messages))
    }

    deinit {
        end()
    }

    /// Ends the program now.
    func end() {
        data.close()
        messages.close()
        state.withLock { state in
            guard let leader = state.leader else { return }
            if !state.hasEnded { ProcessGroup(leader: leader).send(SIGKILL) }
            StartedPrograms.remove(leader)
        }
    }

    private static func noDescriptor(_ launch: Launch) -> CommandFailure {
        .notStarted(launch.command.program, reason: String(cString: strerror(EMFILE)))
    }
}
