/// Cuts English words down to their stems: `disconnects`, `disconnected` → `disconnect`.
///
/// The Porter2 algorithm as published at
/// <https://snowballstem.org/algorithms/english/stemmer.html>, without its apostrophe rules: the
/// tokenizer has cut those off. A stemmer keeps its buffer, so that a word costs no allocation.
struct Stemmer {
    /// The word, with `Y` where a y is a consonant.
    private(set) var word: [UInt8] = []
    /// Where the first region starts: behind the first consonant that follows a vowel.
    private var firstRegion = 0
    /// Where the second region starts: the same once more, within the first.
    private var secondRegion = 0

    /// Longer words are names or noise and stay whole.
    private static let longestWord = 32

    /// The stem of a word in small ASCII letters; words with any other byte stay as they are.
    mutating func stem(_ source: some Sequence<UInt8>) -> [UInt8] {
        word.removeAll(keepingCapacity: true)
        word.append(contentsOf: source)
        guard word.count > 2, word.count <= Self.longestWord,
            word.allSatisfy(\.isASCIILowercase)
        else { return word }
        if let exception = exception {
            replace(exception)
            return word
        }
        markConsonantY()
        findRegions()
        removePlural()
        if !isFinished {
            removeTense()
            turnFinalY()
            replaceFirst(of: StemmerRules.second, from: firstRegion)
            replaceFirst(of: StemmerRules.third, from: firstRegion)
            removeFirst(of: StemmerRules.fourth)
            removeFinalLetter()
        }
        for index in word.indices where word[index] == Self.consonantY { word[index] = Self.y }
        return word
    }

    private static let y = UInt8(ascii: "y")
    private static let consonantY = UInt8(ascii: "Y")

    /// The last eight letters as one number, the last letter lowest.
    private var tail: UInt64 {
        var value: UInt64 = 0
        for byte in word.suffix(8) { value = value << 8 | UInt64(byte) }
        return value
    }

    /// What the word becomes if it has a stem of its own.
    private var exception: SuffixRule? {
        guard word.count <= StemmerRules.longestException else { return nil }
        let whole = tail
        return StemmerRules.exceptions.first { $0.value == whole }
    }

    /// Whether the word is one of those that only lose their plural.
    private var isFinished: Bool {
        guard word.count == 6 || word.count == 7 else { return false }
        let tail = tail
        return StemmerRules.finished.contains { $0.length == word.count && $0.ends(tail) }
    }

    private func isVowel(_ index: Int) -> Bool {
        switch word[index] {
        case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
        default: false
        }
    }

    private mutating func markConsonantY() {
        for index in word.indices where word[index] == Self.y && (index == 0 || isVowel(index - 1))
        {
            word[index] = Self.consonantY
        }
    }

    private mutating func findRegions() {
        let head = StemmerRules.fixedHeads.first { $0[0] == word[0] && word.starts(with: $0) }
        firstRegion = head?.count ?? regionStart(after: 0)
        secondRegion = regionStart(after: firstRegion)
    }

    private func regionStart(after start: Int) -> Int {
        var index = start
        while index < word.count, !isVowel(index) { index += 1 }
        while index < word.count, isVowel(index) { index += 1 }
        return min(index + 1, word.count)
    }

    private func containsVowel(before end: Int) -> Bool {
        (0..<max(0, end)).contains(where: isVowel)
    }

    /// Whether the letters before `end` close with a short syllable: `rap`, `trap`, `ow`.
    private func endsInShortSyllable(before end: Int) -> Bool {
        if end == 2 { return isVowel(0) && !isVowel(1) }
        guard end > 2, !isVowel(end - 1), isVowel(end - 2), !isVowel(end - 3) else { return false }
        let last = word[end - 1]
        return last != UInt8(ascii: "w") && last != UInt8(ascii: "x") && last != Self.consonantY
    }

    // MARK: The steps

    private mutating func removePlural() {
        guard word.last == UInt8(ascii: "s") else { return removeIed() }
        let suffix = tail
        if StemmerRules.sses.ends(suffix) {
            word.removeLast(2)
        } else if StemmerRules.ies.ends(suffix) {
            word.removeLast(word.count > 4 ? 2 : 1)
        } else if StemmerRules.us.ends(suffix) || StemmerRules.ss.ends(suffix) {
            return
        } else if containsVowel(before: word.count - 2) {
            word.removeLast()
        }
    }

    private mutating func removeIed() {
        if StemmerRules.ied.ends(tail) { word.removeLast(word.count > 4 ? 2 : 1) }
    }

    private mutating func removeTense() {
        let suffix = tail
        if let rule = StemmerRules.eed.first(where: { $0.ends(suffix) }) {
            if word.count - rule.length >= firstRegion { replace(rule) }
            return
        }
        guard let rule = StemmerRules.tense.first(where: { $0.ends(suffix) }),
            containsVowel(before: word.count - rule.length)
        else { return }
        word.removeLast(rule.length)
        let rest = tail
        if StemmerRules.wantsE.contains(where: { $0.ends(rest) }) {
            word.append(UInt8(ascii: "e"))
        } else if StemmerRules.doubles.contains(where: { $0.ends(rest) }) {
            word.removeLast()
        } else if firstRegion >= word.count, endsInShortSyllable(before: word.count) {
            word.append(UInt8(ascii: "e"))
        }
    }

    private mutating func turnFinalY() {
        guard word.count > 2, let last = word.last, last | 0x20 == Self.y,
            !isVowel(word.count - 2)
        else { return }
        word[word.count - 1] = UInt8(ascii: "i")
    }

    private mutating func replaceFirst(of step: SuffixStep, from region: Int) {
        guard let rule = step.first(for: tail), word.count - rule.length >= region
        else { return }
        if rule.needsSecondRegion, word.count - rule.length < secondRegion { return }
        if rule.allowedBefore != 0 {
            let before = word.count - rule.length - 1
            guard before >= 0, rule.isAllowed(after: word[before]) else { return }
        }
        replace(rule)
    }

    private mutating func removeFirst(of step: SuffixStep) {
        replaceFirst(of: step, from: secondRegion)
    }

    private mutating func removeFinalLetter() {
        guard let last = word.last else { return }
        let end = word.count - 1
        if last == UInt8(ascii: "e") {
            let isRemovable =
                end >= secondRegion || (end >= firstRegion && !endsInShortSyllable(before: end))
            if isRemovable { word.removeLast() }
        } else if last == UInt8(ascii: "l"), end >= secondRegion, end >= 1,
            word[end - 1] == UInt8(ascii: "l")
        {
            word.removeLast()
        }
    }

    private mutating func replace(_ rule: SuffixRule) {
        word.removeLast(rule.length)
        for place in stride(from: rule.replacementLength - 1, through: 0, by: -1) {
            word.append(UInt8(truncatingIfNeeded: rule.replacement >> UInt64(place * 8)))
        }
    }
}
