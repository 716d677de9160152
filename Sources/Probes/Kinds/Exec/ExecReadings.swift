import Machine
import Redaction

/// What a program's end and output say to each condition.
struct ExecReadings {
    private let result: CommandResult
    private let output: String
    private let redactor: Redactor

    init(_ result: CommandResult, redactor: Redactor) {
        self.result = result
        self.redactor = redactor
        output = Self.withoutEnd(result.output)
    }

    /// The readings for all conditions, and the last of what was printed where one fails.
    func observation(for request: ProbeRequest) -> Observation {
        var document: Result<JSONValue, JSONFailure>?
        var readings: [Expectation: Reading] = [:]
        for expectation in request.expectations {
            if expectation.key.hasPrefix("json.") {
                let parsed = document ?? parsedOutput()
                document = parsed
                readings[expectation] = json(expectation, in: parsed)
            } else {
                readings[expectation] = reading(for: expectation.key)
            }
        }
        return Observation(readings: readings, evidence: evidence)
    }

    private func reading(for key: String) -> Reading {
        switch key {
        case "exit": return .value(ObservedValue(Int(result.exitCode)))
        case "lines":
            if isCut(result.standardOutput) { return .unknown("it printed more than \(limit)") }
            let count = output.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
                .count
            return .value(ObservedValue(output.isEmpty ? 0 : count))
        case "stderr":
            return text(Self.withoutEnd(result.errorOutput), of: result.standardError)
        default: return text(output, of: result.standardOutput)
        }
    }

    private func text(_ text: String, of bytes: [UInt8]) -> Reading {
        let excerpt = Excerpt.line(of: text, limit: Excerpt.bodyLength, redactor: redactor)
        let display = text.isEmpty ? "is empty" : "\"\(excerpt)\""
        return .value(
            ObservedValue(
                text, display: isCut(bytes) ? "\(display), cut off at \(limit)" : display))
    }

    /// Both outputs share one mark, but only a full one was cut.
    private func isCut(_ bytes: [UInt8]) -> Bool {
        result.isTruncated && bytes.count >= Command.defaultOutputLimit
    }

    private var limit: String { "\(Command.defaultOutputLimit >> 20) MB" }

    /// A text without the line breaks at its end, as `$(…)` takes it (POSIX.1-2024, Shell Command
    /// Language, 2.6.3).
    private static func withoutEnd(_ text: String) -> String {
        var text = text[...]
        while text.last?.isNewline == true { text.removeLast() }
        return String(text)
    }

    /// The last lines of standard error, or of the output where there are none.
    private var evidence: [String] {
        let errors = PlainText.lines(of: result.errorOutput, last: Self.shownLines)
        let lines = errors.isEmpty ? PlainText.lines(of: output, last: Self.shownLines) : errors
        return lines.map {
            Excerpt.line(of: $0, limit: PlainText.shownLine, redactor: redactor)
        }
    }

    private static let shownLines = 3
}

extension ExecReadings {
    private func parsedOutput() -> Result<JSONValue, JSONFailure> {
        do throws(JSONFailure) {
            return .success(try JSONValue(parsing: result.standardOutput))
        } catch {
            return .failure(error)
        }
    }

    private func json(
        _ expectation: Expectation, in document: Result<JSONValue, JSONFailure>
    ) -> Reading {
        let reading = JSONReading(document: "the output", redactor: redactor)
        guard let path = reading.path(of: expectation) else {
            return .unknown("'\(expectation.key)' is not a path into JSON")
        }
        switch document {
        case .success(let value): return reading.reading(of: path.find(in: value), for: expectation)
        case .failure where isCut(result.standardOutput):
            return .unknown("it printed more than \(limit), so its JSON can't be read")
        case .failure(.unexpected):
            return .failed(
                "printed no JSON but \(Excerpt.line(of: output, limit: 80, redactor: redactor))")
        case .failure where output.isEmpty:
            return .failed("exited with \(result.exitCode) and printed nothing")
        case .failure(let failure): return .failed("printed \(failure.summary)")
        }
    }
}
