/// The shapes of the messages of a log, each once: messages of one shape have the same tokens.
///
/// Bounded whatever the log: past ``mostShapes`` new messages are told apart by their first words
/// only, past twice as many not at all.
struct MessageShapes {
    /// Shapes by their numbers.
    private(set) var shapes: [[MessageToken]] = []
    /// A message of each shape, by its number, cut where it is long.
    private(set) var samples: [[UInt8]] = []
    private var numbers: [UInt64: Int] = [:]

    /// The bound on shapes told apart by all of their tokens.
    static let mostShapes = 40_000
    /// How many words still count past it.
    private static let coarseWords = 2
    private static let longestSample = 400

    /// The number of a shape, a new one where it is new.
    ///
    /// - Parameter message: The message, which is asked for where the shape is new.
    mutating func number(of tokens: [PlacedToken], _ message: () -> ArraySlice<UInt8>) -> Int {
        let key = Self.key(of: tokens.lazy.map(\.token))
        if let number = numbers[key] { return number }
        if shapes.count < Self.mostShapes {
            return add(tokens.map(\.token), key, sample: message())
        }
        let coarse = Self.coarse(tokens)
        let coarseKey = Self.key(of: coarse)
        if let number = numbers[coarseKey] { return number }
        let isFull = shapes.count >= 2 * Self.mostShapes
        return isFull
            ? number(ofShape: [.gap], sample: []) : add(coarse, coarseKey, sample: message())
    }

    /// The number of a shape of another table.
    mutating func number(ofShape tokens: [MessageToken], sample: [UInt8]) -> Int {
        let key = Self.key(of: tokens)
        return numbers[key] ?? add(tokens, key, sample: sample[...])
    }

    private mutating func add(
        _ tokens: [MessageToken], _ key: UInt64, sample: ArraySlice<UInt8>
    ) -> Int {
        numbers[key] = shapes.count
        shapes.append(tokens)
        samples.append(Array(sample.prefix(Self.longestSample)))
        return shapes.count - 1
    }

    private static func coarse(_ tokens: [PlacedToken]) -> [MessageToken] {
        var words = 0
        return tokens.prefix(8).map { placed in
            guard placed.token.isWord else { return placed.token }
            words += 1
            return words <= coarseWords ? placed.token : .gap
        }
    }

    /// A number that hardly any two shapes share.
    static func key(of tokens: some Sequence<MessageToken>) -> UInt64 {
        var key: UInt64 = 0x9E37_79B9_7F4A_7C15
        for token in tokens {
            key = (key ^ token.value) &* 0xFF51_AFD7_ED55_8CCD
            key ^= key >> 32
        }
        return key
    }
}
