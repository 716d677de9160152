/// Finds all forms of all known values in one pass (Aho and Corasick, "Efficient string matching",
/// 1975), in time that grows with the text alone.
struct ValueAutomaton: Sendable {
    /// A form to find.
    struct Pattern: Sendable {
        /// What stands in the text.
        var form: ValueForms.Form
        /// The position of the value that it is a form of.
        var value: Int
        /// Whether it counts only where it is a word of its own.
        var isWord: Bool
    }

    /// A place where a value stands.
    struct Match: Sendable, Hashable {
        /// The place, with the base64 signs that hold bits of the value.
        var range: Range<Int>
        /// The position of the value.
        var value: Int
    }

    let patterns: [Pattern]
    let filter: WindowFilter
    let table: TransitionTable
    /// For each state the length of what was read of a pattern.
    let depths: [Int32]
    /// For each state the one to go on with where no pattern goes on.
    let fallbacks: [Int32]
    /// For each state the longest pattern that ends there, or -1.
    let outputs: [Int32]
    /// For each state some pattern that passes through it.
    let owners: [Int32]

    /// From how many bytes on the start of a value in front of `…` counts as a value cut off.
    private static let longestHarmlessStart = 6

    /// All places where values stand, in order of their ends; those within longer ones are left out.
    func matches(in bytes: [UInt8]) -> [Match] {
        guard !patterns.isEmpty else { return [] }
        var matches: [Match] = []
        var start = 0
        while let candidate = filter.candidate(in: bytes, from: start) {
            start = follow(bytes, from: candidate, into: &matches)
        }
        return matches
    }

    /// Reads on from a place as long as it may be within a pattern, and gives the place to look
    /// from next, which lies behind the first.
    private func follow(
        _ bytes: [UInt8], from start: Int, into matches: inout [Match]
    ) -> Int {
        var origin = start
        var state = 0
        var place = start
        while place < bytes.count {
            state = next(state, bytes[place])
            place += 1
            add(state, endingAt: place, in: bytes, to: &matches)
            let begin = place - Int(depths[state])
            if begin > origin {
                // What was begun is no pattern; the filter is faster until enough is read again.
                if depths[state] < WindowFilter.width { return begin }
                origin = begin
            }
        }
        return bytes.count
    }

    private func next(_ state: Int, _ byte: UInt8) -> Int {
        var state = state
        while true {
            if let next = table.next(state, byte) { return next }
            if state == 0 { return 0 }
            state = Int(fallbacks[state])
        }
    }

    private func add(
        _ state: Int, endingAt end: Int, in bytes: [UInt8], to matches: inout [Match]
    ) {
        var state = state
        if depths[state] >= Self.longestHarmlessStart, bytes[end - 1] != 0xE2,
            bytes.holds("…", at: end)
        {
            let value = patterns[Int(owners[state])].value
            matches.append(Match(range: (end - Int(depths[state]))..<end, value: value))
        }
        while outputs[state] >= 0 {
            let pattern = patterns[Int(outputs[state])]
            let range = (end - pattern.form.bytes.count)..<end
            if !pattern.isWord || Self.isWord(range, in: bytes) {
                matches.append(
                    Match(range: Self.whole(range, of: pattern, in: bytes), value: pattern.value))
                return
            }
            // A shorter one may be no word, and so may count.
            state = Int(fallbacks[state])
        }
    }

    /// The place with the base64 signs beside it that hold bits of the value.
    private static func whole(
        _ range: Range<Int>, of pattern: Pattern, in bytes: [UInt8]
    ) -> Range<Int> {
        let isBack =
            pattern.form.reachesBack && (bytes.byte(at: range.lowerBound - 1)?.isBase64 ?? false)
        let isOn = pattern.form.reachesOn && (bytes.byte(at: range.upperBound)?.isBase64 ?? false)
        return
            (isBack ? range.lowerBound - 1 : range.lowerBound)..<(isOn
            ? range.upperBound + 1 : range.upperBound)
    }

    /// Whether no letter or digit stands beside the place, other than an escape's.
    private static func isWord(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
        let start = range.lowerBound
        if let next = bytes.byte(at: range.upperBound), next.isAlphanumeric { return false }
        guard let last = bytes.byte(at: start - 1), last.isAlphanumeric else { return true }
        return WordStart.isEscape(endingAt: start, in: bytes)
    }
}
