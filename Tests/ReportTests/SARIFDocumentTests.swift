import Catalog
import Foundation
import Testing

@testable import Report

@Suite struct SARIFDocumentTests {
    private static let rules = [
        RuleDescription("one", .error, "First"), RuleDescription("two", .note, "Second"),
    ]

    private func run(_ diagnostics: [Diagnostic]) throws -> [String: Any] {
        let text = SARIFDocument.document(of: diagnostics, rules: Self.rules, version: "1.2.3")
        let log = try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(log["version"] as? String == "2.1.0")
        #expect((log["$schema"] as? String)?.hasSuffix("/sarif-schema-2.1.0.json") == true)
        let runs = try #require(log["runs"] as? [[String: Any]])
        #expect(runs.count == 1)
        return try #require(runs.first)
    }

    @Test("the driver has every rule, found or not")
    func rules() throws {
        let tool = try #require(try run([])["tool"] as? [String: Any])
        let driver = try #require(tool["driver"] as? [String: Any])
        #expect(driver["name"] as? String == "diagnose")
        #expect(driver["version"] as? String == "1.2.3")
        let rules = try #require(driver["rules"] as? [[String: Any]])
        #expect(rules.compactMap { $0["id"] as? String } == ["one", "two"])
        let levels = rules.compactMap {
            ($0["defaultConfiguration"] as? [String: Any])?["level"] as? String
        }
        #expect(levels == ["error", "note"])
        #expect(try run([])["results"] as? [[String: String]] == [])
    }

    @Test("a result names its rule by id and number, its level, text and place")
    func results() throws {
        let place = SourceLocation(file: "./docs/a b.md", line: 3, column: 7)
        let results = try #require(
            try run([
                Diagnostic(.note, rule: "two", "a \"b\"\u{1B}", at: place),
                Diagnostic(
                    .warning, rule: "unlisted", "c", at: SourceLocation(file: "x.md", line: 0)),
            ])["results"] as? [[String: Any]])
        #expect(results.map { $0["ruleId"] as? String } == ["two", "unlisted"])
        #expect(results.map { $0["ruleIndex"] as? Int } == [1, nil])
        #expect(results.map { $0["level"] as? String } == ["note", "warning"])
        #expect((results[0]["message"] as? [String: String])?["text"] == "a \"b\"\u{1B}")
        let location = try #require((results[0]["locations"] as? [[String: Any]])?.first)
        let physical = try #require(location["physicalLocation"] as? [String: Any])
        #expect(physical["artifactLocation"] as? [String: String] == ["uri": "docs/a%20b.md"])
        #expect(physical["region"] as? [String: Int] == ["startLine": 3, "startColumn": 7])
    }

    @Test(
        "a path is a URI reference",
        arguments: [
            ("a.md", "a.md"), ("././a.md", "a.md"), ("../ä.md", "../%C3%A4.md"),
            ("/srv/a#b.md", "file:///srv/a%23b.md"), ("embedded:x.md", "embedded%3Ax.md"),
            ("a:b/%.md", "a%3Ab/%25.md"),
        ])
    func address(path: String, address: String) {
        #expect(SARIFDocument.address(of: path) == address)
    }
}
