/// Tells quickly where no pattern can begin, by a hash of the four bytes at a place.
struct WindowFilter: Sendable {
    /// How many bytes are looked at; every pattern must be as long.
    static let width = 4

    private static let bits = 16
    private var isStart = [Bool](repeating: false, count: 1 << bits)

    /// Takes a pattern in.
    mutating func insert(_ pattern: [UInt8]) {
        guard pattern.count >= Self.width else { return }
        let window = pattern.prefix(Self.width).enumerated().reduce(UInt32(0)) {
            $0 | UInt32($1.element) << UInt32($1.offset * 8)
        }
        isStart[Self.hash(window)] = true
    }

    /// The first place from the given one on where a pattern may begin.
    func candidate(in bytes: [UInt8], from start: Int) -> Int? {
        guard start >= 0, start + Self.width <= bytes.count else { return nil }
        var window =
            UInt32(bytes[start]) << 8 | UInt32(bytes[start + 1]) << 16
            | UInt32(bytes[start + 2]) << 24
        for place in start..<(bytes.count - Self.width + 1) {
            window = window >> 8 | UInt32(bytes[place + 3]) << 24
            if isStart[Self.hash(window)] { return place }
        }
        return nil
    }

    /// Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4).
    private static func hash(_ window: UInt32) -> Int {
        Int((window &* 2_654_435_769) >> UInt32(32 - bits))
    }
}
