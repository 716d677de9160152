extension HTMLReport {
    /// The graph of the components, and the same as a list.
    var components: HTML {
        let map = ComponentMap(of: verdict)
        if map.components.isEmpty { return .empty }
        let drawing = GraphDrawing(of: map)
        let rest: HTML =
            drawing.omitted > 0
            ? "<p>\(drawing.omitted) more are in the list alone.</p>\n" : .empty
        let hasNeeds = map.components.contains { !$0.needs.isEmpty }
        let meaning: HTML =
            hasNeeds
            ? "<p class=\"quiet\">An arrow leads to what a component needs.</p>\n" : .empty
        return """
            \(meaning)<div class="graph" tabindex="0" role="region" \
            aria-label="Drawing of the components">
            \(drawing.svg)</div>
            \(rest)<details>
            <summary>The same as a list</summary>
            \(list(of: map))</details>

            """
    }

    private func list(of map: ComponentMap) -> HTML {
        let ordered = map.components.enumerated()
            .sorted { ($0.element.standing, $0.offset) < ($1.element.standing, $1.offset) }
            .map(\.element)
        return HTML.list(
            ordered.map { component in
                let needs: HTML =
                    component.needs.isEmpty
                    ? .empty : "; needs \(component.needs.joined(separator: ", "))"
                let counts: HTML = component.counts.isEmpty ? .empty : " (\(component.counts))"
                return """
                    <strong>\(component.name)</strong>: \(component.standing.mark) \
                    \(component.standing.words)\(counts)\(needs)
                    """
            })
    }
}
