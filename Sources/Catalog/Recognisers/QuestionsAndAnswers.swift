import Markdown

/// Takes questions about something that went wrong, as headings or as `**Q: …**` paragraphs.
///
/// Questions how to do something are no entries.
enum QuestionsAndAnswers: Recogniser {
    static let name = "questions-and-answers"

    static func recognise(
        _ section: OutlineSection, in surroundings: Surroundings
    ) -> Recognition? {
        if section.level > 1, isQuestion(section.title) {
            guard asksAboutFailure(section.title) else {
                // A question about something else still holds back the guessing recognisers.
                return section.children.isEmpty ? .section([]) : nil
            }
            return .section([HeadedFields.draft(of: section)])
        }
        let drafts = boldQuestions(in: section.blocks)
        return drafts.isEmpty ? nil : .blocks(drafts.filter { asksAboutFailure($0.title) })
    }

    /// Whether a heading is a question.
    private static func isQuestion(_ title: String) -> Bool {
        title.hasSuffix("?") || title.lowercased().hasPrefix("q:")
    }

    /// Whether a question is about something that went wrong.
    private static func asksAboutFailure(_ title: String) -> Bool {
        let lowered = title.lowercased()
        let asks = [
            "can i", "can it", "do i", "should i", "what is", "what's the difference", "what kind",
        ]
        let question = EntryIdentifier.parts(of: title).title.lowercased()
        if asks.contains(where: { question.hasPrefix($0) || question.holds("what kind") }),
            !lowered.holds("error")
        {
            return false
        }
        return FailureWords.areIn(title)
    }

    /// The `**Q: …**` paragraphs with the blocks behind each as its answer.
    private static func boldQuestions(in blocks: [Block]) -> [EntryDraft] {
        var drafts: [EntryDraft] = []
        var answer: [Block] = []
        for block in blocks {
            if let question = question(of: block) {
                finish(&drafts, with: answer)
                answer = []
                drafts.append(question)
            } else if !drafts.isEmpty {
                answer.append(block)
            }
        }
        finish(&drafts, with: answer)
        return drafts
    }

    /// Gives the last question its answer.
    private static func finish(_ drafts: inout [EntryDraft], with answer: [Block]) {
        guard !drafts.isEmpty else { return }
        let last = drafts.count - 1
        let lead = drafts[last].reading.lead
        drafts[last].reading = FieldReader.read(answer)
        drafts[last].reading.lead.insert(contentsOf: lead, at: 0)
    }

    /// A paragraph that starts with a bold `Q:`; what follows on later lines starts the answer.
    private static func question(of block: Block) -> EntryDraft? {
        guard case .paragraph(let text) = block.content,
            text.source.utf8.first == UInt8(ascii: "*")
        else { return nil }
        let lines = RichText.lines(text.inlines)
        guard let first = lines.first, case .strong(let content)? = first.first else { return nil }
        var title = RichText.plain(content)
        let prefix = title.prefix(3).lowercased()
        guard prefix.hasPrefix("q:") || prefix.hasPrefix("q.") || prefix == "q" else { return nil }
        if title.utf8.count <= 2 { title = RichText.plain(first) }
        var reading = FieldReading()
        let rest = Array(lines.dropFirst().joined(separator: [.softBreak]))
        if !rest.isEmpty {
            reading.lead.append(
                FieldPiece(body: .text(rest), isItem: false, position: text.position))
        }
        return EntryDraft(
            title: title, position: block.position, anchor: Anchor.first(in: first),
            reading: reading, unlabelled: .explanation)
    }
}
