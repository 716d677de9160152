import Testing

@testable import Catalog

@Suite("Variables")
struct VariableReferenceTests {
    @Test(
        "names are found with and without defaults",
        arguments: [
            ("${URL}/x", ["URL"], [nil]), ("${a:-*}/${b:-}", ["a", "b"], ["*", ""]),
            ("$$ $HOME {a} ${1x} ${a b} ${", [], []), ("${A}${A}", ["A", "A"], [nil, nil]),
            ("$${A}", [], []), ("${a ${B}", ["B"], [nil]),
        ] as [(String, [String], [String?])])
    func references(text: String, names: [String], defaults: [String?]) {
        let references = VariableReference.references(in: text)
        #expect(references.map(\.name) == names)
        #expect(references.map(\.defaultValue) == defaults)
    }

    @Test(
        "variables are filled in",
        arguments: [
            ("${SET}/x", "v/x"), ("${NONE:-d}", "d"), ("${EMPTY:-d}", "d"), ("${EMPTY}", ""),
            ("$${SET}", "${SET}"), ("a$$b", "a$b"), ("^x$", "^x$"), ("${SET", "${SET"),
            ("ü${SET}ü", "üvü"), ("${NONE:-a:b-c}", "a:b-c"),
        ])
    func expands(text: String, expected: String) {
        let values = ["SET": "v", "EMPTY": ""]
        #expect(VariableReference.expand(text) { values[$0] } == .expanded(expected))
    }

    @Test("unset names are told once each, in order")
    func unset() {
        let expansion = VariableReference.expand("${b} ${a} ${b} ${c:-d}") { _ in nil }
        #expect(expansion == .unset(["b", "a"]))
    }

    @Test("a line names the variables of its subject and values")
    func ofLine() throws {
        let line = try ProbeLine(words: ["http", "${A}/x", "of=${B:-c}"])
        #expect(line.variables.map(\.name) == ["A", "B"])
    }

    @Test("many unclosed references take no longer than one pass")
    func linear() {
        let text = String(repeating: "${a", count: 200_000) + "}"
        #expect(VariableReference.references(in: text).count == 1)
    }
}
