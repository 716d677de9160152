import Catalog
import Machine
import Redaction

/// What a look at a WebSocket says to each condition.
struct WebSocketReadings {
    private let sight: WebSocketSight
    private let url: String
    private let redactor: Redactor
    /// What a close code means in the system that the line names.
    private let meaning: (Int) -> String?

    /// - Parameters:
    ///   - sight: what was seen.
    ///   - url: the address that was asked.
    ///   - meaning: what a close code means there; `nil` where nobody knows.
    init(
        _ sight: WebSocketSight, url: String, redactor: Redactor,
        meaning: @escaping (Int) -> String?
    ) {
        self.sight = sight
        self.url = url
        self.redactor = redactor
        self.meaning = meaning
    }

    /// The readings for all conditions, and what to show where one fails.
    func observation(for request: ProbeRequest) -> Observation {
        var observation = answer.observation(for: part(of: request) { isOfAnswer($0.key) })
        for expectation in part(of: request, where: { !isOfAnswer($0.key) }).expectations {
            observation.readings[expectation] = reading(for: expectation)
        }
        if let close = sight.close, !close.reason.isEmpty {
            observation.evidence.append("close reason: \(excerpt(close.reason))")
        }
        return observation
    }

    /// The answer to the handshake is one of HTTP, and read as such.
    private var answer: HTTPReadings {
        let response = HTTPResponse(
            status: sight.response.status, fields: sight.response.fields, body: sight.body,
            url: url, latency: sight.latency)
        return HTTPReadings(
            response, to: HTTPRequest(url: url, timeout: .zero), redactor: redactor)
    }

    private func isOfAnswer(_ key: String) -> Bool { key == "latency" || key.hasPrefix("header.") }

    private func part(
        of request: ProbeRequest, where isIncluded: (Expectation) -> Bool
    ) -> ProbeRequest {
        var part = request
        part.expectations = request.expectations.filter(isIncluded)
        return part
    }

    private func reading(for expectation: Expectation) -> Reading {
        if expectation.key == "status" {
            let display = sight.response.status == 101 ? nil : refusal
            return .value(ObservedValue(sight.response.status, display: display))
        }
        if let problem = sight.problem { return .failed(problem) }
        if expectation.key == "open" {
            return .value(ObservedValue(sight.isOpen, display: sight.isOpen ? nil : closedDoor))
        }
        guard sight.isOpen else { return .failed("refused with \(refusal)") }
        switch expectation.key {
        case "close": return closing
        case "reason": return reason
        case "message": return message { .value(ObservedValue($0, display: quoted($0, $1))) }
        default: return message { json(expectation, in: $0, isTruncated: $1) }
        }
    }

    private var refusal: String {
        WebSocketRefusal(sight.response, body: sight.body, redactor: redactor).summary
    }

    private var closedDoor: String { "false, refused with \(refusal)" }

    private func excerpt(_ text: String, _ limit: Int = Excerpt.valueLength) -> String {
        Excerpt.line(of: text, limit: limit, redactor: redactor)
    }

    private func quoted(_ text: String, _ isTruncated: Bool) -> String {
        if text.isEmpty { return "is empty" }
        let shown = "\"\(excerpt(text, Excerpt.bodyLength))\""
        return isTruncated ? shown + ", of which only \(Self.size) were read" : shown
    }

    private static let size = "\(WebSocketLook.messageLimit >> 20) MB"
}

extension WebSocketReadings {
    private var closing: Reading {
        if let close = sight.close {
            return .value(
                ObservedValue(
                    "\(close.code)", number: Double(close.code), display: words(for: close)))
        }
        if let breakage = sight.breakage { return .failed(breakage) }
        return .value(
            ObservedValue("none", display: "none within \(sight.watched.shortText)"))
    }

    private var reason: Reading {
        if let close = sight.close {
            let shown = close.reason.isEmpty ? "is empty" : "\"\(excerpt(close.reason))\""
            return .value(
                ObservedValue(close.reason, display: "\(shown), closed with \(words(for: close))"))
        }
        if let breakage = sight.breakage { return .failed(breakage) }
        return .missing("none, it stayed open for \(sight.watched.shortText)")
    }

    /// A code with what it means, to this system if that is known, or to everybody.
    private func words(for close: WebSocketClose) -> String {
        let title = meaning(close.code).map { title in
            // A runbook calls it `Close code 4003: token scope mismatch`.
            title.firstRange(of: "\(close.code): ").map { title[$0.upperBound...] } ?? title[...]
        }
        let words = title.map { excerpt(String($0)) } ?? close.commonMeaning
        return words.map { "\(close.code): \($0)" } ?? "\(close.code)"
    }

    /// The reading of the first text message; of its absence where there is none.
    private func message(_ reading: (String, Bool) -> Reading) -> Reading {
        if let message = sight.message {
            return reading(String(decoding: message.bytes, as: UTF8.self), message.isTruncated)
        }
        if let breakage = sight.breakage { return .failed(breakage) }
        if let close = sight.close { return .missing("none, closed with \(words(for: close))") }
        let others = sight.binaryCount > 0 ? ", only \(sight.binaryCount) of bytes" : ""
        return .missing("none within \(sight.watched.shortText)\(others)")
    }

    private func json(
        _ expectation: Expectation, in text: String, isTruncated: Bool
    ) -> Reading {
        let reading = JSONReading(document: "the message", redactor: redactor)
        guard let path = reading.path(of: expectation) else {
            return .unknown("'\(expectation.key)' is not a path into JSON")
        }
        if isTruncated {
            return .unknown("the message is longer than \(Self.size), so its JSON can't be read")
        }
        do throws(JSONFailure) {
            let document = try JSONValue(parsing: Array(text.utf8))
            return reading.reading(of: path.find(in: document), for: expectation)
        } catch .unexpected {
            return .failed("sent a message that is not JSON: \(excerpt(text, 80))")
        } catch {
            return .failed("sent a message with \(error.summary)")
        }
    }
}
