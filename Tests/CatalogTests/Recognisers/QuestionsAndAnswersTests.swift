import Testing

@testable import Catalog

@Suite("Questions and answers")
struct QuestionsAndAnswersTests {
    @Test("questions about something wrong are entries, others are not")
    func headings() {
        let text = """
            # FAQ
            ## Why is the disk full?
            Because of logs. Delete them.
            ## Does it support autostart?
            Yes.
            ## How do I fix `no space left` errors?
            Run `docker system prune -a`.
            """
        let entries = Loaded.entries(text)
        #expect(
            entries.map(\.title) == ["Why is the disk full?", "How do I fix no space left errors?"])
        #expect(entries.first?.causes == ["Because of logs."])
        #expect(entries.last?.fixes.map(\.isDestructive) == [true])
    }

    @Test("bold questions have the paragraphs behind them as answers")
    func paragraphs() {
        let text = """
            # Help
            ### Common questions

            **Q: What is it?**
            A: a box

            **Q: Why won't it boot?**
            A: The card is missing because nobody put one in.

            Insert a card.
            """
        let entries = Loaded.entries(text)
        #expect(entries.map(\.title) == ["Why won't it boot?"])
        #expect(entries.first?.fixes.map(\.text) == ["Insert a card."])
    }
}
