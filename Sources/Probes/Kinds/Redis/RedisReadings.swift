import Catalog
import Redaction

/// What a server's answers say to each condition.
struct RedisReadings: Sendable {
    /// The command.
    var command: RedisCommand
    /// What was printed to it; `nil` where it was not asked.
    var output: Result<String, RedisTrouble>?
    /// What was printed to `INFO`; `nil` where it was not asked.
    var information: Result<String, RedisTrouble>?
    /// Takes secrets out of what is shown.
    var redactor: Redactor

    /// What the command answered.
    func value(_ expectation: Expectation) -> Reading {
        switch output {
        case nil: return .unknown("the command was not asked")
        case .failure(let trouble):
            // To ask for PONG is to ask whether there is an answer, so that none is one too.
            if command == .ping, let fault = trouble.fault {
                return .value(ObservedValue("none", display: "none: \(shown(fault))"))
            }
            return reading(of: trouble)
        case .success(let text):
            switch RedisReply(text) {
            case .list(let elements):
                let values = elements.compactMap(observed)
                return values.isEmpty ? .missing("an empty list") : .values(values)
            case .null: return .missing("(nil)")
            case let reply: return observed(reply).map(Reading.value) ?? .missing("(nil)")
            }
        }
    }

    private func observed(_ reply: RedisReply) -> ObservedValue? {
        switch reply {
        case .integer(let number): ObservedValue(number)
        case .text(let text):
            ObservedValue(
                text,
                display: text.isEmpty ? "empty" : shown(text, limit: Excerpt.valueLength))
        case .null, .list, .error: nil
        }
    }

    /// What a field of `INFO` says.
    func field(_ name: String) -> Reading {
        switch information {
        case nil: return .unknown("INFO was not asked")
        case .failure(let trouble): return reading(of: trouble)
        case .success(let text):
            let information = RedisInformation(text)
            if information.isEmpty { return .unknown("INFO could not be read") }
            guard let value = information.value(of: name) else {
                return .missing("none, INFO has no \(name)" + hint(for: name, in: information))
            }
            return .value(
                ObservedValue(value, display: shown(value, limit: Excerpt.valueLength)))
        }
    }

    private func hint(for name: String, in information: RedisInformation) -> String {
        NearestName.hint(for: name, in: information.names)
    }

    private func reading(of trouble: RedisTrouble) -> Reading {
        switch trouble.reading {
        case .failed(let words): .failed(shown(words))
        case .unknown(let words): .unknown(shown(words))
        case let reading: reading
        }
    }

    private func shown(_ text: String, limit: Int = PlainText.shownLine) -> String {
        Excerpt.line(of: text, limit: limit, redactor: redactor)
    }
}
