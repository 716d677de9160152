/// The units of size, time and rate that stand behind numbers in logs.
enum MeasuringUnits {
    private static let longest = 4

    private static let words: Set<UInt32> = Set(
        [
            "B", "kb", "mb", "gb", "tb", "kib", "mib", "gib", "ms", "us", "ns", "s", "sec", "secs",
            "msec", "min", "mins", "hrs", "%", "kbps", "mbps", "hz", "mhz", "ghz", "kb/s", "mb/s",
        ].map { word in word.utf8.reduce(0) { $0 << 8 | UInt32($1) } })

    /// Whether a word is a unit, in any case but for the single letters.
    static func hold(_ line: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count <= longest else { return false }
        let lowered: UInt8 = range.count == 1 ? 0 : 0x20
        let packed = range.reduce(UInt32(0)) { sum, index in
            let byte = line[index]
            return sum << 8 | UInt32(byte.isLetter ? byte | lowered : byte)
        }
        return words.contains(packed)
    }
}
