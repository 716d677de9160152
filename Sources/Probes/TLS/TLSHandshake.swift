import Catalog
import Machine

/// A TLS handshake with a server, made by `openssl s_client`, whose certificate `openssl x509`
/// reads.
///
/// Only what OpenSSL since 1.1 and LibreSSL (macOS) have in common is asked of the two programs.
struct TLSHandshake {
    private let endpoint: Endpoint
    private let request: ProbeRequest
    private let world: World
    private let deadline: Duration

    /// What a handshake came to.
    enum Outcome: Sendable {
        /// The server presented a certificate.
        case presented(TLSSession, Certificate)
        /// The server does not answer, or not as it must.
        case failed(String)
        /// It could not be tried.
        case unknown(String)
    }

    /// The protocols that `openssl s_client -starttls` knows (OpenSSL 3).
    private static let starters = [
        "smtp", "pop3", "imap", "ftp", "xmpp", "xmpp-server", "irc", "postgres", "mysql", "lmtp",
        "nntp", "sieve", "ldap",
    ]
    /// The bound on what `s_client` prints, which is some kilobytes.
    private static let outputLimit = 1 << 20
    /// What is said of a server that ends the connection, however early it does.
    private static let hungUp = "closed the connection instead of answering with TLS"
    /// How long a server that speaks no TLS is listened to for what it speaks instead.
    private static let curiosity: Duration = .seconds(2)

    /// Makes a handshake; nothing is asked yet, but its time begins.
    init(_ endpoint: Endpoint, request: ProbeRequest, world: World) {
        self.endpoint = endpoint
        self.request = request
        self.world = world
        deadline = world.clock.uptime + request.timeout
    }

    private var remaining: Duration { deadline - world.clock.uptime }

    /// The host name that the server is asked for, and that its certificate must cover.
    var name: String { request.option("name") ?? endpoint.host }

    /// Makes the handshake.
    func outcome() async -> Outcome {
        if let problem = await problem() { return .unknown(problem) }
        // A socket of our own tells refused from silent in the system's terms, openssl in a version's.
        let target = SocketTarget(host: endpoint.host, port: endpoint.port)
        do throws(SocketFailure) {
            try await world.sockets.connect(to: target, timeout: request.timeout).close()
        } catch .unsupported(let what) {
            return .unknown(what)
        } catch {
            return .failed(error.summary)
        }
        do throws(CommandFailure) {
            let command = Command(
                "openssl", arguments, timeout: remaining, outputLimit: Self.outputLimit)
            let session = TLSSession(try await world.commands.run(command))
            return await outcome(of: session)
        } catch .timedOut {
            return .failed(
                "accepts connections, but no TLS answer within \(request.timeout.shortText)")
        } catch {
            return .unknown(error.summary)
        }
    }

    /// Why the options can't be used.
    private func problem() async -> String? {
        if let starter = request.option("starttls"), !Self.starters.contains(starter) {
            return "openssl has no starttls=\(starter)"
                + NearestName.hint(for: starter, in: Self.starters)
        }
        guard let file = request.option("ca") else { return nil }
        let (files, path) = (world.files, world.absolutePath(file))
        let kind = await BlockingCall.value(within: remaining, on: world.clock) {
            files.kind(of: path)
        }
        switch kind {
        case .some(.file): return nil
        case .some(nil): return FileFailure.notFound(file).summary
        case .some(let kind?): return FileFailure.wrongKind(file, kind).summary
        case nil: return "\(file) \(BlockingCall.silence(of: request.timeout))"
        }
    }

    private var arguments: [String] {
        var arguments = ["s_client", "-connect", endpoint.text]
        // An address is no name to ask for (RFC 6066, 3).
        if IPAddress(name) == nil { arguments += ["-servername", name] }
        if let file = request.option("ca") { arguments += ["-CAfile", world.absolutePath(file)] }
        if let starter = request.option("starttls") { arguments += ["-starttls", starter] }
        return arguments
    }

    private func outcome(of session: TLSSession) async -> Outcome {
        guard let text = session.certificate else { return await failure(of: session) }
        let command = Command(
            "openssl",
            [
                "x509", "-noout", "-subject", "-issuer", "-startdate", "-enddate", "-text",
                "-nameopt", "RFC2253,-esc_msb", "-certopt", "no_pubkey,no_sigdump",
            ],
            input: Array(text.utf8), timeout: remaining)
        do throws(CommandFailure) {
            let result = try await world.commands.run(command)
            guard let certificate = Certificate(printed: result.output) else {
                return .unknown("openssl x509 can't read the certificate")
            }
            return .presented(session, certificate)
        } catch {
            return .unknown(error.summary)
        }
    }

    /// What it means that no certificate came.
    private func failure(of session: TLSSession) async -> Outcome {
        guard session.isConnected else {
            if session.hasLostConnection { return .failed(Self.hungUp) }
            return .unknown("openssl s_client could not be used: \(session.complaint)")
        }
        if let starter = request.option("starttls"), session.reason == nil {
            return .failed("does not answer starttls=\(starter) with TLS")
        }
        if let reason = session.reason, !session.isNotTLS, !session.hasEnded {
            return .failed("TLS failed: \(reason)")
        }
        let other = await PlainAnswer(endpoint, world: world)
            .words(within: min(remaining, Self.curiosity))
        if let other { return .failed(other) }
        return .failed(session.isNotTLS ? "answers, but not with TLS" : Self.hungUp)
    }
}
