import Catalog
import Foundation
import Testing
import runbooks

@testable import Search

/// Measures ranking over many queries at once; the floors lie a little below what it reaches.
@Suite("Search quality")
struct SearchQualityTests {
    struct Query {
        var text: String
        var answers: Set<String>
        var style: String
        var isNegative: Bool { answers.isEmpty }
    }

    struct Outcome {
        var query: Query
        var reciprocalRank: Double
        var isAnswered: Bool
    }

    @Test("the queries of the shared set find their entries, the others find none")
    func sharedQueries() throws {
        guard let queries = Self.sharedQueries else {
            print("search quality: skipped, there is no ../shared/symptom-queries.tsv")
            return
        }
        let entries = ShippedRunbooks.catalog.entries
        let index = SearchIndex(entries: entries)
        let outcomes = queries.map { Self.outcome(of: $0, in: index) }
        let real = outcomes.filter { !$0.query.isNegative }
        let negative = outcomes.filter { $0.query.isNegative }
        try #require(!real.isEmpty && !negative.isEmpty)

        let meanReciprocalRank = Self.mean(real.map(\.reciprocalRank))
        let firstIsRight = Self.mean(real.map { $0.reciprocalRank == 1 ? 1 : 0 })
        let realAnswered = Self.mean(real.map { $0.isAnswered ? 1 : 0 })
        let negativesAnswered = Self.mean(negative.map { $0.isAnswered ? 1 : 0 })
        print("search quality: MRR@10 \(meanReciprocalRank), recall@1 \(firstIsRight)")
        print("search quality: real answered \(realAnswered), negatives \(negativesAnswered)")
        for (style, group) in Dictionary(grouping: real, by: \.query.style) {
            print("search quality: \(style) MRR@10 \(Self.mean(group.map(\.reciprocalRank)))")
        }
        let foreign = real.filter { Self.sharesNoWord($0.query, with: entries) }
        let foreignReciprocalRank = Self.mean(foreign.map(\.reciprocalRank))
        print("search quality: no word of the title MRR@10 \(foreignReciprocalRank)")
        #expect(meanReciprocalRank >= 0.96)
        #expect(foreign.count >= 5 && foreignReciprocalRank >= 0.85)
        #expect(firstIsRight >= 0.94)
        #expect(realAnswered >= 0.95)
        #expect(negativesAnswered <= 0.1)
    }

    /// The queries beside the repository, or `nil` where there are none.
    static var sharedQueries: [Query]? {
        let root = URL(filePath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let file = root.deletingLastPathComponent().appending(path: "shared/symptom-queries.tsv")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
        return text.split(separator: "\n").dropFirst().compactMap { line in
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard columns.count >= 3 else { return nil }
            return Query(
                text: String(columns[0]),
                answers: Set(columns[1].split(separator: ",").map(String.init)),
                style: String(columns[2]))
        }
    }

    private static func outcome(of query: Query, in index: SearchIndex) -> Outcome {
        let result = index.search(query.text)
        let place = (result.matches + result.nearest).firstIndex {
            query.answers.contains($0.entry.id)
        }
        return Outcome(
            query: query, reciprocalRank: place.map { 1 / Double($0 + 1) } ?? 0,
            isAnswered: !result.matches.isEmpty)
    }

    /// Whether a query has no telling word, in whatever form, of the title of any of its answers.
    private static func sharesNoWord(_ query: Query, with entries: [Entry]) -> Bool {
        let words = stems(of: query.text)
        return entries.filter { query.answers.contains($0.id) }
            .allSatisfy { words.isDisjoint(with: stems(of: $0.title)) }
    }

    private static func stems(of text: String) -> Set<[UInt8]> {
        var text = text.lowercased()
        var stemmer = Stemmer()
        let words = text.withUTF8 { bytes in
            Tokenizer.tokens(in: bytes).map { Array(bytes[$0.start..<$0.end]) }
        }
        return Set(words.filter { !StopWords.empty.contains($0) }.map { stemmer.stem($0) })
    }

    private static func mean(_ values: [Double]) -> Double {
        values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
    }
}
