import Testing

@testable import Probes

@Suite("SHA-1")
struct SHA1Tests {
    private func hash(_ message: some Sequence<UInt8>) -> String {
        SHA1.digest(of: message).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }

    // The vectors of RFC 3174, 7.3.
    @Test(
        "the hash is that of the standard",
        arguments: [
            ("", 1, "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
            ("abc", 1, "a9993e364706816aba3e25717850c26c9cd0d89d"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
                "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
            ),
            ("a", 1_000_000, "34aa973cd4c4daa4f61eeb2bdbad27316534016f"),
            ("01234567", 80, "dea356a2cddd90c7a7ecedc5ebb563934f460452"),
        ])
    func vectors(text: String, count: Int, expected: String) {
        #expect(hash(Array(repeating: Array(text.utf8), count: count).joined()) == expected)
    }

    @Test(
        "the filling fits at every edge of a block",
        arguments: [
            (55, "c1c8bbdc22796e28c0e15163d20899b65621d65a"),
            (56, "c2db330f6083854c99d4b5bfb6e8f29f201be699"),
            (63, "03f09f5b158a7a8cdad920bddc29b81c18a551f5"),
            (64, "0098ba824b5c16427bd7a1122a5a442a25ec644d"),
            (65, "11655326c708d70319be2610e8a57d9a5b959d3b"),
        ])
    func edges(count: Int, expected: String) {
        #expect(hash([UInt8](repeating: 0x61, count: count)) == expected)
    }
}
