import Catalog
import Triage

/// What runbooks leave untested, for a person.
public enum CoverageText {
    /// The report.
    public static func report(of coverage: Coverage, style: TextStyle) -> String {
        var layout = TextLayout(style)
        let testable = coverage.probed.count + coverage.unprobed.count
        let isComplete = coverage.unprobed.isEmpty
        layout.paragraph(
            "\(coverage.probed.count) of \(testable) entries that a machine can test have probes",
            lead: "\(percent(coverage.share))  ", leadMeaning: isComplete ? .good : .unclear)
        add("No probe tests these", coverage.unprobed, to: &layout) { $0.title }
        add("No machine can test these", coverage.exempt, to: &layout) { $0.unprobedReason ?? "" }
        add("No entry explains these probes", coverage.unexplainedProbes, to: &layout)
        add("No entry speaks of this log text", coverage.unexplainedSignatures, to: &layout)
        addPrograms(coverage.missingPrograms, to: &layout)
        return layout.text
    }

    /// The share rounded down, so that 100 % is never claimed of less.
    static func percent(_ share: Double) -> String { "\(Int(share)) %" }

    private static func add(
        _ title: String, _ entries: [Entry], to layout: inout TextLayout,
        saying words: (Entry) -> String
    ) {
        if entries.isEmpty { return }
        layout.heading(title)
        for entry in entries {
            layout.paragraph(
                words(entry), lead: entry.id + "  ", leadMeaning: .command, indentation: 2)
        }
    }

    private static func add(_ title: String, _ lines: [ProbeLine], to layout: inout TextLayout) {
        if lines.isEmpty { return }
        layout.heading(title)
        for line in lines {
            layout.paragraph(line.text, indentation: 2)
            layout.paragraph(
                "\(line.location.file):\(line.location.line)", as: .quiet, indentation: 4)
        }
    }

    private static func addPrograms(
        _ programs: [Coverage.MissingProgram], to layout: inout TextLayout
    ) {
        if programs.isEmpty { return }
        layout.heading("Fixes call for programs that are not here")
        for program in programs {
            layout.paragraph(
                program.entries.joined(separator: ", "), lead: program.program + "  ",
                leadMeaning: .command, indentation: 2)
        }
    }
}
