import Markdown
import Testing

@testable import Catalog

@Suite("Sentences")
struct SentencesTests {
    @Test(
        "text is cut where sentences end",
        arguments: [
            ("One. Two! Three? four", ["One.", "Two!", "Three?", "four"]),
            ("Use e.g. This one. Done", ["Use e.g. This one.", "Done"]),
            ("See a.b.c and v1.2 here", ["See a.b.c and v1.2 here"]), ("", []), ("x", ["x"]),
            ("It is 3. and so on", ["It is 3. and so on"]),
        ])
    func cuts(text: String, sentences: [String]) {
        #expect(Sentences.split(text) == sentences)
    }

    @Test("no sentence ends inside a code span, and each has its own spans")
    func codeSpans() {
        let sentences = Sentences.split([
            .text("Run "), .code("echo A. B"), .text(". Then  "), .softBreak, .code("ls"),
        ])
        #expect(sentences.map(\.text) == ["Run echo A. B.", "Then ls"])
        #expect(sentences.map(\.codeSpans) == [["echo A. B"], ["ls"]])
    }
}
