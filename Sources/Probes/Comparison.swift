import Catalog

/// The one place where a reading meets an expectation.
public enum Comparison {
    /// What one expectation came to.
    public struct Finding: Sendable, Hashable {
        /// The outcome.
        public var outcome: Outcome
        /// What was seen, to be shown.
        public var observed: String
        /// Whether a value was measured at all.
        public var isMeasured: Bool
        /// The subjects of the values that differ, where there are several.
        public var failingSubjects: [String] = []
    }

    /// Compares a reading with an expectation.
    public static func finding(of reading: Reading, against expectation: Expectation) -> Finding {
        switch reading {
        case .value(let value): finding(of: [value], against: expectation)
        case .values(let values): finding(of: values, against: expectation)
        case .judged(let holds, let observed):
            Finding(outcome: holds ? .pass : .fail, observed: observed, isMeasured: true)
        case .missing(let observed):
            Finding(
                outcome: expectation.comparison.isNegative ? .pass : .fail, observed: observed,
                isMeasured: true)
        case .failed(let observed):
            Finding(outcome: .fail, observed: observed, isMeasured: false)
        case .unknown(let why): Finding(outcome: .unknown, observed: why, isMeasured: false)
        }
    }

    private static func finding(
        of values: [ObservedValue], against expectation: Expectation
    ) -> Finding {
        let judged = Array(zip(values, judgements(of: values, expectation)))
        let failing = judged.filter { $0.1 == .differs }.map(\.0)
        if !failing.isEmpty {
            return Finding(
                outcome: .fail, observed: shown(failing), isMeasured: true,
                failingSubjects: failing.compactMap(\.subject))
        }
        let unclear = judged.filter { $0.1 == .incomparable }.map(\.0)
        if !unclear.isEmpty {
            return Finding(
                outcome: .fail,
                observed: shown(unclear) + ", which is not \(expectation.type.form)",
                isMeasured: true)
        }
        if judged.contains(where: { $0.1 == .unfinished }) {
            return Finding(outcome: .unknown, observed: PatternSearch.tooLong, isMeasured: false)
        }
        return Finding(outcome: .pass, observed: shown(values), isMeasured: true)
    }

    /// What a value is to an expectation.
    private enum Judgement {
        case holds
        case differs
        /// It is no value of the expectation's type.
        case incomparable
        /// Telling takes too long.
        case unfinished

        init(_ holds: Bool?) {
            self = holds.map { $0 ? .holds : .differs } ?? .incomparable
        }
    }

    private static func judgements(
        of values: [ObservedValue], _ expectation: Expectation
    ) -> [Judgement] {
        let judge: (ObservedValue) -> Judgement
        switch expectation.comparison {
        case .equal: judge = { Judgement(isEqual($0, expectation)) }
        case .notEqual: judge = { Judgement(!isEqual($0, expectation)) }
        case .matches, .doesNotMatch: return matching(values, expectation)
        case .less: judge = { Judgement(ordered($0, expectation, by: <)) }
        case .lessOrEqual: judge = { Judgement(ordered($0, expectation, by: <=)) }
        case .greater: judge = { Judgement(ordered($0, expectation, by: >)) }
        case .greaterOrEqual: judge = { Judgement(ordered($0, expectation, by: >=)) }
        }
        return values.map(judge)
    }

    private static func isEqual(_ value: ObservedValue, _ expectation: Expectation) -> Bool {
        if value.text == expectation.value || value.labels.contains(expectation.value) {
            return true
        }
        // Text is a number only where the kind measured one: version 1.10 is not 1.1.
        let read = expectation.type == .text ? nil : expectation.type.number(of: value.text)
        guard let seen = value.number ?? read,
            let wanted = expectation.type.number(of: expectation.value)
        else { return false }
        return seen == wanted
    }

    private static func ordered(
        _ value: ObservedValue, _ expectation: Expectation, by compare: (Double, Double) -> Bool
    ) -> Bool? {
        guard let seen = value.number ?? expectation.type.number(of: value.text),
            let wanted = expectation.type.number(of: expectation.value)
        else { return nil }
        return compare(seen, wanted)
    }

    private static func matching(
        _ values: [ObservedValue], _ expectation: Expectation
    ) -> [Judgement] {
        let isWanted = !expectation.comparison.isNegative
        return PatternSearch.answers(to: expectation.value, in: values.map(\.text)).map { answer in
            switch answer {
            case .found: Judgement(isWanted)
            case .notFound: Judgement(!isWanted)
            case .malformed: .incomparable
            case .unfinished: .unfinished
            }
        }
    }

    /// How many values of one reading are shown.
    private static let shownValues = 3

    private static func shown(_ values: [ObservedValue]) -> String {
        if values.isEmpty { return "none" }
        let shown = values.prefix(shownValues).map { value in
            value.subject.map { "\($0): \(value.display)" } ?? value.display
        }
        let more = values.count - shown.count
        return shown.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    }
}

extension Condition.Operator {
    /// Whether the absence of a value meets it.
    var isNegative: Bool { self == .notEqual || self == .doesNotMatch }

    /// Whether it orders numbers.
    var isOrdering: Bool {
        switch self {
        case .less, .lessOrEqual, .greater, .greaterOrEqual: true
        case .equal, .notEqual, .matches, .doesNotMatch: false
        }
    }

    /// Whether its right side is a regular expression.
    var isPattern: Bool { self == .matches || self == .doesNotMatch }
}
