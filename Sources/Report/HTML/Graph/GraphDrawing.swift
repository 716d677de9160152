/// The components of a run as a drawing in SVG, which a list says in words, too.
///
/// Attributes say the little that keeps it readable where a style sheet is taken away, as mail does.
struct GraphDrawing {
    private let components: [ComponentMap.Component]
    private let layout: GraphLayout
    /// How many components are left out of the drawing, none of which fails unless all drawn do.
    let omitted: Int

    /// How many components are drawn.
    private static let most = 200

    /// Draws a map; the most urgent components where there are too many.
    init(of map: ComponentMap) {
        let urgent = map.components.enumerated()
            .sorted { ($0.element.standing, $0.offset) < ($1.element.standing, $1.offset) }
            .prefix(Self.most).sorted { $0.offset < $1.offset }.map(\.element)
        components = urgent
        omitted = map.components.count - urgent.count
        let places = Dictionary(
            urgent.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        layout = GraphLayout(urgent.map { $0.needs.compactMap { places[$0] } })
    }

    /// The drawing.
    var svg: HTML {
        """
        <svg role="img" aria-labelledby="graph-title graph-words" width="\(layout.width)" \
        height="\(layout.height)" viewBox="0 0 \(layout.width) \(layout.height)" \
        xmlns="http://www.w3.org/2000/svg">
        <title id="graph-title">How the components stand</title>
        <desc id="graph-words">\(words)</desc>
        <defs>
        \(Self.marker("arrow", style: "arrow"))\(Self.marker("carried", style: "carried"))</defs>
        \(lines)\(components.indices.map(box))</svg>

        """
    }

    /// What the drawing shows, in a sentence.
    private var words: String {
        let told = ComponentMap.Standing.allCases.compactMap { standing -> String? in
            let names = components.filter { $0.standing == standing }.map(\.name)
            if names.isEmpty { return nil }
            let who = standing < .unknown ? names.joined(separator: ", ") : "\(names.count)"
            return "\(standing.words): \(who)"
        }
        return told.joined(separator: "; ") + ". The list below says what each needs."
    }

    private static func marker(_ name: String, style: String) -> HTML {
        """
        <marker id="\(name)" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" \
        markerHeight="9" markerUnits="userSpaceOnUse" orient="auto-start-reverse">\
        <path class="\(style)" d="M0 0L10 5L0 10z"/></marker>

        """
    }

    /// The arrows, those along which the failure comes above the others.
    private var lines: [HTML] {
        let carrying = layout.lines.filter(isCarrying)
        return layout.lines.filter { !isCarrying($0) }.map { line($0, isCarrying: false) }
            + carrying.map { line($0, isCarrying: true) }
    }

    private func isCarrying(_ line: GraphLayout.Line) -> Bool {
        components[line.from].standing == .follows && components[line.to].standing <= .follows
    }

    /// An arrow from what needs to what is needed.
    private func line(_ line: GraphLayout.Line, isCarrying: Bool) -> HTML {
        let marker = "marker-\(line.pointsUp ? "start" : "end")"
        return """
            <path class="edge\(isCarrying ? " carries" : "")" fill="none" stroke="gray" \
            d="\(Self.path(line.points))" \
            \(raw: marker)="url(#\(isCarrying ? "carried" : "arrow"))"/>

            """
    }

    /// Bows from row to row, straight past the boxes of a row.
    private static func path(_ points: [GraphLayout.Point]) -> String {
        guard let start = points.first else { return "" }
        var path = "M\(start.x) \(start.y)"
        var last = start
        for point in points.dropFirst() {
            if point.x == last.x {
                path += "V\(point.y)"
            } else {
                let middle = (last.y + point.y) / 2
                path += "C\(last.x) \(middle) \(point.x) \(middle) \(point.x) \(point.y)"
            }
            last = point
        }
        return path
    }

    private func box(_ index: Int) -> HTML {
        let component = components[index]
        let centre = layout.centres[index]
        let left = centre.x - GraphLayout.box.width / 2
        let top = centre.y - GraphLayout.box.height / 2
        let name = GraphLabel.lines(of: component.name)
        let first = top + (name.count == 1 ? 23 : 18)
        let lines = name.enumerated().map { offset, line -> HTML in
            "<text x=\"\(centre.x)\" y=\"\(first + offset * 14)\" text-anchor=\"middle\">\(line)</text>\n"
        }
        return """
            <g class="box \(component.standing.style)">
            <title>\(component.name)</title>
            <rect x="\(left)" y="\(top)" width="\(GraphLayout.box.width)" \
            height="\(GraphLayout.box.height)" rx="6" fill="none" stroke="gray"/>
            \(lines)<text class="standing" x="\(centre.x)" y="\(top + 47)" text-anchor="middle">\
            \(component.standing.mark) \(component.standing.words)</text>
            </g>

            """
    }
}

extension ComponentMap.Standing {
    /// The class of its box in the style sheet.
    fileprivate var style: String {
        switch self {
        case .root: "root"
        case .broken: "broken"
        case .follows: "follows"
        case .unknown: "unknown"
        case .passes: "passes"
        case .unprobed: "unprobed"
        }
    }
}
