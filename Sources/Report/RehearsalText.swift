import Triage

/// What a run would ask, for a person.
public enum RehearsalText {
    /// Each line with the commands and addresses it would ask, and those that can't be run.
    public static func report(of rehearsal: PlanRehearsal, style: TextStyle) -> String {
        var layout = TextLayout(style)
        let count = rehearsal.items.count
        layout.paragraph(
            "\(count) \(count == 1 ? "line" : "lines") would be run; nothing was asked. "
                + "What depends on an answer is not listed.", as: .heading)
        for item in rehearsal.items {
            layout.gap()
            layout.paragraph(item.line.text, lead: "- ")
            for request in item.requests { layout.command(request) }
            if let obstacle = item.obstacle {
                layout.paragraph(obstacle, lead: "? ", leadMeaning: .unclear, indentation: 2)
            }
        }
        return layout.text
    }
}
