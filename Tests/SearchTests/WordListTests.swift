import Testing

@testable import Search

@Suite("Word lists")
struct WordListTests {
    @Test("a list has the words between blanks and line ends, the last included")
    func membership() {
        let list = WordList("alpha beta\n  gamma")
        for word in ["alpha", "beta", "gamma"] { #expect(list.contains(Array(word.utf8))) }
        for word in ["alph", "alphabeta", ""] { #expect(!list.contains(Array(word.utf8))) }
    }

    @Test(
        "words of trouble are no stop words",
        arguments: ["silent", "fails", "error", "down", "login", "token", "restart", "slow"])
    func trouble(word: String) {
        #expect(!StopWords.weak.contains(Array(word.utf8)))
        if word != "down" { #expect(!StopWords.empty.contains(Array(word.utf8))) }
    }

    @Test("everyday words are stop words", arguments: ["the", "is", "doesn", "we", "please"])
    func everyday(word: String) {
        #expect(StopWords.empty.contains(Array(word.utf8)))
    }
}
