import Catalog
import Triage

/// What carrying out a remedy says to a person, in plain lines.
public enum RemedyText {
    /// The entry, what its probes saw, and what that means for mending it.
    public static func opening(
        of entry: Entry, results: [ProbeResult], status: EntryStatus?, style: TextStyle
    ) -> String {
        var layout = TextLayout(style)
        layout.addHead(of: entry)
        let text = GuideText.results(results, style: style)
        var after = TextLayout(style)
        switch status {
        case .confirmed: after.paragraph("It is so: a probe of it fails.")
        case .ruledOut: after.paragraph("All its probes pass: there may be nothing to mend.")
        case .open: after.paragraph("Its probes can't tell whether it is so.")
        case nil: after.paragraph("No probe tests whether it is so.")
        }
        return layout.text + text + after.text
    }

    /// A remedy's own words, and a warning where it destroys data.
    public static func remedy(
        _ remedy: RemedyPlan.Remedy, number: Int, of count: Int, style: TextStyle
    ) -> String {
        var layout = TextLayout(style)
        layout.paragraph("")
        layout.paragraph("Remedy \(number) of \(count)", as: .heading)
        let byHand = remedy.commands.isEmpty
        layout.paragraph(remedy.fix.text, lead: byHand ? "- By hand: " : "- ", indentation: 2)
        if remedy.fix.isDestructive {
            layout.paragraph(
                "This destroys data.", as: .bad, lead: "! ", leadMeaning: .bad, indentation: 4)
        }
        return layout.text
    }

    /// That a remedy is refused, with its commands.
    public static func refusal(of remedy: RemedyPlan.Remedy, style: TextStyle) -> String {
        var layout = TextLayout(style)
        for command in remedy.commands { layout.command(command.line) }
        layout.paragraph(
            "Refused without --yes-destroy. Nothing of it is run.", as: .bad, indentation: 2)
        return layout.text
    }

    /// A command, and why it is left to the person, if it is.
    public static func command(_ command: RemedyCommand, style: TextStyle) -> String {
        var layout = TextLayout(style)
        layout.command(command.line)
        if let obstacle = command.obstacle {
            layout.paragraph(
                words(for: obstacle), lead: "? ", leadMeaning: .unclear, indentation: 2)
        }
        return "\n" + layout.text
    }

    private static func words(for obstacle: RemedyCommand.Obstacle) -> String {
        switch obstacle {
        case .unfilled(let names):
            "not run: nobody knows what to put for \(names.joined(separator: ", "))"
        case .statement: "not run: a statement for a client of its own, not for a shell"
        case .terminal: "not run: it wants a terminal of its own"
        case .unshowable: "not run: it holds characters that can't be shown"
        case .behindAnother: "not run: it builds on a command that was not run"
        }
    }

    /// What stands in front of the answer; short, for a narrow terminal.
    public static let prompt = "Run it? [y/N/s/q] "
    /// The same for what destroys data.
    public static let destructivePrompt = "Run it, destroying data? [y/N/s/q] "
    /// Whether to go on behind a failure.
    public static let goOnPrompt = "It failed. Go on? [y/N] "
    /// How to answer.
    public static let help =
        "y runs it, n or Enter does not, s skips the rest of this remedy, q leaves.\n"

    /// How a command ended.
    public static func ending(
        exitCode: Int32?, failure: String?, duration: Duration, style: TextStyle
    ) -> String {
        var layout = TextLayout(style)
        let time = "after \(duration.runText)"
        if let failure {
            layout.paragraph("\(failure), \(time)", as: .bad, lead: "✗ ", leadMeaning: .bad)
        } else if let exitCode, exitCode != 0 {
            layout.paragraph("exit \(exitCode) \(time)", as: .bad, lead: "✗ ", leadMeaning: .bad)
        } else {
            layout.paragraph("exit 0 \(time)", lead: "✓ ", leadMeaning: .good)
        }
        return layout.text
    }

    /// What is left to look at by hand once something was run.
    public static func validation(of entry: Entry, style: TextStyle) -> String {
        var layout = TextLayout(style)
        layout.addList("Then check", entry.validation)
        return layout.text
    }
}
