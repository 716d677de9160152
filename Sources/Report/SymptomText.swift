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
    ///   - style: How it looks.
    public static func report(
        of result: SearchResult, statuses: [String: EntryStatus] = [:], style: TextStyle
    ) -> String {
        var layout = TextLayout(style)
        guard let best = result.matches.first else {
            addNothing(result, statuses: statuses, to: &layout)
            return layout.text
        }
        layout.addHead(of: best.entry)
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
        layout.command("diagnose show \(best.entry.id)")
        if !best.entry.probes.isEmpty { layout.command("diagnose check \(best.entry.id)") }
        let others = Array(result.matches.dropFirst().prefix(shownOthers))
        addCandidates("Or is it", others, statuses: statuses, to: &layout)
        return layout.text
    }

    /// How many further candidates are listed.
    private static let shownOthers = 4

    private static func addNothing(
        _ result: SearchResult, statuses: [String: EntryStatus], to layout: inout TextLayout
    ) {
        layout.paragraph(
            "No confident match for \"\(result.query)\"", lead: "? ", leadMeaning: .unclear)
        addCandidates("The nearest", result.nearest, statuses: statuses, to: &layout)
        layout.heading("Otherwise")
        layout.command("diagnose triage")
        layout.command("diagnose list")
    }

    private static func addCandidates(
        _ title: String, _ matches: [SearchMatch], statuses: [String: EntryStatus],
        to layout: inout TextLayout
    ) {
        if matches.isEmpty { return }
        layout.heading(title)
        for match in matches {
            let status = statuses[match.entry.id].map { " (\(word(for: $0)))" } ?? ""
            layout.paragraph(
                match.entry.title + status, lead: match.entry.id + "  ", leadMeaning: .command,
                indentation: 2)
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
            text, lead: word(for: status) + ": ", leadMeaning: meaning, indentation: 2)
    }

    /// The word for what probes say of an entry; none were run for `nil`.
    static func word(for status: EntryStatus?) -> String {
        switch status {
        case .confirmed: "confirmed"
        case .ruledOut: "ruled out"
        case .open, nil: "untested"
        }
    }
}
