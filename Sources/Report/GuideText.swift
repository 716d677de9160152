import Catalog
import Triage

/// What a guided triage says to a person, in plain lines.
public enum GuideText {
    /// The beginning: what is walked through, and how to answer.
    public static func opening(of systems: [String], style: TextStyle) -> String {
        var layout = TextLayout(style)
        layout.paragraph("Guided triage of \(systems.joined(separator: ", "))", as: .heading)
        layout.paragraph(help)
        return layout.text
    }

    /// How to answer.
    private static let help =
        "Answer y when something is wrong there or you see it, n when not, s when you can't tell, "
        + "q to leave. Answers are kept."

    /// What is about to be run, and why.
    public static func announcement(
        of purpose: GuideWalk.Purpose, lines: Int, style: TextStyle
    ) -> String {
        var layout = TextLayout(style)
        let count = "\(lines) \(lines == 1 ? "probe" : "probes")"
        layout.paragraph("")
        switch purpose {
        case .step(let step, let system, let total):
            layout.paragraph(
                step.title, as: .heading, lead: "\(system), step \(step.number) of \(total): ",
                leadMeaning: .quiet)
            layout.paragraph("Running \(count) …", as: .quiet)
        case .entries(let entries):
            let nouns = entries == 1 ? "the entry it may be" : "the \(entries) entries it may be"
            layout.paragraph("Running \(count) of \(nouns) …", as: .quiet)
        case .rest:
            layout.paragraph("Running the other \(count), for what else may be wrong …", as: .quiet)
        }
        return layout.text
    }

    /// What lines came to: how many passed, each that failed with what is wrong, and why others
    /// could not be observed.
    public static func results(_ results: [ProbeResult], style: TextStyle) -> String {
        var layout = TextLayout(style)
        let passed = results.count { $0.outcome == .pass }
        if passed > 0 {
            layout.paragraph("\(passed) passed", lead: "✓ ", leadMeaning: .good, indentation: 2)
        }
        for result in results where result.outcome == .fail {
            layout.paragraph(
                result.line.reason ?? result.line.text, lead: "✗ ", leadMeaning: .bad,
                indentation: 2)
            layout.paragraph(result.observed, as: .bad, indentation: 4)
        }
        let unknown = results.filter { $0.outcome == .unknown }.map(\.observed)
        var told: Set<String> = []
        for reason in unknown where told.insert(reason).inserted {
            let count = unknown.count { $0 == reason }
            layout.paragraph(
                "\(count) unknown: \(reason)", lead: "? ", leadMeaning: .unclear, indentation: 2)
        }
        return layout.text
    }

    /// That an entry is confirmed.
    public static func confirmation(of entry: Entry, style: TextStyle) -> String {
        var layout = TextLayout(style)
        layout.paragraph("")
        layout.paragraph(
            "\(entry.id): \(entry.title)", as: .emphasis, lead: "Confirmed  ", leadMeaning: .bad)
        return layout.text
    }

    /// A remark with a command to paste, if there is one.
    public static func remark(
        _ text: String, command: String? = nil, style: TextStyle
    ) -> String {
        var layout = TextLayout(style)
        layout.paragraph(text)
        if let command { layout.command(command) }
        return layout.text
    }

    /// A question with everything that helps to answer it.
    public static func question(_ question: GuideQuestion, style: TextStyle) -> String {
        var layout = TextLayout(style)
        layout.paragraph("")
        switch question.kind {
        case .step:
            layout.paragraph(question.text, as: .emphasis, lead: "? ", leadMeaning: .unclear)
        case .symptom:
            layout.paragraph(
                question.title, as: .emphasis, lead: "Is it this?  ", leadMeaning: .quiet)
            layout.paragraph(question.owner.id, as: .quiet, indentation: 2)
            if question.text != question.title {
                layout.paragraph(question.text, lead: "- ", indentation: 2)
            }
        case .check:
            layout.paragraph(question.title, lead: "Look:  ", leadMeaning: .quiet)
            layout.paragraph(question.text, as: .emphasis, lead: "? ", leadMeaning: .unclear)
        }
        for detail in question.details { layout.paragraph(detail, lead: "- ", indentation: 2) }
        for command in question.commands { layout.command(command) }
        return layout.text
    }

    /// What stands in front of the answer; short, for a narrow terminal.
    public static func prompt(for question: GuideQuestion) -> String {
        let words = question.kind == .symptom ? "Do you see this?" : "Is something wrong here?"
        return "\(words) [y/n/s/q] "
    }

    /// What is said to an answer that is none.
    public static let correction = "Answer y, n, s or q.\n"
}
