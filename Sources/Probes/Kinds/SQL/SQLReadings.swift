import Machine
import Redaction

/// What a database's answer says to each condition.
struct SQLReadings: Sendable {
    private let answer: SQLAnswer
    private let redactor: Redactor

    init(_ answer: SQLAnswer, redactor: Redactor) {
        self.answer = answer
        self.redactor = redactor
    }

    /// The reading for one condition.
    func reading(for expectation: Expectation) -> Reading {
        switch expectation.key {
        case "rows": rows
        case "latency": latency
        default: value
        }
    }

    private var rows: Reading {
        answer.isCut
            ? .unknown("the result is too long to be counted: let the query count")
            : .value(ObservedValue(answer.rows))
    }

    private var value: Reading {
        switch answer.first {
        case nil: .missing("none, the query gives no row")
        case .null: .missing("NULL")
        case .text(let text):
            .value(
                ObservedValue(
                    text, labels: Self.truths[text].map { [$0] } ?? [],
                    display: text.isEmpty
                        ? "empty"
                        : Excerpt.line(
                            of: text, limit: Excerpt.valueLength, redactor: redactor)))
        }
    }

    /// How psql writes truths, and how a line does.
    private static let truths = ["t": "true", "f": "false"]

    private var latency: Reading {
        guard let seconds = answer.seconds else {
            return .unknown("the client does not tell how long the query took")
        }
        let text = Duration(clampingSeconds: seconds).shortText
        return .value(ObservedValue(text, number: seconds))
    }
}
