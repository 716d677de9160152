/// A runbook that nobody has checked against its system for longer than it allows itself.
///
///     last_verified: 2026-01-05
///     review_after: 90d
enum LastVerifiedRule: LintRule {
    static let description = RuleDescription(
        "last-verified", .warning, "last_verified is older than review_after, missing or to come",
        isFixable: true)

    static func check(_ page: LintedRunbook) -> [Diagnostic] {
        let runbook = page.runbook
        let today = page.surroundings.today
        guard let verified = runbook.lastVerified else {
            guard runbook.reviewAfterDays != nil, runbook.keyLocations["last_verified"] == nil,
                let place = runbook.keyLocations["review_after"]
            else { return [] }
            let advice = "add 'last_verified: \(today)' once it is"
            return [finding("nobody has verified this runbook yet; \(advice)", at: place)]
        }
        let place = runbook.keyLocations["last_verified"] ?? page.place(line: 1)
        guard let age = CalendarDay.days(from: verified, to: today) else { return [] }
        if age < 0 { return [finding("\(verified) has not come yet", at: place)] }
        guard let allowed = runbook.reviewAfterDays, age > allowed else { return [] }
        return [
            finding(
                "last verified \(age) days ago, and review_after is \(allowed) days; check it "
                    + "against the system, then run lint with --fix --verified", at: place)
        ]
    }
}
