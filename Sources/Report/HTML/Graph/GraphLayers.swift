/// Puts the nodes of a graph into layers so that what needs something stands above it (the layer
/// assignment of Sugiyama, Tagawa and Toda, 1981), the same graph always in the same way.
struct GraphLayers {
    /// An edge from what needs to what is needed.
    struct Edge: Hashable {
        /// The node in the upper layer.
        var upper: Int
        /// The node in a lower layer.
        var lower: Int
        /// Whether it is the lower one that needs the upper one, as one in each circle must.
        var isReversed: Bool
    }

    /// The nodes of each layer, the uppermost first; nodes without edges are in none.
    private(set) var layers: [[Int]] = []
    /// The edges, in order of the nodes.
    private(set) var edges: [Edge] = []

    private static let sweeps = 4

    /// Arranges a graph.
    ///
    /// - Parameter needs: Which nodes each node needs, by position; itself left out, each once.
    init(_ needs: [[Int]]) {
        edges = Self.withoutCircles(needs)
        let depths = Self.depths(of: needs.count, edges)
        let linked = Set(edges.flatMap { [$0.upper, $0.lower] })
        for node in needs.indices where linked.contains(node) {
            while layers.count <= depths[node] { layers.append([]) }
            layers[depths[node]].append(node)
        }
        arrange(count: needs.count)
    }

    /// All edges, those turned round that lead back to a node from which a walk came.
    private static func withoutCircles(_ needs: [[Int]]) -> [Edge] {
        enum Mark { case new, open, done }
        var marks = [Mark](repeating: .new, count: needs.count)
        var edges: [Edge] = []
        for start in needs.indices where marks[start] == .new {
            marks[start] = .open
            var walk = [(node: start, next: 0)]
            while let (node, next) = walk.last {
                guard next < needs[node].count else {
                    marks[node] = .done
                    walk.removeLast()
                    continue
                }
                walk[walk.count - 1].next += 1
                let needed = needs[node][next]
                let isBack = marks[needed] == .open
                edges.append(
                    Edge(
                        upper: isBack ? needed : node, lower: isBack ? node : needed,
                        isReversed: isBack))
                if marks[needed] == .new {
                    marks[needed] = .open
                    walk.append((needed, 0))
                }
            }
        }
        return edges
    }

    /// The length of the longest way down to each node, which keeps all edges leading down.
    private static func depths(of count: Int, _ edges: [Edge]) -> [Int] {
        var depths = [Int](repeating: 0, count: count)
        var waiting = [Int](repeating: 0, count: count)
        var below = [[Int]](repeating: [], count: count)
        for edge in edges {
            waiting[edge.lower] += 1
            below[edge.upper].append(edge.lower)
        }
        var ready = waiting.indices.filter { waiting[$0] == 0 }
        while let node = ready.popLast() {
            for lower in below[node] {
                depths[lower] = max(depths[lower], depths[node] + 1)
                waiting[lower] -= 1
                if waiting[lower] == 0 { ready.append(lower) }
            }
        }
        // What nothing needs goes down to right above what it needs.
        let needed = Set(edges.map(\.lower))
        for node in depths.indices where !needed.contains(node) {
            depths[node] = max(0, (below[node].map { depths[$0] }.min() ?? 1) - 1)
        }
        return depths
    }

    /// Orders each layer by where the neighbours of its nodes stand on average, which keeps
    /// crossings few, going down and up a few times.
    private mutating func arrange(count: Int) {
        var neighbours = [[Int]](repeating: [], count: count)
        for edge in edges {
            neighbours[edge.upper].append(edge.lower)
            neighbours[edge.lower].append(edge.upper)
        }
        var places = [Double](repeating: 0, count: count)
        func place(_ layer: [Int]) {
            for (offset, node) in layer.enumerated() {
                places[node] = (Double(offset) + 0.5) / Double(layer.count)
            }
        }
        layers.forEach(place)
        for sweep in 0..<Self.sweeps {
            let order = sweep.isMultiple(of: 2) ? Array(layers.indices) : layers.indices.reversed()
            for index in order {
                let wanted = layers[index].enumerated().map { offset, node in
                    let around = neighbours[node].map { places[$0] }
                    return (around.reduce(0, +) / Double(max(around.count, 1)), offset, node)
                }
                layers[index] = wanted.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
                place(layers[index])
            }
        }
    }
}
