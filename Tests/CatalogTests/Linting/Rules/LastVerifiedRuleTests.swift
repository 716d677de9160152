import Testing

@testable import Catalog

@Suite struct LastVerifiedRuleTests {
    private func findings(_ keys: String) -> [String] {
        Linted.findings(LastVerifiedRule.self, "---\nsystem: s\n\(keys)\n---\n\n# S\n")
    }

    @Test(
        "a day is fine as long as the period has not passed",
        arguments: [
            "last_verified: 2026-11-21\nreview_after: 90d",
            "last_verified: 2026-08-23\nreview_after: 90d",
            "last_verified: 1999-01-01", "owner: me", "last_verified: tomorrow\nreview_after: 1d",
        ])
    func fine(keys: String) {
        #expect(findings(keys) == [])
    }

    @Test(
        "a stale, missing or future day is told at its key",
        arguments: [
            (
                "last_verified: 2026-08-22\nreview_after: 90d",
                "3:1 last verified 91 days ago, and review_after is 90 days; check it against the "
                    + "system, then run lint with --fix --verified"
            ),
            (
                "review_after: 1 week\nlast_verified: 2024-02-28",
                "4:1 last verified 997 days ago, and review_after is 7 days; check it against the "
                    + "system, then run lint with --fix --verified"
            ),
            (
                "review_after: 90d",
                "3:1 nobody has verified this runbook yet; add 'last_verified: 2026-11-21' once it is"
            ),
            ("last_verified: 2026-11-22", "3:1 2026-11-22 has not come yet"),
        ])
    func told(keys: String, finding: String) {
        #expect(findings(keys) == [finding])
    }
}
