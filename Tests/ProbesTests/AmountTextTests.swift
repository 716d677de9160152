import Testing

@testable import Probes

@Suite struct AmountTextTests {
    @Test(
        "sizes are short and never rounded up",
        arguments: [
            (0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (1000, "1 KB"), (1999, "1.9 KB"),
            (99_999, "99.9 KB"), (999_999, "999 KB"), (1_000_000, "1 MB"),
            (3_250_000_000, "3.2 GB"), (78_000_000_000, "78 GB"), (5_500_000_000_000, "5.5 TB"),
            (.max, "9223 PB"),
        ])
    func bytes(count: Int, text: String) {
        #expect(AmountText.bytes(count) == text)
    }

    @Test(
        "shares are never rounded up, so that nearly 10% is not 10%",
        arguments: [
            (0.0, "0%"), (9.99, "9.9%"), (10, "10%"), (99.96, "99.9%"), (100, "100%"),
            (.nan, "?%"), (.infinity, "?%"), (-3, "0%"),
        ])
    func percent(share: Double, text: String) {
        #expect(AmountText.percent(share) == text)
    }
}
