/// The ids that are taken, and a free one for an entry whose id is.
struct IdentifierPool {
    private var taken: Set<String> = []
    /// The number that the next entry of the same id gets.
    private var next: [String: Int] = [:]

    /// Takes an id, or the next free one with a number and a warning that says so.
    mutating func take(
        _ wanted: String, at location: SourceLocation
    ) -> (id: String, diagnostic: Diagnostic?) {
        if taken.insert(wanted).inserted { return (wanted, nil) }
        var number = next[wanted] ?? 2
        while !taken.insert("\(wanted)-\(number)").inserted { number += 1 }
        next[wanted] = number + 1
        let id = "\(wanted)-\(number)"
        let diagnostic = Diagnostic(
            .warning, rule: "duplicate-id",
            "the id '\(wanted)' is taken; this entry is '\(id)'", at: location)
        return (id, diagnostic)
    }
}
