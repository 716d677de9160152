import Catalog

/// An entry for a person.
public enum EntryText {
    /// The whole entry: what one sees, why, what to look at, what to do.
    ///
    /// - Parameters:
    ///   - entry: The entry.
    ///   - flags: What commands to paste must say again, quoted.
    ///   - style: How it looks.
    public static func report(
        of entry: Entry, flags: [String] = [], style: TextStyle
    ) -> String {
        var layout = TextLayout(style)
        layout.addHead(of: entry)
        layout.addList("What you see", entry.symptoms)
        layout.addList("Also reported as", entry.reports)
        layout.addList("Why", entry.causes)
        layout.addList("Look at", entry.checks)
        if !entry.fixes.isEmpty {
            layout.heading("Fix")
            for fix in entry.fixes { layout.add(fix) }
        }
        layout.addList("Then check", entry.validation)
        layout.addList("In the logs", entry.signatures)
        layout.addList("Evidence", entry.evidence)
        layout.addList("Ask", entry.questions)
        layout.addList("Beside other issues", entry.crossIssueNotes)
        for note in entry.notes { layout.addList(note.label, note.items) }
        if !entry.probes.isEmpty {
            layout.heading("Test it")
            layout.command("diagnose check \(entry.id)".repeating(flags))
        } else if let reason = entry.unprobedReason {
            layout.addList("No machine can test it", [reason])
        }
        return layout.text
    }
}

extension TextLayout {
    /// Adds an entry's name, place and tracker fields.
    mutating func addHead(of entry: Entry) {
        gap()
        paragraph(entry.title, as: .emphasis, lead: entry.id + "  ", leadMeaning: .command)
        let fields = [
            ("severity", entry.severity), ("status", entry.status),
            ("confidence", entry.confidence), ("subsystem", entry.subsystem),
        ].compactMap { label, value in value.map { "\(label) \($0)" } }
        if !fields.isEmpty { paragraph(fields.joined(separator: ", "), as: .quiet, indentation: 2) }
        paragraph(
            "\(entry.location.file):\(entry.location.line)", as: .quiet, indentation: 2,
            linkingTo: entry.location)
    }

    /// Adds a heading with a bullet an item, or nothing where there is none.
    mutating func addList(_ title: String, _ items: [String]) {
        if items.isEmpty { return }
        heading(title)
        for item in items { paragraph(item, lead: "- ", indentation: 2) }
    }
}
