import Catalog
import Foundation
import Logs

/// What was found in logs, for a person: known errors in order of time, then the groups of unknown
/// events, the most suspicious first.
public enum LogsText {
    /// How many groups and signatures are listed; JSON has all of them.
    private static let mostListed = 12
    private static let mostSampleLines = 6

    /// The report of a survey.
    ///
    /// - Parameters:
    ///   - survey: What was found.
    ///   - errors: What runbooks know.
    ///   - flags: What commands to paste must say again, quoted.
    ///   - style: How it looks.
    public static func report(
        of survey: LogSurvey, knowing errors: KnownErrors, flags: [String] = [], style: TextStyle
    ) -> String {
        var layout = TextLayout(style)
        addHead(survey, knowing: errors, to: &layout)
        if !survey.known.isEmpty {
            layout.heading("Known, in order of time")
            for known in survey.known.prefix(mostListed) {
                add(known, knowing: errors, to: &layout)
            }
            addRest(survey.known.count, to: &layout)
        }
        if !survey.groups.isEmpty {
            layout.heading("Unknown, the most suspicious first")
            for group in survey.groups.prefix(mostListed) { add(group, to: &layout) }
            addRest(survey.groups.count, to: &layout)
        }
        let entries = survey.known.flatMap { errors.entries[$0.signature].map(\.id) }
        addNext(entries, flags, to: &layout)
        return layout.text
    }

    /// The events that name one id, each behind its time and log.
    public static func report(of events: [LogCorrelator.Event], naming id: String) -> String {
        events.map { event in
            let time = event.spot.time.map { LogMoment.text(of: $0, withDay: true) } ?? "-"
            let place = event.service ?? "\(event.log):\(event.spot.line)"
            let lines = event.spot.text.split(separator: "\n", omittingEmptySubsequences: false)
            let rest = lines.dropFirst().map { "    " + String($0).printable + "\n" }.joined()
            return "\(time)  \(place.printable)  \(String(lines.first ?? "").printable)\n" + rest
        }
        .joined().withoutWorkflowCommands
    }

    /// The lines that have signatures, as `grep -n` prints them.
    public static func lines(of survey: LogSurvey) -> String {
        let isOne = survey.logs.count + survey.failures.count == 1
        return survey.lines.map { log, spot in
            (isOne ? "" : log.printable + ":") + "\(spot.line):\(spot.text.printable)\n"
        }
        .joined().withoutWorkflowCommands
    }

    /// An event of a log that is followed.
    public static func line(
        of event: LogFollower.Event, knowing errors: KnownErrors, style: TextStyle
    ) -> String {
        let time = event.time.map { LogMoment.text(of: $0, withDay: false) + "  " } ?? ""
        let entries = event.signatures.flatMap { errors.entries[$0].map(\.id) }
        let ids = entries.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let mark =
            ids.isEmpty
            ? style.show(event.level?.rawValue ?? "unknown", as: .unclear)
            : style.show(ids.joined(separator: " "), as: .command)
        let lines = event.text.split(separator: "\n", omittingEmptySubsequences: false)
        let rest = lines.dropFirst().map { "    " + String($0).printable + "\n" }.joined()
        let first =
            "\(time)\(event.log.printable)  \(mark)  \(String(lines.first ?? "").printable)\n"
        return (first + rest).withoutWorkflowCommands
    }
}

extension LogsText {
    private static func addHead(
        _ survey: LogSurvey, knowing errors: KnownErrors, to layout: inout TextLayout
    ) {
        let read =
            "\(counted(survey.lineCount, "line")) of \(survey.logs.joined(separator: ", "))"
        if survey.known.isEmpty, survey.groups.isEmpty {
            layout.paragraph(
                "nothing known and no error in \(read)", lead: "✓ ", leadMeaning: .good)
            return
        }
        guard let first = survey.known.first, let entry = errors.entries[first.signature].first
        else {
            let events = survey.groups.allSatisfy(\.isOfErrors) ? "errors" : "events"
            layout.paragraph(
                "nothing known, but \(counted(survey.groups.count, "group")) of \(events) in \(read)",
                lead: "? ", leadMeaning: .unclear)
            return
        }
        let subsystem = first.service ?? entry.subsystem ?? entry.system
        layout.paragraph(
            "\(subsystem) failed first: \(entry.title)", as: .emphasis, lead: "✗ ",
            leadMeaning: .bad)
        layout.gap()
        layout.field("entry", entry.id, as: .command)
        if let time = first.first.time {
            layout.field("since", LogMoment.text(of: time, withDay: true))
        }
        layout.field("read", read)
    }

    private static func add(
        _ known: LogSurvey.Known, knowing errors: KnownErrors, to layout: inout TextLayout
    ) {
        let time = known.first.time.map { LogMoment.text(of: $0, withDay: false) } ?? "no time"
        let service = known.service.map { "  \($0)" } ?? ""
        for entry in errors.entries[known.signature] {
            layout.paragraph(
                "\(entry.id): \(entry.title)", lead: "\(time)\(service)  ", leadMeaning: .emphasis,
                indentation: 2)
        }
        let last = known.last.time.map { ", last \(LogMoment.text(of: $0, withDay: false))" } ?? ""
        layout.paragraph(
            "\(counted(known.count, "line")) with \"\(errors.texts[known.signature])\"\(last)",
            as: .quiet, indentation: 4)
        addSample(known.first.text, at: "\(known.log):\(known.first.line)", to: &layout)
    }

    private static func add(_ group: LogSurvey.Group, to layout: inout TextLayout) {
        var marks = [group.level?.rawValue ?? "no level"]
        if group.isNew == true { marks.append("new") }
        if group.isBurst { marks.append("burst") }
        layout.paragraph(
            group.template.text, lead: "\(group.count)×  ", leadMeaning: .emphasis, indentation: 2)
        let times = [group.first.time, group.count > 1 ? group.lastTime : nil].compactMap(\.self)
            .map { LogMoment.text(of: $0, withDay: false) }
        let service = group.service.map { [$0] } ?? []
        layout.paragraph(
            (service + marks + [times.joined(separator: " to ")]).filter { !$0.isEmpty }
                .joined(separator: ", "), as: .quiet, indentation: 4)
        addSample(group.first.text, at: "\(group.log):\(group.first.line)", to: &layout)
    }

    /// The first lines of an event, each cut to the width.
    private static func addSample(_ text: String, at place: String, to layout: inout TextLayout) {
        layout.paragraph(place, as: .quiet, indentation: 4)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
        for line in lines.prefix(mostSampleLines) {
            layout.cut(String(line), lead: "| ", indentation: 4)
        }
        if lines.count > mostSampleLines {
            layout.cut("… \(lines.count - mostSampleLines) more lines", lead: "| ", indentation: 4)
        }
    }

    private static func addRest(_ count: Int, to layout: inout TextLayout) {
        guard count > mostListed else { return }
        layout.paragraph(
            "… and \(count - mostListed) more: --output json has all of them", as: .quiet,
            indentation: 2)
    }

    private static func addNext(
        _ entries: [String], _ flags: [String], to layout: inout TextLayout
    ) {
        let ids = entries.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        guard !ids.isEmpty else { return }
        layout.heading("Next")
        for id in ids.prefix(3) { layout.command("diagnose check \(id)".repeating(flags)) }
    }

    private static func counted(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
}
