/// How often windows come in a text, as a sample of it tells.
struct WindowRarity: Sendable {
    private var counts = [UInt16](repeating: 0, count: 1 << WindowFilter.hashBits)

    /// The most bytes of a sample that are looked at.
    static let sampleSize = 128 << 10

    /// Counts the windows of a sample.
    init(_ sample: some Collection<UInt8>) {
        var window: UInt32 = 0
        for byte in sample.prefix(Self.sampleSize) {
            window = window >> 8 | UInt32(byte) << 24
            let hash = WindowFilter.hash(window & WindowFilter.mask)
            if counts[hash] < .max { counts[hash] += 1 }
        }
    }

    /// How often a window came.
    func count(of window: UInt32) -> Int { Int(counts[WindowFilter.hash(window)]) }
}
