import Foundation
import Testing

@testable import Catalog

@Suite("Documents of strangers")
struct WildDocumentsTests {
    /// Where the annotated documents lie beside the repository, if anywhere.
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("shared/wild")

    /// One annotated document.
    private struct Annotation: Decodable {
        struct Item: Decodable {
            var title: String
            var line: Int
            var hasCause: Bool?
            var hasFix: Bool?

            enum CodingKeys: String, CodingKey {
                case title
                case line
                case hasCause = "has_cause"
                case hasFix = "has_fix"
            }
        }
        var doc: String
        var entries: [Item]
        var neutral: [Item]?
    }

    /// What was found, invented and missed.
    private struct Score {
        var found = 0
        var invented = 0
        var missed = 0
        var precision: Double { Double(found) / Double(max(1, found + invented)) }
        var recall: Double { Double(found) / Double(max(1, found + missed)) }
        var f1: Double { 2 * precision * recall / max(0.001, precision + recall) }

        /// Counts one answer against what is true.
        mutating func count(_ answer: Bool, truly: Bool) {
            found += answer && truly ? 1 : 0
            invented += answer && !truly ? 1 : 0
            missed += !answer && truly ? 1 : 0
        }

        /// The score in words.
        func line(_ name: String) -> String {
            String(
                format: "annotated documents, %@: precision %.3f recall %.3f F1 %.3f (%d, %d, %d)",
                name, precision, recall, f1, found, invented, missed)
        }
    }

    /// The scores of a reading.
    private struct Scores {
        var entries = Score()
        var causes = Score()
        var fixes = Score()
    }

    @Test("almost every failure of annotated documents is found, and little else")
    func score() throws {
        guard
            let gold = FileManager.default.contents(
                atPath: Self.folder.appendingPathComponent("gold.jsonl").path)
        else {
            print("skipped: no annotated documents beside the repository")
            return
        }
        var total = Scores()
        for line in gold.split(separator: UInt8(ascii: "\n")) {
            let annotation = try JSONDecoder().decode(Annotation.self, from: Data(line))
            add(annotation, to: &total)
        }
        print(total.entries.line("entries"))
        print(total.causes.line("has cause"))
        print(total.fixes.line("has fix"))
        #expect(total.entries.f1 >= 0.98)
        #expect(total.causes.f1 >= 0.88)
        #expect(total.fixes.f1 >= 0.92)
    }

    /// Compares a document's entries with its annotation by line, or by title.
    private func add(_ annotation: Annotation, to scores: inout Scores) {
        let path = Self.folder.appendingPathComponent("docs/\(annotation.doc)").path
        guard let bytes = FileManager.default.contents(atPath: path) else { return }
        let source = RunbookSource(file: annotation.doc, bytes: Array(bytes))
        var missing = annotation.entries
        for entry in Catalog.load(sources: [source]).entries where entry.kind == .failure {
            let matches = { (item: Annotation.Item) in
                item.line == entry.location.line || same(item.title, entry.title)
            }
            if let index = missing.firstIndex(where: matches) {
                let item = missing.remove(at: index)
                scores.entries.found += 1
                scores.causes.count(!entry.causes.isEmpty, truly: item.hasCause ?? false)
                scores.fixes.count(!entry.fixes.isEmpty, truly: item.hasFix ?? false)
            } else if annotation.neutral?.contains(where: matches) != true {
                scores.entries.invented += 1
            }
        }
        scores.entries.missed += missing.count
    }

    /// Whether two titles have the same words.
    private func same(_ left: String, _ right: String) -> Bool {
        EntryIdentifier.slug(of: left) == EntryIdentifier.slug(of: right)
    }
}
