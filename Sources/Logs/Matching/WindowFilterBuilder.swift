import Catalog

/// Chooses the windows that a ``WindowFilter`` looks for.
struct WindowFilterBuilder {
    /// What a look at a word sees.
    struct Window {
        /// Four bytes, the first the lowest, without the bit of letter case.
        var value: UInt32
        /// The number of the word.
        var word: Int
        /// Where the look falls in the word.
        var offset: Int
    }

    /// The chosen words.
    private(set) var words: [[UInt8]] = []
    /// What looks at them see.
    private(set) var windows: [Window] = []

    private let rarity: WindowRarity

    /// What a line may have between two words: blanks, and what does not count.
    private static let between: [UInt8] = Array(" \t\"'`\\".utf8)

    init(rarity: WindowRarity) { self.rarity = rarity }

    /// Chooses a word of a signature; `false` where none is long enough.
    mutating func add(_ signature: Signature) -> Bool {
        var best: (count: Int, word: SignatureWord, windows: [Window])?
        for word in signature.words {
            let last = word.bytes.count - WindowFilter.stride
            guard last >= 0 else { continue }
            for start in 0...last {
                guard let windows = windows(of: word, from: start) else { continue }
                let count = windows.reduce(0) { $0 + rarity.count(of: $1.value) }
                if count < best?.count ?? .max { best = (count, word, windows) }
            }
        }
        guard let best else { return false }
        words.append(best.word.bytes)
        windows += best.windows
        return true
    }

    /// What looks see that fall on four places in a row; `nil` where they may see what nobody knows.
    private func windows(of word: SignatureWord, from start: Int) -> [Window]? {
        var windows: [Window] = []
        for offset in start..<start + WindowFilter.stride {
            let own = Array(word.bytes[offset...].prefix(WindowFilter.width))
            let missing = WindowFilter.width - own.count
            guard missing == 0 || word.next.count >= missing - 1 && !word.next.isEmpty else {
                return nil
            }
            for tail in Self.tails(before: word.next, length: missing) {
                windows.append(
                    Window(
                        value: Self.value(of: own + tail), word: words.count, offset: offset))
            }
        }
        return windows
    }

    /// What may stand behind a word in front of the next one, so many bytes of it.
    private static func tails(before next: [UInt8], length: Int) -> [[UInt8]] {
        if length == 0 { return [[]] }
        var tails: [[UInt8]] = []
        var gaps: [[UInt8]] = between.map { [$0] }
        for gapLength in 1...length {
            tails += gaps.map { $0 + next.prefix(length - gapLength) }
            gaps = gaps.flatMap { gap in between.map { gap + [$0] } }
        }
        return tails
    }

    private static func value(of bytes: [UInt8]) -> UInt32 {
        bytes.enumerated().reduce(UInt32(0)) { $0 | UInt32($1.element) << UInt32(8 * $1.offset) }
            & WindowFilter.mask
    }
}
