import Testing

@testable import Report

@Suite struct GraphLabelTests {
    @Test(
        "a name takes one line or two, its middle left out where it is longer",
        arguments: [
            ("portal", ["portal"]),
            ("", [""]),
            (String(repeating: "x", count: 21), [String(repeating: "x", count: 21)]),
            ("listener-page-with-a-long-name", ["listener-page-with-a-", "long-name"]),
            (
                String(repeating: "a", count: 30) + String(repeating: "z", count: 30),
                [String(repeating: "a", count: 21), "…" + String(repeating: "z", count: 20)]
            ),
            // Ideographs take two columns.
            (
                String(repeating: "界", count: 12),
                [String(repeating: "界", count: 10), "界界"]
            ),
        ])
    func lines(name: String, expected: [String]) {
        #expect(GraphLabel.lines(of: name) == expected)
    }
}
