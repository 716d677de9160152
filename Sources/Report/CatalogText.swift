import Catalog

/// The catalog for a person: a line an entry, by system.
public enum CatalogText {
    /// The report.
    public static func report(of runbooks: [Runbook], style: TextStyle) -> String {
        var layout = TextLayout(style)
        for runbook in runbooks where !runbook.entries.isEmpty {
            layout.heading("\(runbook.system)  \(runbook.title)")
            let width = runbook.entries.map(\.id.count).max() ?? 0
            for entry in runbook.entries {
                add(entry, idWidth: width, to: &layout)
            }
        }
        return layout.text
    }

    /// The widest column of ids that still leaves room for titles, as a share of the width.
    private static let widestShare = 2

    private static func add(_ entry: Entry, idWidth: Int, to layout: inout TextLayout) {
        if idWidth + 4 > layout.style.width / widestShare {
            layout.paragraph(entry.id, as: .command, indentation: 2)
            layout.paragraph(entry.title, indentation: 6)
        } else {
            let padding = String(repeating: " ", count: idWidth - entry.id.count + 2)
            layout.paragraph(
                entry.title, lead: entry.id + padding, leadMeaning: .command, indentation: 2)
        }
    }
}
