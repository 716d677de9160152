import Catalog
import Triage

extension HTMLReport {
    /// What leads, and what shows it.
    var lead: HTML {
        guard let lead = verdict.lead else { return .empty }
        return "\(facts(of: lead))<h3>Evidence</h3>\n\(probes(lead.evidence))"
    }

    /// Where a problem is written of, and what it explains.
    func facts(of problem: Problem) -> HTML {
        var facts: [HTML] = []
        func add(_ label: String, _ value: HTML) {
            facts.append("<dt>\(label)</dt><dd>\(value)</dd>\n")
        }
        if let entry = problem.entry { add("entry", "<code>\(entry.id)</code> \(entry.title)") }
        if let step = problem.step { add("found at", "triage step \(step.number): \(step.title)") }
        if let place = problem.entry?.location ?? problem.step?.location {
            add("read", Self.place(place))
        }
        if !problem.downstream.isEmpty {
            add("follows", "\(problem.downstream.joined(separator: ", ")) (fails because of it)")
        }
        let others = problem.explains.filter { $0 != problem.entry?.id }
        if !others.isEmpty { add("explains", "\(others.joined(separator: ", "))") }
        return facts.isEmpty ? .empty : "<dl>\n\(facts)</dl>\n"
    }

    /// A line of a runbook.
    static func place(_ place: SourceLocation) -> HTML {
        "<code>\(place.file):\(place.line)</code>"
    }

    /// What else is broken.
    var furtherProblems: HTML {
        let problems = verdict.also.map { problem -> HTML in
            let show = problem.entry.map {
                "<p>Its fix:</p>\n\(command(report.showCommand(for: $0)))" as HTML
            }
            return """
                <h3>\(problem.component): \(problem.reason)</h3>
                \(facts(of: problem))\(probes(problem.evidence))\(show ?? .empty)
                """
        }
        return "\(problems)"
    }
}
