import Catalog
import Foundation
import Logs

/// The first errors of the components in order of time: only what really tells when it was.
struct Timeline {
    /// One moment.
    struct Event: Hashable {
        /// When.
        var time: Date
        /// How exactly that is known.
        var exactness: Exactness
        /// The component that it is about.
        var component: String
        /// What was seen.
        var text: String
    }

    /// How exactly a time is known.
    enum Exactness: Hashable {
        /// As written.
        case stated
        /// As written, but in a zone that is not stated.
        case zoneless
        /// As told by how long ago it was, to the second.
        case second
        /// The same, to the minute or worse.
        case coarse
    }

    /// The events, the earliest first.
    let events: [Event]

    /// Gathers the events of a run: of each failing line the first error among its evidence, and
    /// when a container ended.
    init(of report: RunReport) {
        var seen: Set<[String]> = []
        let found = report.verdict.results(.fail).flatMap { result in
            [Self.firstError(of: result, before: report.end), Self.end(of: result, report)]
                .compactMap(\.self)
        }
        events = found.filter { seen.insert([$0.component, $0.text]).inserted }
            .enumerated()
            .sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
            .map(\.element)
    }

    /// Whether a time of them has no zone and is taken as UTC.
    var hasGuessedZone: Bool { events.contains { $0.exactness == .zoneless } }

    /// Lines of a log that was searched count whatever their level; the last lines of a container
    /// count only where they say that something is wrong.
    private static func firstError(of result: ProbeResult, before end: Date) -> Event? {
        let clock = LogClock(reference: end)
        let events = result.evidence.compactMap { text -> Event? in
            let line = LogLine(Array(text.utf8)[...])
            let isError = line.severity.map { $0 >= .warning } ?? (result.line.kind == "log")
            guard isError else { return nil }
            if let time = line.time {
                return Event(
                    time: clock.moment(of: time), exactness: time.hasZone ? .stated : .zoneless,
                    component: result.component, text: text)
            }
            return line.received.map {
                Event(time: $0, exactness: .stated, component: result.component, text: text)
            }
        }
        return events.min { $0.time < $1.time }
    }

    /// When a container ended, as the kind `compose` says: `exited (137) 3 s ago`.
    private static func end(of result: ProbeResult, _ report: RunReport) -> Event? {
        guard result.line.kind == "compose",
            let match = result.observed.firstMatch(of: Self.endedAgo),
            let number = Double(match.output.2), let unit = Self.units[String(match.output.3)]
        else { return nil }
        return Event(
            time: report.started - number * unit, exactness: unit < 60 ? .second : .coarse,
            component: result.component, text: String(match.output.1))
    }

    private static let units = ["ms": 0.001, "s": 1, "min": 60, "h": 3600, "days": 86_400]
    private static var endedAgo: Regex<(Substring, Substring, Substring, Substring)> {
        /((?:exited|dead)(?: \([0-9]+\))?) ([0-9]+(?:\.[0-9])?) (ms|s|min|h|days) ago/
    }
}

extension Timeline.Event {
    /// The time for a person: `2026-11-21T06:00:00.123Z`, `about 2026-11-21T06:00Z`.
    var timeText: String {
        switch exactness {
        case .stated, .zoneless: return LogMoment.text(of: time, withDay: true)
        case .second:
            return "about " + time.formatted(.iso8601)
        case .coarse:
            return "about " + time.formatted(.iso8601).dropLast(4) + "Z"
        }
    }
}

extension RunReport {
    /// When the run ended.
    var end: Date { started + Double(duration.milliseconds) / 1000 }
}
