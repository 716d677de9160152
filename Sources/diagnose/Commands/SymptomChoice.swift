import Report
import Search

/// Lets a person at a terminal pick one of several entries that fit a symptom.
struct SymptomChoice {
    /// The entries, best first.
    let matches: [SearchMatch]

    /// What was picked.
    enum Answer {
        /// This entry.
        case match(SearchMatch)
        /// None of them.
        case none
    }

    /// A choice where there is somebody to ask and something to choose; `nil` elsewhere, such as in
    /// pipes and in JSON.
    init?(_ result: SearchResult, for invocation: Invocation) {
        let terminal = invocation.terminal
        guard terminal.isInputTerminal, terminal.isOutputTerminal, !invocation.printsJSON else {
            return nil
        }
        matches = result.closeMatches
        if matches.count < 2 { return nil }
    }

    /// Shows the entries and reads a number until one of them is meant; an empty line or the end of
    /// input means none.
    func ask(query: String, style: TextStyle) -> Answer {
        Output.print(SymptomText.choices(matches, for: query, style: style))
        while true {
            Output.print("Which one? A number, or Enter to leave: ")
            guard let line = readLine(), line.contains(where: { !$0.isWhitespace }) else {
                return .none
            }
            if let match = match(for: line) { return .match(match) }
            Output.print("There are the numbers 1 to \(matches.count).\n")
        }
    }

    private func match(for line: String) -> SearchMatch? {
        let word = line.filter { !$0.isWhitespace }
        guard let number = Int(word), (1...matches.count).contains(number) else { return nil }
        return matches[number - 1]
    }
}
