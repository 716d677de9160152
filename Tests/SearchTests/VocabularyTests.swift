import Testing

@testable import Search

@Suite("Vocabulary")
struct VocabularyTests {
    @Test("a word keeps its number, however often it comes and however many others follow")
    func stableNumbers() {
        var vocabulary = Vocabulary(capacity: 4)
        for round in 0..<2 {
            for number in 0..<5000 {
                let word = Array("word\(number)".utf8)
                #expect(
                    word.withUnsafeBufferPointer { vocabulary.intern($0) } == number, "\(round)")
            }
        }
        #expect(vocabulary.count == 5000)
        #expect(vocabulary.word(4999) == Array("word4999".utf8))
        #expect(vocabulary.length(of: 7) == 5)
    }

    @Test("unknown words have no number")
    func unknown() {
        var vocabulary = Vocabulary()
        _ = Array("portal".utf8).withUnsafeBufferPointer { vocabulary.intern($0) }
        #expect(vocabulary.number(of: Array("portal".utf8)) == 0)
        #expect(vocabulary.number(of: Array("porta".utf8)) == nil)
        #expect(vocabulary.number(of: []) == nil)
    }
}
