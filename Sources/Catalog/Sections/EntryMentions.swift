/// Finds the entries that a text names by their code, such as `Issue 3` or `Issues 5 and 6`.
struct EntryMentions {
    private var positions: [String: Int] = [:]

    /// Knows the codes of the entries: ids that end in a digit.
    init(_ entries: [Entry]) {
        for (position, entry) in entries.enumerated()
        where entry.localID.utf8.last?.isASCIIDigit ?? false {
            positions[entry.localID] = position
        }
    }

    /// How much of a text is looked at.
    private static let longestText = 400

    /// The positions of the entries that the text names, in its order.
    func positions(in text: some StringProtocol) -> [Int] {
        guard !positions.isEmpty else { return [] }
        let words = String(text.prefix(Self.longestText)).lowercasedWords
        var found: [Int] = []
        /// The word that numbers of a list belong to: `issue` in `issues 5 and 6`.
        var series: String?
        for (place, word) in words.enumerated() {
            if let series, word.utf8.allSatisfy(\.isASCIIDigit) {
                if let entry = positions["\(series)-\(word)"], !found.contains(entry) {
                    found.append(entry)
                }
                continue
            }
            if !["and", "or", "to"].contains(word) {
                series = word.hasSuffix("s") ? String(word.dropLast()) : nil
            }
            var name = ""
            for next in words[place...].prefix(3) {
                name += name.isEmpty ? next : "-" + next
                if let entry = positions[name], !found.contains(entry) { found.append(entry) }
            }
        }
        return found
    }
}
