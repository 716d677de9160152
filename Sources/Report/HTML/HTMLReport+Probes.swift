import Catalog
import Triage

extension HTMLReport {
    /// Every result that no problem shows as its evidence: what follows, what could not be observed,
    /// and folded away what passed.
    var allProbes: HTML {
        let shown = Set(verdict.problems.flatMap(\.evidence))
        let following = verdict.results(.fail).filter { !shown.contains($0) }
        let groups = [
            group("Failed because of the above", following, isOpen: true),
            group("Could not be observed", verdict.results(.unknown), isOpen: true),
            group("Passed", verdict.results(.pass), isOpen: false),
        ]
        return "\(groups)"
    }

    private func group(_ title: String, _ results: [ProbeResult], isOpen: Bool) -> HTML {
        if results.isEmpty { return .empty }
        return """
            <details\(isOpen ? " open" : "" as HTML)>
            <summary>\(title) (\(results.count))</summary>
            \(probes(results))</details>

            """
    }

    /// Results as a list: the line, what was seen against what was expected, and where it stands.
    func probes(_ results: [ProbeResult]) -> HTML {
        "<ul class=\"probes\">\n\(results.map(item))</ul>\n"
    }

    private func item(_ result: ProbeResult) -> HTML {
        """
        <li class="\(result.outcome.rawValue)"><span class="mark">\(result.outcome.mark)\
        <span class="hidden"> \(result.outcome.participle): </span></span>\
        <code>\(result.line.text)</code>
        <dl>
        \(facts(of: result))</dl>
        \(log(result.evidence))</li>

        """
    }

    private func facts(of result: ProbeResult) -> HTML {
        var facts: [HTML] = []
        func add(_ label: String, _ value: HTML) {
            facts.append("<dt>\(label)</dt><dd>\(value)</dd>\n")
        }
        let isFailure = result.outcome == .fail
        if !result.observed.isEmpty { add("saw", "<span class=\"saw\">\(result.observed)</span>") }
        if isFailure { add("expected", "<code>\(result.expected)</code>") }
        if isFailure, let reason = result.line.reason { add("means", "\(reason)") }
        add(
            "from",
            """
            <span class="quiet">\(result.component), \(Self.place(result.line.location)), \
            \(result.duration.runText)</span>
            """)
        return "\(facts)"
    }

    private func log(_ lines: [String]) -> HTML {
        lines.isEmpty ? .empty : "<pre class=\"log\">\(HTML.lines(lines))</pre>\n"
    }
}
