import Triage

/// Two runs beside each other, for a person.
public enum ComparisonText {
    /// The report.
    public static func report(
        of comparison: RunComparison, _ changes: [SurroundingChange], style: TextStyle
    ) -> String {
        var layout = TextLayout(style)
        let count = comparison.newlyFailing.count
        layout.paragraph(
            count == 0
                ? "nothing fails that did not before"
                : "\(count) \(count == 1 ? "line" : "lines") newly failing",
            as: .emphasis, lead: count == 0 ? "✓ " : "✗ ", leadMeaning: count == 0 ? .good : .bad)
        add("Newly failing", comparison.newlyFailing, as: .bad, "✗ ", to: &layout)
        add("Still failing", comparison.stillFailing, as: .bad, "✗ ", to: &layout)
        add("Fixed since", comparison.fixed, as: .good, "✓ ", to: &layout)
        add("No longer observed", comparison.noLongerObserved, as: .unclear, "? ", to: &layout)
        addChanges(changes, to: &layout)
        return layout.text
    }

    private static func add(
        _ title: String, _ lines: [RunComparison.Line], as meaning: TextStyle.Meaning,
        _ mark: String, to layout: inout TextLayout
    ) {
        if lines.isEmpty { return }
        layout.heading(title)
        for line in lines {
            layout.paragraph(
                "\(line.component): \(line.text)", lead: mark, leadMeaning: meaning, indentation: 2)
            if line.before == line.after {
                layout.field("saw", line.after ?? "nothing", indentation: 4)
            } else {
                layout.field("before", line.before ?? "not looked at", indentation: 4)
                layout.field("now", line.after ?? "not looked at", indentation: 4)
            }
        }
    }

    private static func addChanges(
        _ changes: [SurroundingChange], to layout: inout TextLayout
    ) {
        let telling = changes.filter { !$0.isEmpty }
        let unknown = changes.filter { $0.unknown != nil }
        layout.heading("Changed underneath")
        if telling.isEmpty { layout.paragraph("nothing that was captured", indentation: 2) }
        for change in telling {
            layout.paragraph(change.subject.rawValue, as: .quiet, indentation: 2)
            for text in change.added { layout.paragraph(text, lead: "+ ", indentation: 4) }
            for text in change.removed { layout.paragraph(text, lead: "- ", indentation: 4) }
            for value in change.changed {
                layout.paragraph(
                    "\(value.name): \(value.before) → \(value.after)", lead: "~ ", indentation: 4)
            }
        }
        for change in unknown {
            layout.paragraph(
                "\(change.subject.rawValue): \(change.unknown ?? "")", lead: "? ",
                leadMeaning: .unclear, indentation: 2)
        }
    }
}
