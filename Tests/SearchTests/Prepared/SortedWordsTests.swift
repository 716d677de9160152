import Testing

@testable import Search

@Suite("Sorted words")
struct SortedWordsTests {
    private static let known = ["a", "port", "portal", "portals", "zebra"]

    /// Words as the program has them.
    private static func withWords(
        _ known: [String] = known, _ body: (SortedWords) throws -> Void
    ) throws {
        var starts = [0]
        for word in known { starts.append((starts.last ?? 0) + word.utf8.count) }
        let numbers = starts.flatMap { NumberTable.bytes(of: $0, width: 4) }
        try (numbers + known.flatMap(\.utf8)).withUnsafeBufferPointer { buffer in
            var rest = LastingBytes(buffer)
            let table = try #require(NumberTable(starts.count, width: 4, from: &rest))
            try body(SortedWords(count: known.count, starts: table, bytes: rest))
        }
    }

    @Test("each word is found at its place", arguments: known)
    func found(word: String) throws {
        try Self.withWords { words in
            let number = Array(word.utf8).withUnsafeBufferPointer { words.number(of: $0) }
            #expect(number == Self.known.firstIndex(of: word))
            #expect(number.map { words.length(of: $0) } == word.utf8.count)
        }
    }

    @Test("other words are not", arguments: ["", "A", "porta", "portall", "zz"])
    func unknown(word: String) throws {
        try Self.withWords { words in
            #expect(Array(word.utf8).withUnsafeBufferPointer { words.number(of: $0) } == nil)
        }
    }

    @Test(
        "words are found by their heads",
        arguments: [("port", 1..<4), ("portal", 2..<4), ("z", 4..<5), ("", 0..<5), ("q", 4..<4)])
    func heads(head: String, numbers: Range<Int>) throws {
        try Self.withWords { words in
            let found = Array(head.utf8).withUnsafeBufferPointer { words.numbers(beginning: $0) }
            #expect(found == numbers)
        }
    }

    @Test("no words, no numbers")
    func empty() throws {
        try Self.withWords([]) { words in
            #expect(Array("a".utf8).withUnsafeBufferPointer { words.number(of: $0) } == nil)
        }
    }
}
