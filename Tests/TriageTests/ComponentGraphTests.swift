import Testing

@testable import Triage

@Suite struct ComponentGraphTests {
    /// portal needs mediamtx and migrations, migrations needs database.
    private let stack = ComponentGraph([
        "portal": ["mediamtx", "migrations"], "migrations": ["database"],
    ])

    @Test(
        "a root is a failing component that no other failing one explains",
        arguments: [
            (["portal"], ["portal"]),
            (["portal", "mediamtx"], ["mediamtx"]),
            (["portal", "database"], ["database"]),
            (["portal", "migrations", "database"], ["database"]),
            (["mediamtx", "database"], ["mediamtx", "database"]),
            (["elsewhere", "portal"], ["elsewhere", "portal"]),
            ([], []),
        ] as [(Set<String>, Set<String>)])
    func roots(failing: Set<String>, roots: Set<String>) {
        #expect(stack.roots(of: failing) == roots)
    }

    @Test("components that need each other do not explain one another")
    func cycle() {
        let graph = ComponentGraph(["a": ["b"], "b": ["a"], "c": ["a"]])
        #expect(graph.roots(of: ["a", "b", "c"]) == ["a", "b"])
        #expect(graph.needs(of: "a") == ["b"])
    }

    @Test("a component that needs itself is still a root")
    func selfReference() {
        #expect(ComponentGraph(["a": ["a"]]).roots(of: ["a"]) == ["a"])
    }

    @Test("dependencies of several sources are joined without repetition")
    func joined() {
        let joined = ComponentGraph.joined([
            ["portal": ["a", "b"]], ["portal": ["b", "c"], "x": []],
        ])
        #expect(joined == ["portal": ["a", "b", "c"], "x": []])
    }
}
