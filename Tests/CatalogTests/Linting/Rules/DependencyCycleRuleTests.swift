import Testing

@testable import Catalog

@Suite struct DependencyCycleRuleTests {
    private func findings(_ depends: String) -> [String] {
        Linted.findings(DependencyCycleRule.self, "---\ndepends:\(depends)\n---\n\n# S\n")
    }

    @Test(
        "dependencies that come to an end are fine",
        arguments: [
            " { a: [b], b: [c] }", " { a: [b, c], b: [d], c: [d] }", "", "\n  a: b\n  b: [c, d]",
        ])
    func fine(depends: String) {
        #expect(findings(depends) == [])
    }

    @Test(
        "each circle is told once, where it starts",
        arguments: [
            (" { a: [a] }", ["2:12 'a' needs itself"]),
            (
                "\n  portal: [queue, database]\n  database: [portal]\n  queue: []",
                ["3:3 these need each other in a circle: portal → database → portal"]
            ),
            (
                "\n  z: [a]\n  a: [b]\n  b: [c]\n  c: [a]\n  q: [q]",
                [
                    "4:3 these need each other in a circle: a → b → c → a",
                    "7:3 'q' needs itself",
                ]
            ),
        ])
    func told(depends: String, expected: [String]) {
        #expect(findings(depends) == expected)
    }

    @Test("a long chain is followed to its end")
    func long() {
        let chain = (0..<20_000).map { "\n  c\($0): [c\($0 + 1)]" }.joined()
        #expect(findings(chain) == [])
        #expect(findings(chain + "\n  c20000: [c19999]").count == 1)
    }
}
