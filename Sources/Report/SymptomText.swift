import Catalog
import Search
import Triage

/// A search's result for a person: the best entry's cause and fix, then the other candidates.
public enum SymptomText {
    /// The report.
    ///
    /// - Parameters:
    ///   - result: What was found.
    ///   - statuses: What probes said of the entries, where they were run.
    ///   - flags: What commands to paste must say again, quoted.
    ///   - style: How it looks.
    public static func report(
        of result: SearchResult, statuses: [String: EntryStatus] = [:], flags: [String] = [],
        style: TextStyle
    ) -> String {
        var layout = TextLayout(style)
        guard let best = result.matches.first else {
            addNothing(result, statuses: statuses, flags, to: &layout)
            return layout.text
        }
        layout.addHead(of: best.entry)
        addReasons(of: best, to: &layout)
        if let status = statuses[best.entry.id] { add(status, to: &layout) }
        layout.addList(best.entry.kind == .code ? "Meaning" : "Why", best.entry.causes)
        if !best.entry.fixes.isEmpty {
            layout.heading("Fix")
            for fix in best.entry.fixes { layout.add(fix) }
        }
        layout.addList("Look at", best.entry.checks)
        layout.addList("Then check", best.entry.validation)
        layout.addList("Beside other issues", best.entry.crossIssueNotes)
        layout.heading("More")
        layout.command("diagnose show \(best.entry.id)".repeating(flags.namingRunbooks))
        if !best.entry.probes.isEmpty {
            layout.command("diagnose check \(best.entry.id)".repeating(flags))
        }
        let others = Array(result.matches.dropFirst().prefix(shownOthers))
        addCandidates("Or is it", others, statuses: statuses, to: &layout)
        return layout.text
    }

    /// The entries to pick from, each with the number to type.
    ///
    /// - Parameters:
    ///   - matches: The entries, best first.
    ///   - query: What was asked.
    ///   - style: How it looks.
    public static func choices(
        _ matches: [SearchMatch], for query: String, style: TextStyle
    ) -> String {
        var layout = TextLayout(style)
        layout.paragraph(
            "Several entries fit \"\(query)\"", lead: "? ", leadMeaning: .unclear)
        layout.gap()
        for (offset, match) in matches.enumerated() {
            layout.paragraph(
                "\(match.entry.title) (\(match.entry.id))", lead: "\(offset + 1)  ",
                leadMeaning: .command, indentation: 2)
            addReasons(of: match, to: &layout)
        }
        layout.gap()
        return layout.text
    }

    /// How many further candidates are listed.
    private static let shownOthers = 4
    /// How many are listed where none fits with confidence.
    private static let shownNearest = 3

    private static func addNothing(
        _ result: SearchResult, statuses: [String: EntryStatus], _ flags: [String],
        to layout: inout TextLayout
    ) {
        layout.paragraph(
            "No confident match for \"\(result.query)\"", lead: "? ", leadMeaning: .unclear)
        addCandidates(
            "The nearest", Array(result.nearest.prefix(shownNearest)), statuses: statuses,
            to: &layout)
        layout.heading("Otherwise")
        layout.command("diagnose triage".repeating(flags))
        layout.command("diagnose list".repeating(flags.namingRunbooks))
    }

    private static func addCandidates(
        _ title: String, _ matches: [SearchMatch], statuses: [String: EntryStatus],
        to layout: inout TextLayout
    ) {
        if matches.isEmpty { return }
        layout.heading(title)
        for match in matches {
            let status = statuses[match.entry.id].map { " (\($0.rawValue))" } ?? ""
            layout.paragraph(
                match.entry.title + status, lead: match.entry.id + "  ", leadMeaning: .command,
                indentation: 2)
            addReasons(of: match, to: &layout)
        }
    }

    /// Adds which words matched where, and which nowhere; nothing where nobody asked.
    private static func addReasons(of match: SearchMatch, to layout: inout TextLayout) {
        for reason in match.reasons {
            guard let found = reason.found else { continue }
            let place = "in " + reason.fields.joined(separator: ", ")
            layout.paragraph(
                found == reason.typed ? place : "as \"\(found)\" \(place)",
                lead: "\"\(reason.typed)\" ", leadMeaning: .quiet, indentation: 4)
        }
        let missing = match.reasons.filter { $0.found == nil }.map { "\"\($0.typed)\"" }
        if !missing.isEmpty {
            layout.paragraph(
                missing.joined(separator: ", "), lead: "nowhere: ", leadMeaning: .quiet,
                indentation: 4)
        }
    }

    private static func add(_ status: EntryStatus, to layout: inout TextLayout) {
        let (text, meaning): (String, TextStyle.Meaning) =
            switch status {
            case .confirmed: ("a probe of it fails on this system", .bad)
            case .ruledOut: ("all its probes pass on this system", .good)
            case .open: ("its probes could not tell", .unclear)
            }
        layout.paragraph(
            text, lead: status.rawValue + ": ", leadMeaning: meaning, indentation: 2)
    }
}
