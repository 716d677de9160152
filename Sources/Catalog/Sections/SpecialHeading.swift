/// Recognises the sections that are kept as data rather than as entries.
enum SpecialHeading: Equatable {
    /// The ordered triage steps.
    case triage
    /// A section kept in a role.
    case kept(Section.Role)

    /// What a heading announces, if anything special.
    ///
    /// A table of failures stays one even where its heading says triage: `Triage matrix`.
    init?(_ title: String) {
        let words = title.lowercasedWords
        if words.contains("triage"), !words.contains("matrix"), !words.contains("table"),
            !FailureWords.areCertainlyIn(title)
        {
            self = .triage
        } else if Self.isCodes(words) {
            self = .kept(.codes)
        } else if words.contains(where: { ["escalation", "escalate", "escalating"].contains($0) }) {
            self = .kept(.escalation)
        } else if Self.isEvidence(words) {
            self = .kept(.evidence)
        } else if Self.isLogs(words) {
            self = .kept(.logs)
        } else {
            return nil
        }
    }

    /// `Close codes`, `Status codes and what they mean`.
    private static func isCodes(_ words: [String]) -> Bool {
        guard words.contains("codes") else { return false }
        return words.contains {
            ["close", "status", "exit", "error", "return", "result"].contains($0)
        }
    }

    /// `Evidence to capture`, `Evidence bundle`, `What to capture`; not where evidence came from.
    private static func isEvidence(_ words: [String]) -> Bool {
        if words.contains("evidence") { return words.last != "sources" }
        guard let first = words.first, ["what", "information", "data"].contains(first) else {
            return false
        }
        let text = words.joined(separator: " ")
        return ["what to capture", "information to collect", "what to collect", "data to collect"]
            .contains(text)
    }

    /// `Where logs live`, `Log locations`, `Where are the logs`.
    private static func isLogs(_ words: [String]) -> Bool {
        guard words.contains("logs") || words.contains("log") else { return false }
        if words.first == "where" { return true }
        return words.contains("locations") || words.contains("location")
    }
}
