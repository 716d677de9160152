import Testing

@testable import Catalog

@Suite("Review periods")
struct ReviewPeriodTests {
    @Test(
        "periods are counted in days",
        arguments: [
            ("90d", 90), ("12w", 84), ("3 months", 90), ("1y", 365), ("1 day", 1), ("2 Weeks", 14),
        ])
    func counts(text: String, days: Int) {
        #expect(ReviewPeriod.days(text) == days)
    }

    @Test(
        "anything else is no period",
        arguments: ["", "d", "0d", "-3d", "90", "90 parsecs", "99999999999999999999d", "99999y"])
    func rejects(text: String) {
        #expect(ReviewPeriod.days(text) == nil)
    }
}
