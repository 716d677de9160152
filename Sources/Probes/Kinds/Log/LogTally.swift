import Catalog
import Foundation
import Logs
import Machine

/// What the lines of a log answer to one question.
struct LogTally: Sendable {
    /// How many lines hold what is looked for, or differ from what a field must be.
    private(set) var count = 0
    /// How many lines have the field.
    private(set) var valueCount = 0
    /// The last of the lines that count.
    private(set) var last: [LogPlace] = []
    /// How many lines were too long to be looked at whole.
    private(set) var cutCount = 0
    /// Some values of a field that differ, each once.
    private(set) var differing: [JSONValue] = []

    private let expectation: Expectation
    /// What was found of a field's values, for the same ones come again and again.
    private var verdicts: [String: Bool] = [:]

    /// How many lines and values are kept to be shown.
    static let shown = 3
    private static let mostVerdicts = 1000
    private static let longestValue = 4096

    init(_ question: LogQuestion) { expectation = question.expectation }

    /// Counts a line if it has what is looked for.
    mutating func add(_ place: LogPlace, if test: LineTest?) {
        switch test?.answer(for: place.line) {
        case .found: add(place)
        case .cut: cutCount += 1
        case .notFound, nil: break
        }
    }

    /// Counts a line.
    mutating func add(_ place: LogPlace) {
        count += 1
        if last.count == Self.shown { last.removeFirst() }
        last.append(place)
    }

    /// Counts a line whose field has a value, if that is not what it must be.
    mutating func add(_ value: JSONValue, at place: LogPlace) {
        valueCount += 1
        guard !agrees(value) else { return }
        if differing.count < Self.shown, !differing.contains(value) { differing.append(value) }
        add(place)
    }

    private mutating func agrees(_ value: JSONValue) -> Bool {
        let text = String(value.text.prefix(Self.longestValue))
        if let known = verdicts[text] { return known }
        let finding = Comparison.finding(
            of: .value(ObservedValue(text, number: value.exactNumber)), against: expectation)
        let agrees = finding.outcome == .pass
        if verdicts.count < Self.mostVerdicts { verdicts[text] = agrees }
        return agrees
    }
}
