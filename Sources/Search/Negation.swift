/// Reads every way of denying something as the one word `not`.
///
/// `cannot connect`, `can't connect`, `does not connect`, `fails to connect`, `no longer connects`
/// and `is not able to connect` all come to `not connect`, so that a thesaurus and an index need to
/// know one of them only. It reads words in small letters, one after the other.
struct Negation {
    /// What a word is.
    enum Reading {
        /// It denies what follows.
        case denies
        /// It stands between a denial and what is denied, and says nothing.
        case fills
        /// Any other word.
        case word
    }

    /// What every denial is read as.
    static let word = Array("not".utf8)

    /// Words that deny by themselves.
    private static let denials = WordList("not cannot cant never unable dont doesnt wont isnt")
    /// What may stand between a denial and the verb.
    private static let fillers = WordList(
        "able to be been being even really actually properly correctly ever yet any get gets")

    /// Whether the word before can deny together with this one.
    private enum Start { case no, contraction, failure, none }

    private var start = Start.none
    private var followsDenial = false

    /// Reads the next word.
    mutating func read(_ word: UnsafeBufferPointer<UInt8>) -> Reading {
        defer { start = Self.start(of: word) }
        if denies(word) {
            followsDenial = true
            return .denies
        }
        if followsDenial, Self.fillers.contains(word) { return .fills }
        followsDenial = false
        return .word
    }

    private func denies(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        switch start {
        case .contraction where word.count == 1 && word[0] == UInt8(ascii: "t"): return true
        case .failure where word.elementsEqual("to".utf8): return true
        case .no where word.elementsEqual("longer".utf8): return true
        default: return Self.denials.contains(word)
        }
    }

    /// What a word can begin: `no` longer, `fails` to, the `doesn` of `doesn't`.
    private static func start(of word: UnsafeBufferPointer<UInt8>) -> Start {
        guard let last = word.last else { return .none }
        if word.elementsEqual("no".utf8) { return .no }
        if word.starts(with: "fail".utf8) || word.starts(with: "refus".utf8) { return .failure }
        return last == UInt8(ascii: "n") && word.count <= 7 ? .contraction : .none
    }

    /// The words with each denial as `not`, once, and without what fills.
    static func simplified(_ words: [[UInt8]]) -> [[UInt8]] {
        simplified(words, surface: \.self) { $0 }
    }

    /// The same for words that know more than their letters.
    static func simplified<Word>(
        _ words: [Word], surface: (Word) -> [UInt8], denial: ([UInt8]) -> Word
    ) -> [Word] {
        var negation = Negation()
        var simplified: [Word] = []
        for word in words {
            switch surface(word).withUnsafeBufferPointer({ negation.read($0) }) {
            case .denies:
                let isRepeated = simplified.last.map { surface($0) == Self.word } ?? false
                if !isRepeated { simplified.append(denial(Self.word)) }
            case .fills: continue
            case .word: simplified.append(word)
            }
        }
        return simplified
    }
}
