/// Recognises sentences that say why something happens or what to do about it.
enum ReasonWords {
    /// Phrases that introduce a cause.
    private static let reasons = PhraseSet([
        "because", "due to", "caused by", "the cause", "root cause", "reason", "happens when",
        "happens if", "occurs when", "occurs if", "occur when", "happen if", "can happen",
        "usually", "most likely", "likely", "typically", "mostly", "often", "indicates that",
        "indicates a", "means that", "means the", "this means", "may be", "might be", "could be",
        "can be", "a result of", "result in", "results in", "as a consequence", "is not set",
        "does not support", "doesn't support", "not supported", "is missing", "are missing",
        "is not running", "since ", "by design", "conflict", "mismatch", "requires", "unable to",
    ])

    /// Phrases among them that hardly ever stand for anything else.
    private static let strongReasons = PhraseSet([
        "because", "due to", "caused by", "cause", "reason", "usually", "mostly", "indicates",
        "may be", "might be", "could be", "means ", "suspect", "as a result",
    ])

    /// Phrases that introduce a remedy.
    private static let remedies = PhraseSet([
        "to fix", "to resolve", "to solve", "to work around", "workaround", "work around",
        "you can ", "you should", "you need to", "you must", "you have to", "you may need",
        "make sure", "must be set", "should be set", "need to be", "needs to be",
        "the solution", "the fix", "can be fixed", "can be resolved", "can be solved",
        "can be avoided", "it is recommended", "we recommend", "is recommended", "try ",
        "refer to", "follow the", "solved by", "fixed by", "resolved by", "instead use", "use the",
        "please check", "please see", "necessary to", "you'll need to", "you will need to",
        "ensure ", "is fixed in", "been fixed in", "fixed in v", "upgrade to ", "solution is",
    ])

    /// Whether a sentence says why.
    static func explain(_ sentence: String) -> Bool { reasons.isFound(in: sentence) }

    /// Whether a sentence certainly says why, wherever it stands.
    static func explainCertainly(_ sentence: String) -> Bool { strongReasons.isFound(in: sentence) }

    /// Words of a place that tells what to do.
    private static let guides = PhraseSet([
        "how to fix", "to fix ", "guide", "instructions", "dedicated page", "for more details",
        "for details", "documentation", "steps in", "runbook", "workaround",
    ])

    /// Whether a sentence says what to do, otherwise than by starting with a verb.
    static func advise(_ sentence: String) -> Bool { remedies.isFound(in: sentence) }

    /// Whether an instruction to look at something names a place that tells what to do.
    static func pointsToRemedy(_ sentence: String) -> Bool { guides.isFound(in: sentence) }
}
