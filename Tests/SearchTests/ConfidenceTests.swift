import Testing

@testable import Search

@Suite("Confidence")
struct ConfidenceTests {
    @Test("an entry that fits as a rare word in a title does is sure, one that does not fit is not")
    func ends() {
        #expect(Self.confidence(fit: 1, unknown: 0) > 0.95)
        #expect(Self.confidence(fit: 0, unknown: 0) < 0.05)
        #expect(Self.confidence(fit: -1, unknown: 1) < 0.05)
    }

    @Test("a better fit makes it surer, and what no entry knows less sure")
    func monotone() {
        let fits = stride(from: Float(0), through: 2, by: 0.1)
        let rising = fits.map { Self.confidence(fit: $0, unknown: 0.2) }
        #expect(rising == rising.sorted())
        let falling = fits.map { Self.confidence(fit: 0.5, unknown: $0 / 2) }
        #expect(falling == falling.sorted(by: >))
    }

    @Test("an error message and nothing else is sure")
    func signature() {
        #expect(Confidence(fit: 0, unknown: 1, isExactSignature: true).value > 0.9)
    }

    private static func confidence(fit: Float, unknown: Float) -> Double {
        Confidence(fit: fit, unknown: unknown, isExactSignature: false).value
    }
}
