import Catalog
import Machine
import Probes
import Redaction
import Testing

@testable import Triage

@Suite("Look queue") struct LookQueueTests {
    /// Looks of these lines, in order.
    private static func looks(_ lines: [String]) throws -> [Look] {
        let plan = TriagePlan(
            lines: try lines.map { line in
                try ProbeLine(words: line.split(separator: " ").map(String.init))
            },
            variables: VariableScope(), timeout: .seconds(5))
        return Look.looks(of: plan, redactor: Redactor())
    }

    private static func titles(_ queue: inout LookQueue) -> [String] {
        var titles: [String] = []
        while let look = queue.next() { titles.append(look.title) }
        return titles
    }

    @Test("looks begin in the plan's order, as many of each sort as may")
    func limits() throws {
        let looks = try Self.looks([
            "file a exists=true", "http http://a.test/ status=200", "file b exists=true",
            "http http://b.test/ status=200", "tcp c.test:1 open=true", "file d exists=true",
        ])
        var queue = LookQueue(looks, limits: LookLimits(all: 3, working: 1))
        #expect(Self.titles(&queue) == ["file a", "http http://a.test/", "http http://b.test/"])
        queue.finish(looks[0])
        #expect(Self.titles(&queue) == ["file b"])
        queue.finish(looks[1])
        queue.finish(looks[2])
        #expect(Self.titles(&queue) == ["tcp c.test:1", "file d"])
        #expect(Self.titles(&queue).isEmpty)
    }
}
