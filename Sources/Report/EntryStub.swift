import Catalog
import Triage

/// The start of an entry for a failure that no entry explains, in the shape that the runbook's
/// entries have, so that it can be pasted behind them.
public struct EntryStub: Sendable, Hashable {
    /// The runbook that it belongs into.
    public var place: String
    /// The Markdown.
    public var markdown: String

    /// Drafts an entry for a problem; `nil` where an entry explains it or no runbook is its own.
    public init?(for problem: Problem) {
        guard problem.entry == nil, let runbook = problem.runbook else { return nil }
        place =
            runbook.isEmbedded
            ? "a copy of the shipped \(runbook.file.dropFirst(Runbook.embeddedPrefix.count))"
            : runbook.file
        let draft = Draft(problem)
        switch Self.shape(of: runbook) {
        case .table: markdown = draft.row
        case .bullets: markdown = draft.bullet
        case .tracker: markdown = draft.issue(number: runbook.entries.count + 1)
        case .headings(let level): markdown = draft.section(level: level)
        }
    }

    /// How a runbook writes its entries.
    private enum Shape: Hashable {
        case table
        case bullets
        case tracker
        case headings(level: Int)
    }

    /// The shape that most of the runbook's failures have.
    private static func shape(of runbook: Runbook) -> Shape {
        var counts: [String: Int] = [:]
        for entry in runbook.entries where entry.kind == .failure {
            counts[entry.recogniser, default: 0] += 1
        }
        let common = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        switch common {
        case "symptom-table": return .table
        case "bold-lead-bullets": return .bullets
        case "incident-tracker": return .tracker
        case "alert-runbook": return .headings(level: 2)
        default: return .headings(level: 3)
        }
    }
}

/// The parts of a stub.
private struct Draft {
    private let title: String
    private let identifier: String
    private let observed: String
    private let probe: String

    init(_ problem: Problem) {
        title = problem.reason.printable
        let words = problem.reason.lowercased().split {
            !$0.isASCII || !($0.isLetter || $0.isNumber)
        }
        let slug = words.prefix(6).joined(separator: "-")
        identifier = slug.isEmpty ? "new-entry" : slug
        let first = problem.evidence.first
        observed = (first?.observed ?? "").printable
        probe = problem.evidence.map { result in
            result.line.text.printable + (result.line.reason.map { " # \($0.printable)" } ?? "")
        }
        .joined(separator: "\n")
    }

    /// A row, with its probes behind the table.
    var row: String {
        """
        | <a id="\(identifier)"></a>\(cell(title)) | \(cell(observed)): why? | what to do, as commands |

        ```probe \(identifier)
        \(probe)
        ```
        """
    }

    /// A bullet with a bold lead.
    var bullet: String {
        """
        - **\(title).** \(observed): why, and what to do. <a id="\(identifier)"></a>

        ```probe \(identifier)
        \(probe)
        ```
        """
    }

    /// A tracked issue.
    func issue(number: Int) -> String {
        """
        ## Issue \(number): \(title)

        - **Status:** Open
        - **Severity:** how bad it is
        - **Subsystem:** which part
        - **Error signatures:** `what the log says`
        - **Observed behavior:** \(observed)
        - **Primary RCA hypothesis:** why
        - **Confidence:** Low
        - **Fix strategy:** what to do, as commands
        - **Validation after fix:** how to see that it worked

        ```probe
        \(probe)
        ```
        """
    }

    /// A heading with labelled fields.
    func section(level: Int) -> String {
        """
        \(String(repeating: "#", count: level)) \(title) <a id="\(identifier)"></a>

        **Symptoms:** \(observed)

        **Diagnosis:** why, and how to tell

        **Fix:** what to do, as commands

        ```probe
        \(probe)
        ```
        """
    }

    /// A text as a table's cell holds it.
    private func cell(_ text: String) -> String {
        text.split(separator: "|").joined(separator: "\\|")
    }
}
