import Synchronization

/// A world that sends, connects and runs nothing, and notes what it was asked for.
///
/// Files, the environment and the clock are the real ones: reading them disturbs nobody. What a
/// probe asks depending on an earlier answer never comes to pass and is not noted.
public final class Rehearsal: Sendable {
    private let noted = Mutex<[String]>([])
    /// What a probe hears instead of an answer.
    static let reply = "not asked: this is a rehearsal"

    /// Makes a rehearsal of nothing yet.
    public init() {}

    /// What was asked for so far, in order, each once: `GET http://…`, `docker compose ps`.
    public var requests: [String] { noted.withLock { $0 } }

    /// A world like the one given that only notes.
    public func world(like world: World) -> World {
        var rehearsed = world
        rehearsed.transport = RehearsedTransport(rehearsal: self)
        rehearsed.sockets = RehearsedConnector(rehearsal: self)
        rehearsed.commands = RehearsedRunner(rehearsal: self, real: world.commands)
        return rehearsed
    }

    func note(_ request: String) {
        noted.withLock { requests in
            if !requests.contains(request) { requests.append(request) }
        }
    }
}

private struct RehearsedTransport: HTTPTransport {
    let rehearsal: Rehearsal

    func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        rehearsal.note("\(request.method) \(request.url)")
        throw .unsupported(Rehearsal.reply)
    }
}

private struct RehearsedConnector: SocketConnector {
    let rehearsal: Rehearsal

    func addresses(of host: String, timeout: Duration) async throws(SocketFailure) -> [String] {
        rehearsal.note("look up \(host)")
        throw .unsupported(Rehearsal.reply)
    }

    func connect(
        to target: SocketTarget, timeout: Duration
    ) async throws(SocketFailure) -> any SocketConnection {
        rehearsal.note("connect to \(target.host):\(target.port) (\(target.carrier))")
        throw .unsupported(Rehearsal.reply)
    }
}

private struct RehearsedRunner: CommandRunner {
    let rehearsal: Rehearsal
    let real: any CommandRunner

    func run(_ command: Command) async throws(CommandFailure) -> CommandResult {
        rehearsal.note(command.line)
        throw .notStarted(command.program, reason: Rehearsal.reply)
    }

    func isInstalled(_ program: String) -> Bool { real.isInstalled(program) }
}
