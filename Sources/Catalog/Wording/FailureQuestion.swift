/// Tells questions about something that went wrong from questions about anything else.
enum FailureQuestion {
    /// Beginnings of questions about what a thing is or can do.
    private static let asking = [
        "can i", "can it", "can you", "do i", "should i", "what is", "what's the difference",
        "what kind", "how do i know", "which ", "who ", "where ", "does ", "do ", "is ", "are ",
        "will ", "should ", "can ", "could ", "how many", "how much", "how often", "how long",
        "what does", "what are", "what do ",
    ]

    /// Words that leave such a question one about a failure.
    private static let failing = PhraseSet([
        "error", "fail", "crash", "not work", "doesn't work", "broken", "stuck", "denied",
        "refused", "timeout", "times out", "timed out", "exception", "cannot ", "can't ", "won't ",
        "missing", "wrong", "invalid", "corrupt",
    ])

    /// Beginnings by which a person asks about what happens to them.
    private static let complaints = [
        "why is my", "why are my", "why do i ", "why am i", "why can't", "why cannot", "why did my",
        "why does my", "why don't", "why doesn't", "why isn't", "why aren't", "why won't",
    ]

    /// Whether a text is a question by its mark.
    static func isMarked(_ title: String) -> Bool { title.hasSuffix("?") }

    /// Whether a question is about something that went wrong.
    static func isAsked(by title: String) -> Bool {
        let question = EntryIdentifier.parts(of: title).title.normalisedApostrophes.lowercased()
        if complaints.contains(where: question.hasPrefix) { return true }
        if asking.contains(where: question.hasPrefix) || question.holds("what kind") {
            return failing.isFound(in: question)
        }
        return FailureWords.areIn(title)
    }
}
