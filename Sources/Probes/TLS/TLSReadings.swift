import Foundation
import Redaction

/// What a TLS session and its certificate say to each condition.
struct TLSReadings {
    private let session: TLSSession
    private let certificate: Certificate
    private let name: String
    private let now: Date
    private let redactor: Redactor

    /// How many of a certificate's names are shown.
    private static let shownNames = 4

    /// Gathers what there is to read from.
    ///
    /// - Parameters:
    ///   - session: The session.
    ///   - certificate: The server's certificate.
    ///   - name: The host name that it must cover.
    ///   - now: The time at which it must be valid.
    ///   - redactor: Takes secrets out of what is shown.
    init(
        _ session: TLSSession, _ certificate: Certificate, name: String, now: Date,
        redactor: Redactor
    ) {
        self.session = session
        self.certificate = certificate
        self.name = name
        self.now = now
        self.redactor = redactor
    }

    /// The readings for all conditions, and whose certificate it is where one fails.
    func observation(for request: ProbeRequest) -> Observation {
        var evidence = [
            "certificate: \(shown(certificate.subject)), issued by \(shown(certificate.issuer)), "
                + "valid \(certificate.firstDay) to \(certificate.lastDay)"
        ]
        // Servers that want a certificate of their client present theirs before they hang up.
        if let reason = session.reason, reason.contains("alert") {
            evidence.append("the handshake then failed: \(reason)")
        }
        return Observation(
            readings: Dictionary(
                request.expectations.map { ($0, reading(for: $0.key)) },
                uniquingKeysWith: { first, _ in first }),
            evidence: evidence)
    }

    private func shown(_ text: String) -> String {
        text.isEmpty
            ? "nobody" : Excerpt.line(of: text, limit: Excerpt.valueLength, redactor: redactor)
    }

    private func reading(for key: String) -> Reading {
        switch key {
        case "days": return days
        case "trusted": return trusted
        case "hostname": return hostname
        case "issuer": return text(certificate.issuer)
        case "subject": return text(certificate.subject)
        default:
            return session.version.map(text) ?? .unknown("openssl did not tell the version")
        }
    }

    private func text(_ text: String) -> Reading {
        .value(ObservedValue(text, display: text.isEmpty ? "is empty" : shown(text)))
    }

    /// A certificate of the last day has less than one day left, but more than none.
    private var days: Reading {
        let left = certificate.daysLeft(at: now)
        let whole = Int(left.rounded(.down))
        let day = certificate.lastDay
        return .value(
            ObservedValue(
                "\(whole)", number: left,
                display: left < 0 ? "\(whole), expired on \(day)" : "\(whole), until \(day)"))
    }

    private var trusted: Reading {
        let problem = ChainComplaint.summary(
            of: session.complaints, chain: session.chain, certificate: certificate, now: now)
        guard let problem else { return .value(ObservedValue(true)) }
        let shown = Excerpt.line(of: problem, limit: Excerpt.bodyLength, redactor: redactor)
        return .value(ObservedValue(false, display: "false, \(shown)"))
    }

    private var hostname: Reading {
        if certificate.covers(name) { return .value(ObservedValue(true)) }
        let covered = certificate.names + certificate.addresses.map(\.text)
        let more = covered.count - Self.shownNames
        let list = covered.prefix(Self.shownNames).joined(separator: ", ")
        let words =
            covered.isEmpty
            ? "it names no host but in its subject, which clients ignore"
            : "it covers \(list)\(more > 0 ? " and \(more) more" : ""), not \(name)"
        return .value(ObservedValue(false, display: "false, \(shown(words))"))
    }
}
