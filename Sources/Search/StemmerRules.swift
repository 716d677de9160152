/// A suffix, what takes its place, and where it may; plain numbers, so that asking costs nothing.
struct SuffixRule: Sendable {
    /// The suffix as one number, its last letter lowest.
    let value: UInt64
    /// Which bits of a word's tail count.
    let mask: UInt64
    /// How many letters the suffix has; eight at most.
    let length: Int
    /// What takes its place, its last letter lowest.
    let replacement: UInt64
    /// How many letters the replacement has.
    let replacementLength: Int
    /// The letters one of which must stand before it, a bit each; 0 where any may.
    let allowedBefore: UInt32
    /// Whether it must lie in the second region though its step asks for the first.
    let needsSecondRegion: Bool

    /// Makes a rule from `suffix` to `replacement`.
    init(
        _ suffix: StaticString, _ replacement: StaticString = "",
        before: StaticString = "", needsSecondRegion: Bool = false
    ) {
        value = Self.packed(suffix)
        length = suffix.utf8CodeUnitCount
        mask = length >= 8 ? .max : (1 << UInt64(length * 8)) - 1
        self.replacement = Self.packed(replacement)
        replacementLength = replacement.utf8CodeUnitCount
        allowedBefore = before.withUTF8Buffer { $0.reduce(0) { $0 | Self.bit(of: $1) } }
        self.needsSecondRegion = needsSecondRegion
    }

    /// Whether a word with this tail ends in the suffix.
    @inline(__always) func ends(_ tail: UInt64) -> Bool { tail & mask == value }

    /// Whether the suffix may follow a letter.
    func isAllowed(after letter: UInt8) -> Bool { allowedBefore & Self.bit(of: letter) != 0 }

    /// The bit of a letter in a set of letters.
    private static func bit(of letter: UInt8) -> UInt32 { 1 << UInt32(letter & 31) }

    /// At most eight letters as one number, the last letter lowest.
    static func packed(_ text: StaticString) -> UInt64 {
        text.withUTF8Buffer { $0.reduce(0) { $0 << 8 | UInt64($1) } }
    }
}

/// The rules of one step, of which the first that fits applies.
struct SuffixStep: Sendable {
    /// The rules, longer suffixes before shorter ones.
    let rules: [SuffixRule]
    /// The letters that any of the suffixes ends in, a bit each: most words need no look at the
    /// rules.
    private let lastLetters: UInt32

    /// Makes a step of rules.
    init(_ rules: [SuffixRule]) {
        self.rules = rules
        lastLetters = rules.reduce(0) { $0 | 1 << UInt32($1.value & 31) }
    }

    /// The first rule whose suffix a word with this tail has.
    func first(for tail: UInt64) -> SuffixRule? {
        guard lastLetters & (1 << UInt32(tail & 31)) != 0 else { return nil }
        return rules.first { $0.ends(tail) }
    }
}

/// The tables of the Porter2 algorithm; within a step, longer suffixes stand before shorter ones.
enum StemmerRules {
    static let sses = SuffixRule("sses")
    static let ies = SuffixRule("ies")
    static let ied = SuffixRule("ied")
    static let us = SuffixRule("us")
    static let ss = SuffixRule("ss")
    static let eed = [SuffixRule("eedly", "ee"), SuffixRule("eed", "ee")]
    static let tense = [
        SuffixRule("ingly"), SuffixRule("edly"), SuffixRule("ing"), SuffixRule("ed"),
    ]
    static let wantsE = [SuffixRule("at"), SuffixRule("bl"), SuffixRule("iz")]
    static let doubles = [
        SuffixRule("bb"), SuffixRule("dd"), SuffixRule("ff"), SuffixRule("gg"), SuffixRule("mm"),
        SuffixRule("nn"), SuffixRule("pp"), SuffixRule("rr"), SuffixRule("tt"),
    ]
    static let second = SuffixStep([
        SuffixRule("ational", "ate"), SuffixRule("fulness", "ful"), SuffixRule("iveness", "ive"),
        SuffixRule("ization", "ize"), SuffixRule("ousness", "ous"), SuffixRule("biliti", "ble"),
        SuffixRule("lessli", "less"), SuffixRule("tional", "tion"), SuffixRule("alism", "al"),
        SuffixRule("aliti", "al"), SuffixRule("ation", "ate"), SuffixRule("entli", "ent"),
        SuffixRule("fulli", "ful"), SuffixRule("iviti", "ive"), SuffixRule("ousli", "ous"),
        SuffixRule("abli", "able"), SuffixRule("alli", "al"), SuffixRule("anci", "ance"),
        SuffixRule("ator", "ate"), SuffixRule("enci", "ence"), SuffixRule("izer", "ize"),
        SuffixRule("bli", "ble"), SuffixRule("ogi", "og", before: "l"),
        SuffixRule("li", before: "cdeghkmnrt"),
    ])
    static let third = SuffixStep([
        SuffixRule("ational", "ate"), SuffixRule("tional", "tion"), SuffixRule("alize", "al"),
        SuffixRule("ative", needsSecondRegion: true), SuffixRule("icate", "ic"),
        SuffixRule("iciti", "ic"), SuffixRule("ical", "ic"), SuffixRule("ness"),
        SuffixRule("ful"),
    ])
    static let fourth = SuffixStep([
        SuffixRule("ement"), SuffixRule("ance"), SuffixRule("ence"), SuffixRule("able"),
        SuffixRule("ible"), SuffixRule("ment"), SuffixRule("ant"), SuffixRule("ent"),
        SuffixRule("ism"), SuffixRule("ate"), SuffixRule("iti"), SuffixRule("ous"),
        SuffixRule("ive"), SuffixRule("ize"), SuffixRule("ion", before: "st"), SuffixRule("al"),
        SuffixRule("er"), SuffixRule("ic"),
    ])
    /// Heads behind which the first region starts, whatever their letters.
    static let fixedHeads = ["gener", "commun", "arsen"].map { Array($0.utf8) }
    /// Words with stems of their own; none has more than five letters.
    static let exceptions = [
        SuffixRule("dying", "die"), SuffixRule("lying", "lie"), SuffixRule("tying", "tie"),
        SuffixRule("idly", "idl"), SuffixRule("early", "earli"), SuffixRule("only", "onli"),
        SuffixRule("news", "news"), SuffixRule("bias", "bias"), SuffixRule("atlas", "atlas"),
        SuffixRule("sky", "sky"), SuffixRule("skies", "sky"),
    ]
    /// The most letters of such a word.
    static let longestException = 5
    /// Words that are done once a plural is off.
    static let finished = [
        SuffixRule("inning"), SuffixRule("outing"), SuffixRule("canning"), SuffixRule("proceed"),
        SuffixRule("exceed"), SuffixRule("succeed"),
    ]
}
