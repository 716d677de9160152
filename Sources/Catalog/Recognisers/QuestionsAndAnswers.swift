import Markdown

/// Takes questions about something that went wrong, as headings or as `**Q: …**` and `**Why …?**`
/// paragraphs.
///
/// Questions how to do something are no entries.
enum QuestionsAndAnswers: Recogniser {
    static let name = "questions-and-answers"

    static func recognise(
        _ section: OutlineSection, in surroundings: Surroundings
    ) -> Recognition? {
        if section.level > 1, isQuestion(section.title) {
            guard FailureQuestion.isAsked(by: section.title) else {
                // A question about something else still holds back the guessing recognisers.
                return section.children.isEmpty ? .section([]) : nil
            }
            return .section([HeadedFields.draft(of: section)])
        }
        let drafts = boldQuestions(in: section.blocks)
        return drafts.isEmpty
            ? nil : .blocks(drafts.filter { FailureQuestion.isAsked(by: $0.title) })
    }

    /// Whether a heading is a question: `Why …?`, `Q: …`, `Q3. …`.
    private static func isQuestion(_ title: String) -> Bool {
        title.hasSuffix("?") || isMarked(title)
    }

    /// Whether a text starts with `Q:` or `Q3.`.
    private static func isMarked(_ title: String) -> Bool {
        guard title.hasPrefix("Q") || title.hasPrefix("q") else { return false }
        let rest = title.utf8.dropFirst().drop { $0.isASCIIDigit }
        return rest.first.map { [UInt8(ascii: ":"), UInt8(ascii: ".")].contains($0) } ?? false
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
        let isAlone = RichText.isBlank(Array(first.dropFirst()))
        guard isMarked(title) || title.lowercased() == "q" || (isAlone && title.hasSuffix("?"))
        else { return nil }
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
