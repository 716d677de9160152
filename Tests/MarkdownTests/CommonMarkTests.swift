import Foundation
import Markdown
import Testing

/// One example of the CommonMark specification.
private struct Example: Decodable {
    var markdown: String
    var html: String
    var example: Int
    var section: String
}

/// The examples, read from where the specification lies beside the repository.
private enum Specification {
    /// `../shared/commonmark/spec.json`, seen from the root of the repository.
    static var url: URL {
        let file = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        let root = file.deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return root.deletingLastPathComponent().appending(path: "shared/commonmark/spec.json")
    }

    static var isPresent: Bool { FileManager.default.fileExists(atPath: url.path) }

    static func examples() throws -> [String: [Example]] {
        let examples = try JSONDecoder().decode([Example].self, from: Data(contentsOf: url))
        return Dictionary(grouping: examples, by: \.section)
    }
}

@Suite(
    "CommonMark 0.31.2 conformance",
    .enabled(if: Specification.isPresent, "no specification beside the repository"))
struct CommonMarkTests {
    /// A section of the specification and the share of its examples that must pass.
    struct Goal: CustomTestStringConvertible {
        var section: String
        var share: Double

        var testDescription: String { "\(section) ≥ \(Int(share * 100)) %" }
    }

    static let goals: [Goal] =
        [
            "Tabs", "Precedence", "Thematic breaks", "ATX headings", "Setext headings",
            "Indented code blocks", "Fenced code blocks", "Paragraphs", "Block quotes",
            "List items", "Lists",
        ].map { Goal(section: $0, share: 1) }
        + ["HTML blocks", "Link reference definitions", "Blank lines"].map {
            Goal(section: $0, share: 0.95)
        }
        + [
            "Backslash escapes", "Entity and numeric character references", "Inlines",
            "Code spans", "Emphasis and strong emphasis", "Links", "Images", "Autolinks",
            "Raw HTML", "Hard line breaks", "Soft line breaks", "Textual content",
        ].map { Goal(section: $0, share: 0.85) }

    @Test("the examples of a section render as the specification says", arguments: goals)
    func section(_ goal: Goal) throws {
        let examples = try #require(try Specification.examples()[goal.section])
        let failed = examples.filter { example in
            // A blank line in front changes nothing, but keeps `---` from being front matter.
            let document = Document(parsing: "\n" + example.markdown)
            return HTMLRenderer.render(document) != example.html
        }
        let passed = examples.count - failed.count
        print("CommonMark \(goal.section): \(passed)/\(examples.count)")
        #expect(
            Double(passed) >= goal.share * Double(examples.count),
            "failed: \(failed.map(\.example))")
    }

    @Test("every section of the specification has a goal")
    func everySectionHasAGoal() throws {
        #expect(try Set(Specification.examples().keys) == Set(Self.goals.map(\.section)))
    }
}
