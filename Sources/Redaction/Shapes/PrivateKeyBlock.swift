/// Finds what stands in a PEM block of a private key (RFC 7468, 2), whole or cut off, its line ends
/// written as they are or as `\n`; the same of OpenPGP (RFC 9580, 6.2).
enum PrivateKeyBlock {
    /// The place of the key, without the lines around it, where the word begins a block.
    static func range(at word: Range<Int>, in bytes: [UInt8]) -> Range<Int>? {
        guard bytes.holds("-----BEGIN ", at: word.upperBound - 10),
            let label = bytes.place(
                of: "PRIVATE KEY", from: word.upperBound, within: longestLabel),
            let dashes = bytes.place(of: "-----", from: label, within: longestLabel)
        else { return nil }
        let start = dashes + 5
        // No key holds dashes, so the next ones tell whether it has an end.
        let next = bytes.place(of: "-----", from: start, within: longestBlock)
        if let next, bytes.holds("-----END ", at: next) { return start..<next }
        return start..<cutOff(from: start, in: bytes)
    }

    private static let longestLabel = 40
    private static let longestBlock = 64 << 10

    /// The end of what may still belong to a key whose end is missing: no word of prose.
    private static func cutOff(from start: Int, in bytes: [UInt8]) -> Int {
        bytes.end(from: start, within: longestBlock) { byte in
            byte.isBase64 || byte == 0x0A || byte == 0x0D || "\\:,".utf8.contains(byte)
        }
    }
}
