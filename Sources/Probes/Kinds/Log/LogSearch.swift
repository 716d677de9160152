import Foundation
import Logs
import Machine

/// One pass over a log that puts every question to every line.
struct LogSearch: Sendable {
    /// What is asked for.
    let request: ProbeRequest
    /// The expectations as questions.
    let questions: [LogQuestion]
    /// The uptime by which the probe must be done.
    let end: Duration
    /// The moment from which ages count.
    let now: Date
    /// How far back to look, in seconds.
    let age: Int
    private let wanted: [LiteralFinder]

    /// The age as the line, or who runs it, states it.
    let ageText: String

    private static let usualAge = "15m"
    private static let usualSeconds = 900.0
    private static let longestAge = 366 * 86_400.0

    /// Prepares a pass.
    ///
    /// - Parameters:
    ///   - request: What is asked for.
    ///   - questions: The expectations as questions.
    ///   - end: The uptime by which the probe must be done.
    ///   - now: The moment from which ages count.
    ///   - lookBack: How far back to look where the line doesn't say.
    init(
        _ request: ProbeRequest, questions: [LogQuestion], until end: Duration, now: Date,
        lookBack: String? = nil
    ) {
        self.request = request
        self.questions = questions
        self.end = end
        self.now = now
        ageText = request.option("since") ?? lookBack ?? Self.usualAge
        let seconds = Quantity.seconds(ageText).flatMap { Self.isAge($0) ? $0 : nil }
        age = Int((seconds ?? Self.usualSeconds).rounded(.up))
        wanted = request.values(of: "where").map { LiteralFinder($0) }
    }

    /// Whether somebody may want to look so many seconds back.
    static func isAge(_ seconds: Double) -> Bool { seconds > 0 && seconds <= longestAge }

    /// Looks at the log until it is through, is told to stop or has a tenth of the time left.
    func findings(
        in text: LogText, clock: any WorldClock, stop: Uninterruptible.Stop
    ) -> LogFindings {
        let tests = questions.map { $0.pattern.flatMap { LineTest($0) } }
        var window = LogWindow(text, age: Double(age), now: now)
        var findings = LogFindings(questions)
        let lastMoment = end - request.timeout / 10
        for record in LogRecords(text.bytes) {
            if stop.isSet || clock.uptime > lastMoment {
                findings.isUnfinished = true
                break
            }
            findings.seen(window.moment(of: record))
            guard window.holds(record) else { continue }
            findings.lineCount += record.lines.count
            guard isWanted(record) else { continue }
            findings.wantedCount += record.lines.count
            look(at: record, in: window, by: tests, &findings)
        }
        findings.lacksLines =
            text.lacksNewest || (text.lacksOldest && !window.reachesBack(to: findings.oldest))
        findings.zoneNote = window.zoneNote
        findings.hasTimes = window.hasTimes
        return findings
    }

    /// Whether each text of `where` stands in some line of the record.
    private func isWanted(_ record: LogRecord) -> Bool {
        wanted.allSatisfy { finder in record.lines.contains { $0.holds(finder) } }
    }

    private func look(
        at record: LogRecord, in window: LogWindow, by tests: [LineTest?],
        _ findings: inout LogFindings
    ) {
        for (offset, line) in record.lines.enumerated() {
            lazy var fields = line.fields
            let place = LogPlace(
                number: record.number + offset, moment: window.lastMoment, line: line)
            for index in findings.tallies.indices {
                switch questions[index].subject {
                case .absent, .present, .count(.some):
                    findings.tallies[index].add(place, if: tests[index])
                case .count(nil):
                    let counts = wanted.allSatisfy { line.holds($0) } && !line.isBlank
                    if counts { findings.tallies[index].add(place) }
                case .field(let name):
                    if let value = fields?[name] { findings.tallies[index].add(value, at: place) }
                }
            }
        }
    }
}

extension LogLine {
    /// Whether a text stands in the line as it is or with JSON's escapes resolved.
    fileprivate func holds(_ finder: LiteralFinder) -> Bool {
        finder.isFound(in: text) || (unescaped.map { finder.isFound(in: $0) } ?? false)
    }
}
