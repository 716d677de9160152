/// Tells what prose below a failure's heading says about the system from what it says a person sees.
enum Statement {
    /// Shorter sentences say too little.
    private static let fewestWords = 5

    /// Phrases of sentences about what a person sees, or about the text itself.
    private static let seen = PhraseSet([
        "you see", "you may see", "you might see", "you will see", "you can see", "you'll see",
        "you may get", "you might get", "you may encounter", "you encounter", "you may notice",
        "error message", "following error", "as follows", "message similar", "an error like",
        "shown below", "for example", "this alert", "the alert", "fires when", "see below",
        "logs show",
        "following message", "the following", "below is", "this section", "this page",
        "this document", "for more information", "more details", "is similar to", "looks like this",
        "open an issue", "please report",
    ])

    /// Whether a sentence says how the system behaves, which in such a place is the reason.
    static func explains(_ sentence: String, in title: String) -> Bool {
        guard !sentence.hasSuffix(":"), !sentence.hasSuffix("?"), !seen.isFound(in: sentence) else {
            return false
        }
        let words = sentence.lowercasedWords
        guard words.count >= fewestWords else { return false }
        let known = Set(title.lowercasedWords)
        return words.count { !known.contains($0) } * 2 > words.count
    }
}
