import Catalog

/// What one expectation asks of a log.
struct LogQuestion: Sendable {
    /// What is looked at.
    enum Subject: Sendable, Hashable {
        /// No line may have it.
        case absent(LinePattern)
        /// Some line must have it.
        case present(LinePattern)
        /// How many lines have it; all lines count where it is `nil`.
        case count(LinePattern?)
        /// What a field is.
        case field(String)
    }

    /// The expectation.
    let expectation: Expectation
    /// What it is about.
    let subject: Subject

    /// What a line must have to count, unless it is a field.
    var pattern: LinePattern? {
        switch subject {
        case .absent(let pattern), .present(let pattern): pattern
        case .count(let pattern): pattern
        case .field: nil
        }
    }

    private static let fieldPrefix = "field."

    /// The questions of a request, or why they can't be asked.
    static func all(
        in request: ProbeRequest, knowing knowledge: RunbookKnowledge
    ) -> Result<[LogQuestion], LogProblem> {
        Result { () throws(LogProblem) in
            let counted = try counted(in: request, knowing: knowledge)
            var questions: [LogQuestion] = []
            for expectation in request.expectations {
                questions.append(
                    LogQuestion(
                        expectation: expectation,
                        subject: try subject(of: expectation, counted: counted)))
            }
            return questions
        }
    }

    private static func subject(
        of expectation: Expectation, counted: LinePattern?
    ) throws(LogProblem) -> Subject {
        switch expectation.key {
        case "absent": return .absent(try pattern(of: expectation))
        case "present": return .present(try pattern(of: expectation))
        case "count": return .count(counted)
        default: return .field(String(expectation.key.dropFirst(fieldPrefix.count)))
        }
    }

    private static func pattern(of expectation: Expectation) throws(LogProblem) -> LinePattern {
        switch expectation.comparison {
        case .equal where !expectation.value.isEmpty: return .literal(expectation.value)
        case .matches: return try LinePattern(regex: expectation.value)
        default: throw LogProblem("\(expectation.key) takes '=' or '~' and a text")
        }
    }

    /// What the lines that count have.
    private static func counted(
        in request: ProbeRequest, knowing knowledge: RunbookKnowledge
    ) throws(LogProblem) -> LinePattern? {
        switch (request.option("pattern"), request.option("entry")) {
        case (nil, nil): return nil
        case (let pattern?, nil): return try LinePattern(regex: pattern)
        case (nil, let entry?):
            guard let signatures = knowledge.signatures(of: entry) else {
                let hint = NearestName.hint(for: entry, in: knowledge.entries)
                throw LogProblem("no runbook has an entry '\(entry)'\(hint)")
            }
            if signatures.isEmpty { throw LogProblem("the entry \(entry) has no signatures") }
            return .signatures(signatures)
        case (.some, .some): throw LogProblem("pattern= and entry= exclude each other")
        }
    }
}
