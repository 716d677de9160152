import Catalog
import Machine
import Redaction

/// What an HTTP answer says to each condition.
struct HTTPReadings {
    private let response: HTTPResponse
    private let request: HTTPRequest
    private let redactor: Redactor

    init(_ response: HTTPResponse, to request: HTTPRequest, redactor: Redactor) {
        self.response = response
        self.request = request
        self.redactor = redactor
    }

    /// The readings for all conditions, and what to show where one fails.
    func observation(for probe: ProbeRequest) -> Observation {
        var document: Result<JSONValue, JSONFailure>?
        var readings: [Expectation: Reading] = [:]
        for expectation in probe.expectations {
            if expectation.key.hasPrefix("json.") {
                let parsed = document ?? parsedBody()
                document = parsed
                readings[expectation] = json(expectation, in: parsed)
            } else {
                readings[expectation] = reading(for: expectation.key)
            }
        }
        return Observation(readings: readings, evidence: evidence)
    }

    /// The start of an error's body, and the address that answered where it is another one.
    private var evidence: [String] {
        var lines: [String] = []
        let place = HTTPMessage.withoutSecrets(response.url)
        if place != HTTPMessage.withoutSecrets(request.url), request.followsRedirects {
            lines.append("answered by \(place)")
        }
        if response.status >= 400, !response.body.isEmpty {
            lines.append("body: \(excerpt(response.text, Excerpt.bodyLength))")
        }
        return lines
    }

    private func excerpt(_ text: some StringProtocol, _ limit: Int = Excerpt.valueLength) -> String
    {
        Excerpt.line(of: text, limit: limit, redactor: redactor)
    }

    private func reading(for key: String) -> Reading {
        switch key {
        case "status": return .value(ObservedValue(response.status))
        case "latency":
            let seconds = response.latency.seconds
            return .value(
                ObservedValue("\(seconds)", number: seconds, display: response.latency.shortText))
        case "body": return .value(ObservedValue(response.text, display: bodyDisplay))
        case "redirect": return redirect
        default: return header(String(key.dropFirst("header.".count)))
        }
    }

    private var bodyDisplay: String {
        if response.body.isEmpty { return "is empty" }
        let text = "\"\(excerpt(response.text, Excerpt.bodyLength))\""
        return response.isTruncated ? text + ", of which only \(size) were read" : text
    }

    private var size: String {
        let bytes = response.body.count
        return bytes >= 1 << 20 ? "\(bytes >> 20) MB" : "\(bytes) bytes"
    }

    /// Fields of one name are one list (RFC 9110, 5.3).
    private func header(_ name: String) -> Reading {
        let values = response.fields.filter { $0.name.lowercased() == name.lowercased() }.map(
            \.value)
        if values.isEmpty { return .missing("is not among the header fields") }
        let value = values.joined(separator: ", ")
        let display = SecretName.isSecret(name) ? "\(value.count) characters" : excerpt(value)
        return .value(ObservedValue(value, display: display.isEmpty ? "is empty" : display))
    }

    private var redirect: Reading {
        if request.followsRedirects { return .unknown("follow=true hides where a redirect leads") }
        guard (300..<400).contains(response.status) else {
            return .missing("none, the status is \(response.status)")
        }
        guard let target = response.value(of: "Location") else {
            return .missing("none, a \(response.status) without a Location")
        }
        let absolute = target.hasPrefix("/") && !target.hasPrefix("//") ? origin + target : target
        return .value(
            ObservedValue(
                target, labels: [absolute], display: excerpt(HTTPMessage.withoutSecrets(target))))
    }

    /// Scheme and authority of the address that was asked.
    private var origin: String {
        guard let scheme = request.url.firstRange(of: "://") else { return "" }
        let authority = request.url[scheme.upperBound...].prefix { !"/?#".contains($0) }
        return String(request.url[..<authority.endIndex])
    }
}

extension HTTPReadings {
    private func parsedBody() -> Result<JSONValue, JSONFailure> {
        do throws(JSONFailure) {
            return .success(try JSONValue(parsing: response.body))
        } catch {
            return .failure(error)
        }
    }

    private func json(
        _ expectation: Expectation, in document: Result<JSONValue, JSONFailure>
    ) -> Reading {
        let reading = JSONReading(document: "the answer", redactor: redactor)
        guard let path = reading.path(of: expectation) else {
            return .unknown("'\(expectation.key)' is not a path into JSON")
        }
        switch document {
        case .failure(let failure): return unreadable(failure)
        case .success(let value):
            let found = path.find(in: value)
            // An error's body is another document: nothing was measured.
            if case .missing(let place) = found, response.status >= 400 {
                return .failed(
                    "answered \(response.status), without \(place.isEmpty ? "it" : "json.\(place)")"
                )
            }
            return reading.reading(of: found, for: expectation)
        }
    }

    private func unreadable(_ failure: JSONFailure) -> Reading {
        // What lies behind our own bound is not the server's fault.
        if response.isTruncated {
            return .unknown("the answer is longer than \(size), so its JSON can't be read")
        }
        if response.body.isEmpty {
            return .failed("answered \(response.status) with an empty body instead of JSON")
        }
        if case .unexpected = failure {
        } else {
            return .failed("answered \(response.status) with \(failure.summary)")
        }
        let type = response.value(of: "Content-Type").map { excerpt($0) } ?? "something"
        return .failed(
            "answered \(response.status) with \(type) that is not JSON: \(excerpt(response.text, 80))"
        )
    }
}
