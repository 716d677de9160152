import Catalog

/// The catalog for a person: a line an entry, by system.
public enum CatalogText {
    /// The report.
    ///
    /// - Parameters:
    ///   - runbooks: The runbooks with the entries to list.
    ///   - style: How it looks.
    ///   - showsReasons: Whether each entry says why it has no probes.
    ///   - explains: Whether each entry says where it stands and what took it for one.
    public static func report(
        of runbooks: [Runbook], style: TextStyle, showsReasons: Bool = false,
        explains: Bool = false
    ) -> String {
        var layout = TextLayout(style)
        for runbook in runbooks where !runbook.entries.isEmpty {
            layout.heading("\(runbook.system)  \(runbook.title)")
            let width = runbook.entries.map(\.id.count).max() ?? 0
            for entry in runbook.entries {
                add(entry, idWidth: width, to: &layout)
                if explains { explain(entry, to: &layout) }
                if showsReasons {
                    layout.paragraph(
                        entry.unprobedReason ?? "no reason given", as: .quiet, indentation: 6)
                }
            }
        }
        return layout.text
    }

    /// Adds which recogniser took an entry, and why.
    private static func explain(_ entry: Entry, to layout: inout TextLayout) {
        let place = "\(entry.location.file):\(entry.location.line)"
        layout.paragraph(
            place, as: .quiet, indentation: 6, linkingTo: entry.location)
        layout.paragraph(
            "\(entry.recogniser): \(entry.recognitionReason)", as: .quiet, indentation: 6)
    }

    /// Ids stand in a column of their own up to this part of the width.
    private static let widestColumn = 2

    private static func add(_ entry: Entry, idWidth: Int, to layout: inout TextLayout) {
        let title = entry.title + tracking(of: entry)
        if idWidth + 4 > layout.style.width / widestColumn {
            layout.paragraph(entry.id, as: .command, indentation: 2)
            layout.paragraph(title, indentation: 6)
        } else {
            let padding = String(repeating: " ", count: idWidth - entry.id.count + 2)
            layout.paragraph(
                title, lead: entry.id + padding, leadMeaning: .command, indentation: 2)
        }
    }

    /// ` (open, high)` for the issues of a tracker.
    private static func tracking(of entry: Entry) -> String {
        let words = [entry.status, entry.severity].compactMap { $0 }
        return words.isEmpty ? "" : " (\(words.joined(separator: ", ")))"
    }
}
