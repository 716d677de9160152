import Testing

@testable import Report

@Suite struct GraphLayoutTests {
    private static let graphs: [[[Int]]] = [
        [[]],
        [[1], []],
        [[1], [0]],
        [[1, 4], [2], [3], [4], [], []],
        (0..<200).map { node in node == 0 ? Array(1..<200) : [] },
        (0..<200).map { node in node == 0 ? [] : [node / 2] },
    ]

    @Test("no two boxes meet, and all lie in the drawing", arguments: graphs)
    func boxes(needs: [[Int]]) {
        let layout = GraphLayout(needs)
        #expect(layout.centres.count == needs.count)
        for (index, centre) in layout.centres.enumerated() {
            #expect(centre.x >= GraphLayout.box.width / 2)
            #expect(centre.x + GraphLayout.box.width / 2 <= layout.width)
            #expect(centre.y + GraphLayout.box.height / 2 <= layout.height)
            let meets = layout.centres[..<index].contains { other in
                abs(other.x - centre.x) < GraphLayout.box.width
                    && abs(other.y - centre.y) < GraphLayout.box.height
            }
            #expect(!meets)
        }
    }

    @Test("lines lead from box to box and through none between", arguments: graphs)
    func lines(needs: [[Int]]) {
        let layout = GraphLayout(needs)
        #expect(layout.lines.count == needs.map(\.count).reduce(0, +))
        for line in layout.lines {
            let inside = line.points.dropFirst().dropLast().filter { point in
                layout.centres.contains { centre in
                    abs(centre.x - point.x) < GraphLayout.box.width / 2
                        && abs(centre.y - point.y) < GraphLayout.box.height / 2 + 1
                }
            }
            #expect(inside.isEmpty)
            #expect(line.points.allSatisfy { (0...layout.width).contains($0.x) })
        }
    }

    @Test("it is never wider than a page")
    func width() {
        #expect(Self.graphs.allSatisfy { GraphLayout($0).width <= 832 })
    }
}
