import Catalog

/// Reads the terms of an entry's texts: words, identifiers with their parts, and neighbours.
struct EntryTerms {
    /// A term as it stands in a text.
    struct Found {
        /// How much it counts, 1 for a word as written.
        var share: Float
        /// How it came there.
        var origin: WordOrigin
        /// Whether it counts for the length of the text.
        var isCounted: Bool
        /// Where its parts end if it is several words as one; 0 for none.
        var breaks = (0, 0)
    }

    /// The text at hand in small letters.
    private var lowered: [UInt8] = []
    /// Neighbouring words as one.
    private var joined: [UInt8] = []

    /// How much the parts of a name in mixed case count: `LiveKit` says little of `live`.
    private static let humpWeight: Float = 0.4
    /// How much neighbouring words count as one.
    private static let joinedWeight: Float = 0.8

    /// Calls a closure with the bytes of every term of a text, in small letters.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - joining: Whether neighbours are terms, too: `web socket` is `websocket`.
    ///   - body: Takes the bytes and what they are.
    @inline(__always)
    mutating func forEach(
        in text: String, joining: Bool, _ body: (UnsafeBufferPointer<UInt8>, Found) -> Void
    ) {
        var text = text
        text.withUTF8 { read($0, joining: joining, body) }
    }

    @inline(__always)
    private mutating func read(
        _ text: UnsafeBufferPointer<UInt8>, joining: Bool,
        _ body: (UnsafeBufferPointer<UInt8>, Found) -> Void
    ) {
        lowered.removeAll(keepingCapacity: true)
        lowered.append(contentsOf: text)
        lowered.withUnsafeMutableBufferPointer { bytes in
            for index in bytes.indices { bytes[index] = bytes[index].asciiLowercased }
        }
        var previous: Range<Int>?
        var previousHump: Range<Int>?
        var denial = Denial()
        Tokenizer.forEachToken(in: text) { token in
            let range = token.start..<token.end
            let isWord = token.kind == .word || token.kind == .part
            lowered.withUnsafeBufferPointer { bytes in
                body(
                    UnsafeBufferPointer(rebasing: bytes[range]),
                    Found(
                        share: token.kind == .hump ? Self.humpWeight : 1, origin: .written,
                        isCounted: isWord))
            }
            if isWord {
                if joining, let previous { join(previous, range, body) }
                previous = range
                if joining { joinDenied(range, &denial, body) }
            } else if token.kind == .hump {
                if let last = previousHump, last.upperBound == token.start {
                    join(last, range, body)
                }
                previousHump = range
            }
        }
    }

    /// Where the reading of a denial stands.
    private struct Denial {
        var negation = Negation()
        /// Whether something was denied just now.
        var isOpen = false
        /// The first word behind it.
        var first: Range<Int>?
    }

    /// Adds what is denied: `cannot go live` has `notgo` and `notgolive`, too.
    @inline(__always)
    private mutating func joinDenied(
        _ range: Range<Int>, _ denial: inout Denial,
        _ body: (UnsafeBufferPointer<UInt8>, Found) -> Void
    ) {
        let reading = lowered.withUnsafeBufferPointer {
            denial.negation.read(UnsafeBufferPointer(rebasing: $0[range]))
        }
        switch reading {
        case .denies:
            denial.isOpen = true
            denial.first = nil
        case .fills: return
        case .word:
            guard denial.isOpen else { return }
            let nothing = range.lowerBound..<range.lowerBound
            join(denial.first ?? nothing, range, isDenied: true, body)
            denial.isOpen = denial.first == nil
            denial.first = range
        }
    }

    /// Adds neighbouring words as one term.
    @inline(__always)
    private mutating func join(
        _ first: Range<Int>, _ second: Range<Int>, isDenied: Bool = false,
        _ body: (UnsafeBufferPointer<UInt8>, Found) -> Void
    ) {
        joined.removeAll(keepingCapacity: true)
        if isDenied { joined.append(contentsOf: Negation.word) }
        let firstBreak = joined.count
        joined.append(contentsOf: lowered[first])
        let breaks = (firstBreak, first.isEmpty ? 0 : joined.count)
        joined.append(contentsOf: lowered[second])
        guard joined.count <= Tokenizer.longestToken else { return }
        joined.withUnsafeBufferPointer {
            let found = Found(
                share: Self.joinedWeight, origin: .joined, isCounted: false, breaks: breaks)
            body($0, found)
        }
    }
}
