import Triage

/// What replaying recorded incidents came to, for a person.
public enum IncidentText {
    /// The report.
    public static func report(of results: [IncidentResult], style: TextStyle) -> String {
        var layout = TextLayout(style)
        for result in results { add(result, to: &layout) }
        layout.gap()
        layout.paragraph(totals(of: results))
        return layout.text
    }

    private static func add(_ result: IncidentResult, to layout: inout TextLayout) {
        switch result.outcome {
        case .same:
            layout.paragraph(
                "\(result.name): \(said(result.found))", lead: "✓ ", leadMeaning: .good)
        case .updated:
            layout.paragraph(
                "\(result.name): written down: \(said(result.found))", lead: "✓ ",
                leadMeaning: .unclear)
        case .differs(let differences):
            layout.paragraph(result.name, lead: "✗ ", leadMeaning: .bad)
            for difference in differences { layout.paragraph(difference, indentation: 4) }
        case .broken(let reason):
            layout.paragraph("\(result.name): \(reason)", lead: "✗ ", leadMeaning: .bad)
        }
        if result.unrecorded.isEmpty { return }
        let count = result.unrecorded.count
        layout.paragraph(
            "\(count) \(count == 1 ? "line" : "lines") not recorded then:", as: .quiet,
            indentation: 4)
        for line in result.unrecorded { layout.paragraph(line, lead: "? ", indentation: 4) }
    }

    private static func said(_ found: VerdictExpectation?) -> String {
        guard let found else { return "" }
        return found.health.rawValue + (found.lead.map { ", \($0) leads" } ?? "")
    }

    /// `5 of 6 incidents as expected`
    private static func totals(of results: [IncidentResult]) -> String {
        let same = results.count(where: \.isAsExpected)
        let nouns = results.count == 1 ? "incident" : "incidents"
        return "\(same) of \(results.count) \(nouns) as expected"
    }
}
