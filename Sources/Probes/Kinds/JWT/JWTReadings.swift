import Foundation
import Machine
import Redaction

/// What a token says to each condition, the token and personal claims kept inside.
struct JWTReadings {
    private let token: Result<JSONWebToken, JSONWebToken.Malformed>
    private let now: Double
    private let redactor: Redactor

    init(
        _ token: Result<JSONWebToken, JSONWebToken.Malformed>, now: Date, redactor: Redactor
    ) {
        self.token = token
        self.now = now.timeIntervalSince1970
        self.redactor = redactor
    }

    /// The readings for all conditions.
    func observation(for request: ProbeRequest) -> Observation {
        var readings: [Expectation: Reading] = [:]
        for expectation in request.expectations {
            readings[expectation] = reading(for: expectation)
        }
        // Where the line asks for it, `valid` says why.
        let isTold = request.expectations.contains { $0.key == "valid" }
        guard case .failure(let malformed) = token, !isTold else {
            return Observation(readings: readings)
        }
        return Observation(readings: readings, evidence: [malformed.reason])
    }

    private func reading(for expectation: Expectation) -> Reading {
        switch token {
        case .failure(let malformed) where expectation.key == "valid":
            .value(ObservedValue(false, display: "false (\(malformed.reason))"))
        case .failure: .failed("the token can't be read")
        case .success(let token): reading(for: expectation, of: token)
        }
    }

    private func reading(for expectation: Expectation, of token: JSONWebToken) -> Reading {
        switch expectation.key {
        case "valid":
            let display = token.mistake.map { "false (\($0))" }
            return .value(ObservedValue(token.mistake == nil, display: display))
        case "alg", "kid": return header(expectation.key, of: token)
        case _ where token.claims == nil:
            return .unknown("the token is encrypted, so its claims can't be read")
        case "expired": return expired(token)
        case "remaining": return remaining(token)
        case "age": return age(token)
        case "issuer": return list(token.texts(of: "iss"), or: "none, it has no iss")
        case "audience": return list(token.texts(of: "aud"), or: "none, it has no aud")
        case "scope":
            let absence = "none, it has no scope, scp, scopes or permissions"
            return list(token.scopes, separator: " ", or: absence)
        default: return claim(expectation, of: token)
        }
    }

    private func header(_ name: String, of token: JSONWebToken) -> Reading {
        guard let value = token.header[name] else { return .missing("none, it has no \(name)") }
        return .value(ObservedValue(value.text, display: excerpt(value.text)))
    }

    private func list(
        _ texts: [String], separator: String = ", ", or absence: String
    ) -> Reading {
        if texts.isEmpty { return .missing(absence) }
        let text = texts.joined(separator: separator)
        return .value(ObservedValue(text, labels: texts, display: excerpt(text)))
    }

    private func excerpt(_ text: String) -> String {
        let shown = Excerpt.line(of: text, limit: Excerpt.valueLength, redactor: redactor)
        return shown.isEmpty ? "\"\"" : shown
    }
}

extension JWTReadings {
    private func expired(_ token: JSONWebToken) -> Reading {
        switch token.time("exp") {
        case .missing: return .value(ObservedValue(false, display: "false, it has no exp"))
        case .malformed(let reason): return .failed(reason)
        case .seconds(let end):
            // "on or after which the JWT MUST NOT be accepted" (RFC 7519, 4.1.4)
            let isExpired = now >= end
            let time = span(end - now) + hint(for: end)
            return .value(
                ObservedValue(
                    isExpired, display: isExpired ? "true, since \(time)" : "false, for \(time)"))
        }
    }

    private func remaining(_ token: JSONWebToken) -> Reading {
        switch token.time("exp") {
        case .missing: return .missing("none, it has no exp")
        case .malformed(let reason): return .failed(reason)
        case .seconds(let end):
            let span = span(end - now)
            let display = now >= end ? "none, it expired \(span) ago" : span
            return .value(
                ObservedValue(
                    "\(end - now)", number: end - now, display: display + hint(for: end)))
        }
    }

    private func age(_ token: JSONWebToken) -> Reading {
        switch token.time("iat") {
        case .missing: return .missing("none, it has no iat")
        case .malformed(let reason): return .failed(reason)
        case .seconds(let start):
            let span = span(now - start)
            let display = now < start ? "-\(span), its iat is in the future" : span
            return .value(
                ObservedValue(
                    "\(now - start)", number: now - start, display: display + hint(for: start)))
        }
    }

    /// A time in words, without its sign.
    private func span(_ seconds: Double) -> String {
        Duration.seconds(min(abs(seconds), Self.longestSpan)).shortText
    }

    /// The seconds up to the year 5138, beyond which only milliseconds make sense.
    private static let longestSpan = 1e11

    private func hint(for time: Double) -> String {
        time > Self.longestSpan ? ", which seems to be in milliseconds" : ""
    }
}

extension JWTReadings {
    private func claim(_ expectation: Expectation, of token: JSONWebToken) -> Reading {
        let claims = token.claims ?? [:]
        let reading = JSONReading(document: "the token", prefix: "claim.") { value, name in
            shown(value, named: name)
        }
        let name = String(expectation.key.dropFirst(reading.prefix.count))
        // Names of private claims are often URLs, whose dots make no path.
        if let value = claims[name] {
            return withElements(of: value, reading.reading(of: .one(value), for: expectation))
        }
        guard let path = JSONPath(name) else {
            return .unknown("'\(expectation.key)' is not a path into claims")
        }
        let found = path.find(in: .object(claims))
        guard case .one(let value) = found else {
            return reading.reading(of: found, for: expectation)
        }
        return withElements(of: value, reading.reading(of: found, for: expectation))
    }

    /// A list equals each of its elements, as `audience` does.
    private func withElements(of value: JSONValue, _ reading: Reading) -> Reading {
        guard case .value(var observed) = reading, let elements = value.array else {
            return reading
        }
        observed.labels += elements.map(\.text)
        return .value(observed)
    }

    /// A claim as it is shown: a truth, or one that says nothing of a person, else its length.
    private func shown(_ value: JSONValue, named name: String) -> String {
        switch value {
        case .null, .bool: return value.text
        case _ where Self.impersonal.contains(name): return excerpt(value.text)
        case .number(let digits): return count(digits.count, "digit")
        case .string(let text): return count(text.count, "character")
        case .array(let elements): return "a list of \(elements.count)"
        case .object(let members): return "an object of \(count(members.count, "member"))"
        }
    }

    private func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }

    /// Claims that tell nothing of a person (IANA's registry of JSON Web Token claims, and what
    /// issuers commonly add).
    private static let impersonal: Set<String> = [
        "iss", "aud", "exp", "nbf", "iat", "auth_time", "azp", "client_id", "scope", "scp",
        "scopes", "permissions", "role", "roles", "typ", "token_use", "ver", "acr", "amr",
    ]
}
