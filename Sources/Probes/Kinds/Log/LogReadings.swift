import Catalog
import Foundation
import Machine
import Redaction

/// What the findings of a search say to each expectation.
struct LogReadings {
    private let findings: LogFindings
    private let search: LogSearch
    private let redactor: Redactor

    init(_ findings: LogFindings, of search: LogSearch, redactor: Redactor) {
        self.findings = findings
        self.search = search
        self.redactor = redactor
    }

    /// The readings for all expectations, and the last lines that count.
    var observation: Observation {
        let pairs = zip(search.questions, findings.tallies)
        return Observation(
            readings: Dictionary(
                pairs.map { ($0.expectation, reading(of: $1, for: $0)) },
                uniquingKeysWith: { first, _ in first }),
            evidence: evidence)
    }

    private func reading(of tally: LogTally, for question: LogQuestion) -> Reading {
        switch question.subject {
        case .absent: found(tally, isWanted: false)
        case .present: found(tally, isWanted: true)
        case .count: count(tally, question.expectation)
        case .field(let name): field(tally, name)
        }
    }

    private func found(_ tally: LogTally, isWanted: Bool) -> Reading {
        if tally.count > 0 {
            let times = tally.count == 1 ? "once" : "\(tally.count) times"
            let last = tally.last.last?.moment.map { ", last at \($0.formatted(.iso8601))" }
            return .judged(isWanted, observed: "found \(times) \(scope)" + (last ?? ""))
        }
        if let gap = gap(tally) { return .unknown("not found, but \(gap)") }
        let place = findings.wantedCount == 0 ? "there is \(lines)" : "in \(lines)"
        return .judged(!isWanted, observed: "not found \(place)")
    }

    /// A number that may be larger in truth decides only where a larger one would not change that.
    private func count(_ tally: LogTally, _ expectation: Expectation) -> Reading {
        let value = ObservedValue(tally.count, display: "\(tally.count) \(scope)")
        guard let gap = gap(tally) else { return .value(value) }
        let outcome = Comparison.finding(of: .value(value), against: expectation).outcome
        let wanted = expectation.type.number(of: expectation.value) ?? .infinity
        let isDecided =
            switch expectation.comparison {
            case .less, .lessOrEqual: outcome == .fail
            case .greater, .greaterOrEqual: outcome == .pass
            default: Double(tally.count) > wanted
            }
        return isDecided ? .value(value) : .unknown("\(tally.count) so far, but \(gap)")
    }

    private func field(_ tally: LogTally, _ name: String) -> Reading {
        if tally.count > 0 {
            let values = tally.differing.map { shown($0, of: name) }.joined(separator: ", ")
            let share = "\(tally.count) of \(tally.valueCount) lines"
            return .judged(false, observed: "\(values) in \(share) \(scope)")
        }
        if let gap = gap(tally) { return .unknown("\(tally.valueCount) lines agree, but \(gap)") }
        if tally.valueCount == 0 {
            return .unknown(
                findings.wantedCount == 0 ? "there is \(lines)" : "none of \(lines) has \(name)")
        }
        return .judged(true, observed: "agrees in \(tally.valueCount) lines \(scope)")
    }

    private func shown(_ value: JSONValue, of name: String) -> String {
        let text = value.text
        if SecretName.isSecret(name), value.string != nil { return "\(text.count) characters" }
        let shown = Excerpt.line(of: text, limit: Excerpt.valueLength, redactor: redactor)
        return shown.isEmpty ? "\"\"" : shown
    }
}

extension LogReadings {
    /// What was looked at: `in the last 15m`.
    private var scope: String {
        (findings.hasTimes ? "in the last \(search.ageText)" : "in a log without times") + wanted
    }

    /// The lines that were looked at: `the 12 lines of the last 15m`.
    private var lines: String {
        let number =
            switch findings.wantedCount {
            case 0: "no line"
            case 1: "the one line"
            case let count: "the \(count) lines"
            }
        let age = findings.hasTimes ? "of the last \(search.ageText)" : "of a log without times"
        return "\(number) \(age)\(wanted)"
    }

    /// The texts that those lines have: ` with "tts"`.
    private var wanted: String {
        let texts = search.request.values(of: "where").map { "\"\(excerpt($0))\"" }
        return texts.isEmpty ? "" : " with " + texts.joined(separator: " and ")
    }

    private func excerpt(_ text: String) -> String {
        Excerpt.line(of: text, limit: Excerpt.valueLength, redactor: redactor)
    }

    /// What was not looked at that might have changed the answer.
    private func gap(_ tally: LogTally) -> String? {
        if findings.isUnfinished {
            return "only the first \(findings.lineCount) lines could be searched in time"
        }
        if findings.lacksLines {
            let oldest = findings.oldest.map { ", back to \($0.formatted(.iso8601))" } ?? ""
            return "only the last \(findings.lineCount) lines were looked at\(oldest)"
                + (findings.hasTimes ? ": give a shorter since=" : "")
        }
        switch tally.cutCount {
        case 0: return nil
        case 1:
            return "one line is longer than the \(LineTest.longestLine) bytes that were looked at"
        case let count:
            return "\(count) lines are longer than the \(LineTest.longestLine) bytes looked at"
        }
    }

    /// The last lines that count for any question, in their order, and what to know of the log.
    private var evidence: [String] {
        var places: [Int: LogPlace] = [:]
        for (question, tally) in zip(search.questions, findings.tallies) {
            // Lines that are wanted explain no failure.
            if case .present = question.subject { continue }
            for place in tally.last { places[place.number] = place }
        }
        let last = places.values.sorted { $0.number < $1.number }.suffix(LogTally.shown)
        return last.map { LogExcerpt.line(of: $0, redactor: redactor) }
            + [findings.zoneNote].compactMap(\.self)
    }
}
