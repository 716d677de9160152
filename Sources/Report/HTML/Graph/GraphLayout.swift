/// Where the components of a graph and the lines between them are drawn, in pixels.
struct GraphLayout {
    /// A place.
    struct Point: Hashable {
        var x: Int
        var y: Int
    }

    /// A line between two components.
    struct Line: Hashable {
        /// The component that needs, by position.
        var from: Int
        /// The component that is needed.
        var to: Int
        /// The way from the upper to the lower box: ends and the gaps that it goes through.
        var points: [Point]
        /// Whether the needed component is the upper one.
        var pointsUp: Bool
    }

    /// The size of a box.
    static let box = (width: 176, height: 56)
    /// How many boxes stand side by side at most, so that they fit on paper and on most screens.
    static let columns = 4

    private static let gap = (x: 20, y: 40)
    private static let margin = 20

    /// The centre of each component's box, by position.
    private(set) var centres: [Point]
    /// The lines.
    private(set) var lines: [Line] = []
    /// The size of the drawing.
    let width: Int
    /// The size of the drawing.
    let height: Int

    private let rows: [[Int]]

    /// Lays out components, given which ones each needs, by position.
    init(_ needs: [[Int]]) {
        let layers = GraphLayers(needs)
        let linked = Set(layers.layers.joined())
        let alone = needs.indices.filter { !linked.contains($0) }
        rows = (layers.layers + [alone]).flatMap(Self.rows)
        let widest = rows.map(\.count).max() ?? 0
        width = 2 * Self.margin + max(0, Self.span(widest))
        height =
            2 * (Self.margin / 2) + max(0, rows.count * (Self.box.height + Self.gap.y) - Self.gap.y)
        centres = [Point](repeating: Point(x: 0, y: 0), count: needs.count)
        var rowOf = [Int](repeating: 0, count: needs.count)
        for (number, row) in rows.enumerated() {
            let left = (width - Self.span(row.count)) / 2
            for (offset, node) in row.enumerated() {
                rowOf[node] = number
                centres[node] = Point(
                    x: left + offset * (Self.box.width + Self.gap.x) + Self.box.width / 2,
                    y: top(ofRow: number) + Self.box.height / 2)
            }
        }
        lines = layers.edges.enumerated().map { offset, edge in
            // Lines that take the same gap stay apart.
            let shift = (offset % 3 - 1) * Self.gap.x / 4
            return Line(
                from: edge.isReversed ? edge.lower : edge.upper,
                to: edge.isReversed ? edge.upper : edge.lower,
                points: way(from: edge.upper, to: edge.lower, rowOf, shift: shift),
                pointsUp: edge.isReversed)
        }
    }

    /// A layer in rows of at most as many boxes as fit, about as many in each.
    private static func rows(of layer: [Int]) -> [[Int]] {
        let count = (layer.count + columns - 1) / columns
        return (0..<count).map { row in
            Array(layer[row * layer.count / count..<(row + 1) * layer.count / count])
        }
    }

    private static func span(_ count: Int) -> Int { count * (box.width + gap.x) - gap.x }

    private func top(ofRow row: Int) -> Int {
        Self.margin / 2 + row * (Self.box.height + Self.gap.y)
    }

    /// The way of a line: through each row between, it takes the gap beside a box that lies nearest.
    private func way(from upper: Int, to lower: Int, _ rowOf: [Int], shift: Int) -> [Point] {
        let start = Point(x: centres[upper].x, y: centres[upper].y + Self.box.height / 2)
        let end = Point(x: centres[lower].x, y: centres[lower].y - Self.box.height / 2)
        var points = [start]
        for row in rowOf[upper] + 1..<max(rowOf[upper] + 1, rowOf[lower]) {
            let share = row - rowOf[upper]
            let wanted = start.x + (end.x - start.x) * share / (rowOf[lower] - rowOf[upper])
            let x = gaps(in: row).min { abs($0 - wanted) < abs($1 - wanted) } ?? wanted
            points.append(Point(x: x + shift, y: top(ofRow: row)))
            points.append(Point(x: x + shift, y: top(ofRow: row) + Self.box.height))
        }
        return points + [end]
    }

    /// The middle of each gap of a row, the one to the left of it and the one to the right too.
    private func gaps(in row: Int) -> [Int] {
        let left = (width - Self.span(rows[row].count)) / 2 - Self.gap.x / 2
        return (0...rows[row].count).map { left + $0 * (Self.box.width + Self.gap.x) }
    }
}
