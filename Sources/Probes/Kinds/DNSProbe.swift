import Catalog
import Machine

/// Asks the system's resolver for the addresses of a name, as every program here does.
///
/// Use it where a name may be unknown or lead to the wrong machine: a domain that was not moved, a
/// container's name that only containers know, a tunnel that is down.
///
///     dns portal.example                         # the domain is gone
///     dns media.example scope=public             # browsers outside can't reach a private address
///     dns api.example address=203.0.113.7        # the domain still leads to the old server
///
/// `/etc/hosts` and whatever else the system is set to ask count too. `address=` holds where any
/// one of the addresses is the one named, `scope=` where each is of that scope. A line that states
/// nothing wants `resolves=true`.
public struct DNSProbe: ProbeKind {
    /// Makes the kind.
    public init() {}

    /// Looking is waiting for an answer.
    public var onlyWaits: Bool { true }

    /// What the kind declares of itself.
    public let schema = ProbeSchema(
        kind: "dns",
        abstract: "Asks the system's resolver for the addresses of a name.",
        subject: .init("NAME", "a host's name, or a URL with one"),
        observables: [
            .init("resolves", .boolean, asksForAnswer: true, "the name has an address"),
            .init("address", .text, isConfiguration: true, "any one of its addresses"),
            .init(
                "scope", .text, isConfiguration: true,
                "public, private or loopback; of each address"),
        ],
        defaultConditions: ["resolves=true"],
        examples: [
            "dns portal.example.org # the domain does not resolve",
            "dns media.example.org scope=public # clients get an address they can't reach",
        ])

    /// The name itself.
    public func component(of request: ProbeRequest) -> String {
        Self.host(in: request.subject) ?? schema.kind
    }

    /// Only a name can be asked for.
    public func mistake(in subject: String) -> String? {
        Self.host(in: subject) == nil ? Self.mistake : nil
    }

    private static let mistake = "not the name of a host"

    /// Asks once.
    public func observe(_ request: ProbeRequest, in context: ProbeContext) async -> Observation {
        guard let host = Self.host(in: request.subject) else {
            return Observation(.unknown(Self.mistake), for: request)
        }
        let found: Result<[String], SocketFailure>
        do throws(SocketFailure) {
            found = .success(
                try await context.world.sockets.addresses(of: host, timeout: request.timeout))
        } catch {
            found = .failure(error)
        }
        return Observation(
            readings: Dictionary(
                request.expectations.map { ($0, Self.reading(of: found, for: $0)) },
                uniquingKeysWith: { first, _ in first }))
    }

    private static func host(in subject: String) -> String? {
        let address = subject.contains("://") ? Address(url: subject) : Address(host: subject)
        return address?.host
    }

    private static func reading(
        of found: Result<[String], SocketFailure>, for expectation: Expectation
    ) -> Reading {
        switch found {
        case .success(let addresses) where !addresses.isEmpty:
            return reading(of: addresses, for: expectation)
        case .success: return absent("the name has no address", for: expectation)
        case .failure(.nameNotFound): return absent("the name has no address", for: expectation)
        case .failure(.unsupported(let what)): return .unknown(what)
        case .failure(.timedOut(let limit)):
            return .failed("the resolver gave no answer within \(limit.shortText)")
        case .failure(let failure): return .failed(failure.summary)
        }
    }

    /// Having no address is what `resolves=false` waits for; there is nothing else to measure.
    private static func absent(_ words: String, for expectation: Expectation) -> Reading {
        guard expectation.key == "resolves" else { return .failed(words) }
        return .value(ObservedValue(false, display: "false, \(words)"))
    }

    private static func reading(of addresses: [String], for expectation: Expectation) -> Reading {
        switch expectation.key {
        case "address": return anyAddress(of: addresses, for: expectation)
        case "scope":
            return .values(
                addresses.map { address in
                    ObservedValue(
                        IPAddress(address)?.scope.rawValue ?? "unknown", subject: address)
                })
        default:
            return .value(ObservedValue(true, display: "true, \(shown(addresses))"))
        }
    }

    /// `=` and `~` hold where any address does, `!=` and `!~` where none is the one named.
    private static func anyAddress(
        of addresses: [String], for expectation: Expectation
    ) -> Reading {
        var wanted = expectation
        if let address = IPAddress(expectation.value) { wanted.value = address.text }
        let findings = addresses.map { address in
            let value = ObservedValue(IPAddress(address)?.text ?? address, labels: [address])
            return Comparison.finding(of: .value(value), against: wanted).outcome == .pass
        }
        let isNegative = expectation.comparison.isNegative
        let holds = isNegative ? findings.allSatisfy(\.self) : findings.contains(true)
        return .judged(holds, observed: shown(addresses))
    }

    private static let shownAddresses = 4

    private static func shown(_ addresses: [String]) -> String {
        let more = addresses.count - shownAddresses
        return addresses.prefix(shownAddresses).joined(separator: ", ")
            + (more > 0 ? " and \(more) more" : "")
    }
}
