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
        var total = Score()
        for line in gold.split(separator: UInt8(ascii: "\n")) {
            let annotation = try JSONDecoder().decode(Annotation.self, from: Data(line))
            add(annotation, to: &total)
        }
        print(
            String(
                format: "annotated documents: precision %.3f recall %.3f F1 %.3f (%d, %d, %d)",
                total.precision, total.recall, total.f1, total.found, total.invented, total.missed))
        #expect(total.f1 >= 0.97)
    }

    /// Compares a document's entries with its annotation by line, or by title.
    private func add(_ annotation: Annotation, to score: inout Score) {
        let path = Self.folder.appendingPathComponent("docs/\(annotation.doc)").path
        guard let bytes = FileManager.default.contents(atPath: path) else { return }
        let source = RunbookSource(file: annotation.doc, bytes: Array(bytes))
        var missing = annotation.entries
        for entry in Catalog.load(sources: [source]).entries where entry.kind == .failure {
            let matches = { (item: Annotation.Item) in
                item.line == entry.location.line || same(item.title, entry.title)
            }
            if let index = missing.firstIndex(where: matches) {
                missing.remove(at: index)
                score.found += 1
            } else if annotation.neutral?.contains(where: matches) != true {
                score.invented += 1
            }
        }
        score.missed += missing.count
    }

    /// Whether two titles have the same words.
    private func same(_ left: String, _ right: String) -> Bool {
        EntryIdentifier.slug(of: left) == EntryIdentifier.slug(of: right)
    }
}
