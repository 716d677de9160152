import Catalog
import Machine
import Redaction

/// What a variable says to each condition, its value kept inside.
struct EnvironmentReadings: Sendable {
    /// The line.
    let request: ProbeRequest
    private let lookup: EnvironmentLookup
    /// Where further values are looked up.
    let source: EnvironmentSource
    private let context: ProbeContext

    init(
        request: ProbeRequest, lookup: EnvironmentLookup, source: EnvironmentSource,
        context: ProbeContext
    ) {
        self.request = request
        self.lookup = lookup
        self.source = source
        self.context = context
    }

    /// The variable.
    var name: String { request.subject }

    /// The reading for one condition.
    func reading(for expectation: Expectation) async -> Reading {
        // Says nothing of the value, so it can be told whatever the value is.
        if expectation.key == "listed-in" { return await listed(in: expectation) }
        if expectation.key == "same-across" {
            return await ServiceAgreement(request: request, lookup: lookup, source: source)
                .reading(for: expectation)
        }
        switch lookup.outcome {
        case .failed(let reason): return .failed(reason)
        case .unknown(let reason): return .unknown(reason)
        case .unset(let place):
            return expectation.key == "set"
                ? .value(ObservedValue(false, display: "false in \(place)"))
                : .missing("none, \(name) is not set in \(place)")
        case .found(let value, let place):
            return await reading(for: expectation, of: value, in: place)
        }
    }

    private func reading(
        for expectation: Expectation, of value: String, in place: String
    ) async -> Reading {
        switch expectation.key {
        case "set":
            return .value(ObservedValue(true, display: "true in \(place), \(size(of: value))"))
        case "empty":
            return .value(
                ObservedValue(
                    value.isEmpty, display: value.isEmpty ? "true in \(place)" : size(of: value)))
        case "length": return .value(ObservedValue(value.count))
        case "value": return .value(ObservedValue(value, display: size(of: value)))
        case "matches": return matches(value, expectation)
        case "one-of": return isOne(value, expectation)
        case "same-in": return await same(value, expectation)
        case "same-match": return await sameMatch(value, expectation)
        case "decoded": return decoded(value)
        default: return await address(of: value, expectation)
        }
    }

    /// How long a value is, which is all that is told of it.
    private func size(of value: String) -> String {
        switch value.count {
        case 0: "empty"
        case 1: "1 character"
        case let count: "\(count) characters"
        }
    }

    private func decoded(_ value: String) -> Reading {
        guard let decoded = DecodedKey(value) else {
            return .missing("none, what follows its last '_' is no Base64 of a text")
        }
        let mayShow = decoded.isPublic && !SecretName.isSecret(name)
        return .value(
            ObservedValue(
                decoded.text,
                display: mayShow
                    ? Excerpt.line(
                        of: decoded.text, limit: Excerpt.valueLength, redactor: context.redactor)
                    : size(of: decoded.text)))
    }

    private func matches(_ value: String, _ expectation: Expectation) -> Reading {
        let answer = PatternSearch.answer(to: expectation.value, in: value)
        if answer == .malformed {
            return .unknown("'\(expectation.value)' is not a regular expression")
        }
        if answer == .unfinished { return .unknown(PatternSearch.tooLong) }
        let isFound = answer == .found
        let place = value.isEmpty ? "an empty value" : "its \(size(of: value))"
        let text = "\(isFound ? "found" : "not found") in \(place)"
        return .judged(isFound != expectation.comparison.isNegative, observed: text)
    }

    private func isOne(_ value: String, _ expectation: Expectation) -> Reading {
        guard expectation.comparison != .matches, expectation.comparison != .doesNotMatch else {
            return .unknown("one-of takes '=' or '!='")
        }
        let isOne = expectation.list.contains(value)
        return .judged(
            isOne != expectation.comparison.isNegative,
            observed: isOne ? "is one of them" : "is none of them, \(size(of: value))")
    }
}

extension EnvironmentReadings {
    private func address(of value: String, _ expectation: Expectation) async -> Reading {
        let url = Address(url: value)
        guard let address = url ?? Address(host: value) else {
            return .missing("none, the value is no address, \(size(of: value))")
        }
        switch expectation.key {
        case "scheme":
            guard let scheme = address.scheme else {
                return .missing("none, the value has no scheme, \(size(of: value))")
            }
            return .value(ObservedValue(scheme, display: shown(scheme, of: address)))
        case "port":
            guard let port = address.effectivePort else {
                return .missing("none, the value names no port")
            }
            return .value(ObservedValue(port))
        default:
            guard let host = address.host else { return .missing("none, the value names no host") }
            return .value(await observed(host, of: address, expectation))
        }
    }

    /// A part of an address is shown unless it may be a part of a secret.
    private func shown(_ part: String, of address: Address) -> String {
        let mayShow =
            !SecretName.isSecret(name) && !address.mayHoldSecret
            && (address.scheme != nil || address.port != nil)
        return mayShow
            ? Excerpt.line(of: part, limit: Excerpt.valueLength, redactor: context.redactor)
            : size(of: part)
    }

    private func observed(
        _ host: String, of address: Address, _ expectation: Expectation
    ) async -> ObservedValue {
        var labels: [String] = []
        if address.isLoopback { labels.append("loopback") }
        // A service may have a dot in its name; compose is asked only where that decides.
        if address.isInternal {
            labels.append("internal")
        } else if expectation.value == "internal", await isService(host) {
            labels.append("internal")
        }
        let label = labels.first.map { " (\($0))" } ?? ""
        return ObservedValue(host, labels: labels, display: shown(host, of: address) + label)
    }

    private func isService(_ host: String) async -> Bool {
        await context.compose.serviceNames().contains { $0.lowercased() == host }
    }
}

extension Expectation {
    /// The value as a list, blanks around its items dropped.
    var list: [String] {
        value.split(separator: ",", omittingEmptySubsequences: true).map { item in
            let start = item.drop { $0 == " " }
            let tail = start.reversed().prefix { $0 == " " }.count
            return String(start.dropLast(tail))
        }
    }
}
