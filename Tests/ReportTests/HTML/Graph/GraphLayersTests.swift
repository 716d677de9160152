import Testing

@testable import Report

@Suite struct GraphLayersTests {
    @Test(
        "what needs something stands above it, circles or not",
        arguments: [
            [[1], [2], []],
            [[1, 2], [3], [3], []],
            [[1], [0]],
            [[1], [2], [0, 3], []],
            [[1, 2, 3], [0], [0], [2]],
        ])
    func down(needs: [[Int]]) {
        let layers = GraphLayers(needs)
        Self.expectDown(layers, needs)
    }

    @Test("the layers are the shortest that can be")
    func depth() {
        #expect(GraphLayers([[1], [2], []]).layers == [[0], [1], [2]])
        // A node that nothing needs stands right above what it needs.
        #expect(GraphLayers([[1], [2], [], [2]]).layers == [[0], [1, 3], [2]])
        #expect(GraphLayers([[], []]).layers.isEmpty)
    }

    @Test("neighbours stand side by side, so that lines do not cross")
    func crossings() {
        let layers = GraphLayers([[3], [2], [], []]).layers
        #expect(layers == [[0, 1], [3, 2]] || layers == [[1, 0], [2, 3]])
    }

    @Test("two hundred components with circles are arranged, twice the same")
    func large() {
        let needs = (0..<200).map { (node: Int) -> [Int] in
            let needed: Set<Int> = [(node * 7 + 1) % 200, (node * node + 3) % 200, node / 2]
            return needed.subtracting([node]).sorted()
        }
        let layers = GraphLayers(needs)
        Self.expectDown(layers, needs)
        #expect(GraphLayers(needs).layers == layers.layers)
    }

    private static func expectDown(
        _ layers: GraphLayers, _ needs: [[Int]],
        sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) {
        var layerOf: [Int: Int] = [:]
        for (number, layer) in layers.layers.enumerated() {
            for node in layer { layerOf[node] = number }
        }
        let isDown = layers.edges.allSatisfy { edge in
            (layerOf[edge.upper] ?? 0) < (layerOf[edge.lower] ?? 0)
        }
        #expect(isDown, sourceLocation: sourceLocation)
        let stated = Set(
            layers.edges.map { $0.isReversed ? [$0.lower, $0.upper] : [$0.upper, $0.lower] })
        let wanted = Set(needs.enumerated().flatMap { node, needed in needed.map { [node, $0] } })
        #expect(stated == wanted, sourceLocation: sourceLocation)
    }
}
