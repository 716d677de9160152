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
    private(set) var words: [SignatureWord] = []
    /// What looks at them see.
    private(set) var windows: [Window] = []

    private let rarity: WindowRarity

    /// What does not count in a line.
    private static let quotes: [UInt8] = Array("\"'`\\".utf8)
    /// What may stand right in front of a word: blanks, and what does not count.
    private static let between: [UInt8] = [0x20, 0x09] + quotes

    init(rarity: WindowRarity) { self.rarity = rarity }

    /// Chooses a word of a signature; `false` where none is long enough.
    mutating func add(_ signature: Signature) -> Bool {
        // What stands around a word makes many windows, so that it is looked at only where need be.
        guard let best = best(of: signature, around: false) ?? best(of: signature, around: true)
        else { return false }
        words.append(best.word)
        windows += best.windows
        return true
    }

    /// The places whose windows are rarest.
    ///
    /// - Parameter around: Whether looks may see what stands around a word.
    private func best(
        of signature: Signature, around: Bool
    ) -> (word: SignatureWord, windows: [Window])? {
        var best: (cost: Int, word: SignatureWord, windows: [Window])?
        for word in signature.words {
            let first = around && word.previous != nil ? -Self.longestLead : 0
            let length = WindowFilter.stride + (around ? 0 : WindowFilter.width - 1)
            guard word.bytes.count - length >= first else { continue }
            for start in first...word.bytes.count - length {
                guard let windows = windows(of: word, from: start) else { continue }
                let cost = cost(of: windows)
                if cost < best?.cost ?? .max { best = (cost, word, windows) }
            }
        }
        return best.map { ($0.word, $0.windows) }
    }

    /// How much time windows take: each is in the way, those that come without the word cost a
    /// second look, and the word, which comes no more often than the rarest, a look at its line.
    private func cost(of windows: [Window]) -> Int {
        let counts = windows.map { rarity.count(of: $0.value) }
        return windows.count + Self.costOfSight * counts.reduce(0, +)
            + Self.costOfWord * (counts.min() ?? 0)
    }

    /// What looks see that fall on four places in a row; `nil` where they may see what nobody knows.
    private func windows(of word: SignatureWord, from start: Int) -> [Window]? {
        var windows: [Window] = []
        for offset in start..<start + WindowFilter.stride {
            let lead = max(0, -offset)
            let own = Array(word.bytes[max(0, offset)...].prefix(WindowFilter.width - lead))
            let missing = WindowFilter.width - lead - own.count
            guard missing == 0 || word.next.count >= missing - 1 && !word.next.isEmpty else {
                return nil
            }
            for front in Self.leads(behind: word.previous, length: lead) {
                for tail in Self.tails(before: word.next, length: missing) {
                    let value = Self.value(of: front + own + tail)
                    windows.append(Window(value: value, word: words.count, offset: offset))
                }
            }
        }
        return windows
    }

    /// How much worse a window is that comes once in a sample than one that never comes.
    private static let costOfSight = 8
    /// How much worse a word is that comes once in a sample than one that never comes.
    private static let costOfWord = 80
    /// Looks that fall this far in front of a word are still known, in bytes.
    private static let longestLead = 2

    /// What may stand in front of a word and behind the previous one, so many bytes of it.
    private static func leads(behind previous: UInt8?, length: Int) -> [[UInt8]] {
        switch length {
        case 0: return [[]]
        case 1: return between.map { [$0] }
        default:
            let firsts = between + [previous].compactMap(\.self)
            return firsts.flatMap { first in between.map { [first, $0] } }
        }
    }

    /// What may stand behind a word in front of the next one, so many bytes of it.
    private static func tails(before next: [UInt8], length: Int) -> [[UInt8]] {
        if length == 0 { return [[]] }
        let blanks: [UInt8] = [0x20, 0x09]
        let runs: [[UInt8]] = blanks.flatMap { blank in
            (1...length).map { [UInt8](repeating: blank, count: $0) }
        }
        let quoted: [[UInt8]] = quotes.flatMap { quote in
            [[quote], [0x20, quote], [quote, 0x20]]
        }
        return (runs + quoted).map { gap in Array((gap + next).prefix(length)) }
    }

    private static func value(of bytes: [UInt8]) -> UInt32 {
        bytes.enumerated().reduce(UInt32(0)) { $0 | UInt32($1.element) << UInt32(8 * $1.offset) }
            & WindowFilter.mask
    }
}
