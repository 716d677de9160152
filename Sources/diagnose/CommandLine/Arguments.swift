/// The words of a command line, sorted into operands and flags.
struct Arguments: Sendable, Hashable {
    /// What is not a flag, in order.
    var operands: [String] = []
    /// The values of each flag in order; a switch has one empty value.
    var values: [String: [String]] = [:]

    /// Whether the flag stands there.
    func has(_ flag: Flag) -> Bool { values[flag.name] != nil }

    /// The last value of the flag.
    func value(of flag: Flag) -> String? { values[flag.name]?.last }

    /// All values of the flag.
    func values(of flag: Flag) -> [String] { values[flag.name] ?? [] }

    /// No words.
    init() {}

    /// Sorts words by the flags that a command knows.
    ///
    /// - Throws: ``UsageError`` for an unknown flag, a missing or unexpected value, or a value that
    ///   is none of the flag's choices.
    init(_ words: some Sequence<String>, flags: [Flag]) throws(UsageError) {
        var rest = Array(words)[...]
        while let word = rest.popFirst() {
            if word == "--" {
                operands += rest
                return
            }
            guard word.hasPrefix("-"), word.count > 1 else {
                operands.append(word)
                continue
            }
            try take(word == "-h" ? "--help" : word, from: &rest, flags: flags)
        }
    }

    private mutating func take(
        _ word: String, from rest: inout ArraySlice<String>, flags: [Flag]
    ) throws(UsageError) {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let written = String(parts.first ?? "")
        guard let flag = flags.first(where: { "--\($0.name)" == written }) else {
            throw .unknownFlag(written, known: flags.map { "--\($0.name)" })
        }
        let given = parts.count > 1 ? String(parts[1]) : nil
        guard flag.value != nil else {
            if given != nil { throw .unexpectedValue(flag) }
            values[flag.name] = [""]
            return
        }
        guard let value = given ?? rest.popFirst() else { throw .missingValue(flag) }
        if !flag.choices.isEmpty, !flag.choices.contains(value) {
            throw .invalidChoice(flag, value: value)
        }
        if values[flag.name] != nil, !flag.isRepeatable { throw .repeatedFlag(flag) }
        values[flag.name, default: []].append(value)
    }
}
