import Foundation
import Testing

@testable import Catalog

@Suite struct LintRuleRegistryTests {
    @Test("the registry has every rule of the folder, and each has tests of its name")
    func folder() throws {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let rules = tests.deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/Catalog/Linting/Rules")
        let names = { (folder: URL) in
            try FileManager.default.contentsOfDirectory(atPath: folder.path).map {
                $0.replacing("Tests.swift", with: "").replacing(".swift", with: "")
            }.sorted()
        }
        let registered = LintRuleRegistry.rules.map { "\($0)" }.sorted()
        #expect(try names(rules) == registered)
        #expect(try names(tests.appendingPathComponent("Rules")) == registered)
    }

    @Test("names are unique, and descriptions are sentences without a full stop")
    func descriptions() {
        let descriptions = LintRuleRegistry.descriptions
        #expect(Set(descriptions.map(\.name)).count == descriptions.count)
        for rule in descriptions {
            #expect(rule.name.allSatisfy { $0 == "-" || ($0.isLowercase && $0.isASCII) })
            #expect(rule.abstract.first?.isUppercase == true || rule.abstract.hasPrefix("last_"))
            #expect(!rule.abstract.hasSuffix("."))
        }
    }

    @Test("the shipped runbooks are clean on the day after they were verified")
    func shipped() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("runbooks")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".md") }
        let sources = try names.map {
            RunbookSource(
                file: $0, bytes: Array(try Data(contentsOf: folder.appendingPathComponent($0))))
        }
        #expect(sources.count == 6)
        let catalog = Catalog.load(sources: sources)
        let day = try #require(catalog.runbooks.compactMap(\.lastVerified).max())
        let surroundings = LintSurroundings(today: day) {
            names.contains($0)
        } read: { _ in
            nil
        }
        #expect(Linter.diagnostics(of: catalog, from: sources, in: surroundings) == [])
    }
}
