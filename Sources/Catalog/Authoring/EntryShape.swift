/// How a runbook writes its entries.
public enum EntryShape: Sendable, Hashable {
    /// Rows of a table.
    case table
    /// Bullets with a bold lead.
    case bullets
    /// Issues of a tracker, at a heading's level.
    case tracker(level: Int)
    /// Questions in bold.
    case questions
    /// Headings of a level with labelled fields.
    case headings(level: Int)

    /// The name of the recogniser that took most of a runbook's failures, if it has any.
    static func commonRecogniser(of runbook: Runbook) -> String? {
        var counts: [String: Int] = [:]
        for entry in runbook.entries where entry.kind == .failure {
            counts[entry.recogniser, default: 0] += 1
        }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    /// The shape that most of the runbook's failures have, levels as they usually are.
    public static func common(in runbook: Runbook) -> EntryShape {
        switch commonRecogniser(of: runbook) {
        case SymptomTable.name: .table
        case BoldLeadBullets.name: .bullets
        case IncidentTracker.name: .tracker(level: 2)
        case AlertRunbook.name: .headings(level: 2)
        default: .headings(level: 3)
        }
    }
}
