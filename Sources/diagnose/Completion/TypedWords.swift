/// The words in front of the cursor, sorted as far as they make sense: who completes a command line
/// finds it unfinished.
struct TypedWords: Sendable {
    /// What stands there whole.
    private(set) var arguments = Arguments()
    /// The flag whose value is still to come.
    private(set) var awaiting: Flag?
    /// Whether `--` stands there, behind which there are no flags.
    private(set) var endsFlags = false

    /// Sorts words; flags that nobody knows are passed over.
    init(_ words: some Sequence<String>, flags: [Flag]) {
        for word in words {
            if let flag = awaiting {
                arguments.values[flag.name, default: []].append(word)
                awaiting = nil
            } else if endsFlags || !word.hasPrefix("-") || word == "-" {
                arguments.operands.append(word)
            } else if word == "--" {
                endsFlags = true
            } else {
                take(word, flags)
            }
        }
    }

    private mutating func take(_ word: String, _ flags: [Flag]) {
        let name = word.dropFirst(2).prefix { $0 != "=" }
        guard let flag = flags.first(where: { $0.name == name }) else { return }
        if flag.value == nil {
            arguments.values[flag.name] = [""]
        } else if word.contains("=") {
            let value = String(word.dropFirst(name.count + 3))
            arguments.values[flag.name, default: []].append(value)
        } else {
            awaiting = flag
        }
    }
}
