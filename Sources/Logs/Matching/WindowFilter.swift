import Catalog

/// Tells at a few looks where a line may have a signature, without reading every byte.
///
/// Of each signature one word is chosen, and in it four places in a row. Four bytes of the text are
/// looked at, then the next four: wherever the word stands, one look falls on one of those places,
/// and what is seen there, a window, is in a table. Chosen are the words whose windows are rarest in
/// the log at hand. Letter case does not count, for one AND takes it away, among other bits that a
/// comparison then looks at.
struct WindowFilter: Sendable {
    /// How far apart the looks are, in bytes.
    static let stride = 4
    /// How much each look sees, in bytes.
    static let width = 4
    /// The bit that tells small letters from capitals is not looked at.
    static let mask: UInt32 = 0xDFDF_DFDF

    /// 1 for each hash of a window, 0 else; a byte each, for bits take longer to ask.
    private let table: [UInt8]
    /// The windows by the low bits of their hashes: where those of each start in ``checks``.
    private let starts: [UInt16]
    private let checks: [Check]
    /// The bytes of all words, one behind the other.
    private let words: [UInt8]

    /// A window that belongs to a word.
    private struct Check {
        /// Where the word stands among all.
        var word: Int32
        /// How long it is.
        var count: Int16
        /// Where the window stands in it; below 0 where it starts in front.
        var offset: Int16
        /// The last byte of the word in front and the first of the next one; 0 where none is near.
        var previous: UInt8
        var next: UInt8

        init(_ window: WindowFilterBuilder.Window, of signatureWord: SignatureWord, at place: Int) {
            word = Int32(truncatingIfNeeded: place)
            count = Int16(truncatingIfNeeded: signatureWord.bytes.count)
            offset = Int16(truncatingIfNeeded: window.offset)
            previous = signatureWord.previous ?? 0
            next = signatureWord.next.first ?? 0
        }
    }

    /// How many bits the hash of a window has, which ``WindowRarity`` uses too.
    static let hashBits = 16
    private static let bucketBits = 10

    /// Chooses words; `nil` where a signature has none that is long enough, or there are too many.
    init?(_ signatures: [Signature], rarity: WindowRarity) {
        var builder = WindowFilterBuilder(rarity: rarity)
        for signature in signatures where !signature.pieces.isEmpty {
            guard builder.add(signature) else { return nil }
        }
        guard builder.windows.count < UInt16.max else { return nil }
        var table = [UInt8](repeating: 0, count: 1 << Self.hashBits)
        var buckets = [[Check]](repeating: [], count: 1 << Self.bucketBits)
        var places = [0]
        for word in builder.words { places.append((places.last ?? 0) + word.bytes.count) }
        for window in builder.windows {
            let hash = Self.hash(window.value)
            table[hash] = 1
            buckets[hash & (buckets.count - 1)].append(
                Check(
                    window, of: builder.words[window.word], at: places[window.word]))
        }
        self.table = table
        starts = buckets.reduce(into: [0]) { $0.append(($0.last ?? 0) + UInt16($1.count)) }
        checks = buckets.flatMap(\.self)
        words = builder.words.flatMap(\.bytes)
    }

    /// Where a window goes in the table.
    @inline(__always)
    static func hash(_ window: UInt32) -> Int {
        Int(truncatingIfNeeded: (window &* 0x9E37_79B1) >> UInt32(32 - hashBits))
    }

    /// A place in the first line of a range that may have a signature; `nil` where none may.
    func first(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
        guard let base = UnsafeRawPointer(bytes.baseAddress) else { return nil }
        return table.withUnsafeBufferPointer { table in
            var place = range.lowerBound
            // Sixteen looks at once: of 64 bytes, and none beyond them.
            while place + 64 <= range.upperBound {
                if Self.mayHold(base + place, table) {
                    var looks = Self.looksThatSee(base + place, table)
                    while looks != 0 {
                        let look = place + looks.trailingZeroBitCount * Self.stride
                        if holdsWord(bytes, look, range) { return look }
                        looks &= looks &- 1
                    }
                }
                place += 64
            }
            while place + Self.width <= range.upperBound {
                if Self.isSet(base + place, table), holdsWord(bytes, place, range) { return place }
                place += Self.stride
            }
            return nil
        }
    }

    /// Whether any look at 64 bytes sees a window.
    @inline(__always)
    private static func mayHold(
        _ pointer: UnsafeRawPointer, _ table: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        var seen: UInt8 = 0
        for look in 0..<16 {
            let window = pointer.loadUnaligned(fromByteOffset: look &* stride, as: UInt32.self)
            // A hash has 16 bits, and the table a byte for each.
            seen |= table[unchecked: hash(window & mask)]
        }
        return seen != 0
    }

    /// The looks at 64 bytes that see a window, a bit each; free of branches, which nobody foresees.
    @inline(__always)
    private static func looksThatSee(
        _ pointer: UnsafeRawPointer, _ table: UnsafeBufferPointer<UInt8>
    ) -> UInt32 {
        var looks: UInt32 = 0
        for look in 0..<16 {
            let window = pointer.loadUnaligned(fromByteOffset: look &* stride, as: UInt32.self)
            looks |= UInt32(table[unchecked: hash(window & mask)]) &<< UInt32(look)
        }
        return looks
    }

    @inline(__always)
    private static func isSet(
        _ pointer: UnsafeRawPointer, _ table: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        table[unchecked: hash(pointer.loadUnaligned(as: UInt32.self) & mask)] != 0
    }

    /// Whether a word really stands around a look.
    private func holdsWord(
        _ bytes: UnsafeBufferPointer<UInt8>, _ look: Int, _ range: Range<Int>
    ) -> Bool {
        var window: UInt32 = 0
        for offset in 0..<Self.width {
            window |= UInt32(bytes[look + offset]) << UInt32(8 * offset)
        }
        let bucket = Self.hash(window & Self.mask) & (starts.count - 2)
        var place = Int(starts[bucket])
        while place < Int(starts[bucket + 1]) {
            let check = checks[place]
            place += 1
            let start = look - Int(check.offset)
            let end = start + Int(check.count)
            guard start >= range.lowerBound, end <= range.upperBound else { continue }
            var index = start
            var letter = Int(check.word)
            while index < end, bytes[index].lowercased == words[letter] {
                index += 1
                letter += 1
            }
            if index == end, isAmongWords(bytes, start..<end, check, range) { return true }
        }
        return false
    }

    /// Whether the words on both sides may be those of the signature, by their nearest bytes.
    private func isAmongWords(
        _ bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>, _ check: Check, _ range: Range<Int>
    ) -> Bool {
        if check.previous != 0 {
            var place = word.lowerBound - 1
            while place >= range.lowerBound, Self.isBetween(bytes[place]) { place -= 1 }
            guard place >= range.lowerBound, bytes[place].lowercased == check.previous else {
                return false
            }
        }
        if check.next != 0 {
            var place = word.upperBound
            while place < range.upperBound, Self.isBetween(bytes[place]) { place += 1 }
            guard place < range.upperBound, bytes[place].lowercased == check.next else {
                return false
            }
        }
        return true
    }

    /// Whether a byte may stand between two words.
    private static func isBetween(_ byte: UInt8) -> Bool {
        if case .literal = NormalisedByte(byte) { return false }
        return true
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// An element at a place that is proven to be one.
    @inline(__always)
    fileprivate subscript(unchecked index: Int) -> UInt8 {
        baseAddress.unsafelyUnwrapped[index]
    }
}

extension UInt8 {
    /// The small letter of a capital, any other byte itself.
    fileprivate var lowercased: UInt8 { isCapital ? self | 0x20 : self }
}
