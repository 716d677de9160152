import Testing

@testable import Catalog

@Suite struct TitleSeriesTests {
    @Test(
        "the next number of a title's like",
        arguments: [
            ("IC-05: Listener", ["ic-01", "ic-05"], "IC-06: ", true),
            ("IC-05: Listener", ["ic-09", "ic-05"], "IC-10: ", true),
            ("Issue 3 — Token", ["issue-3"], "Issue 4 — ", true),
            ("Issue 9 - Token", ["issue-9", "other"], "Issue 10 - ", true),
            ("7. It fails", ["x"], "8. ", false), ("7) It fails", [], "8) ", false),
            ("It fails 3 times", [], "", false), ("502 from nginx", [], "", false),
            ("HTTP 502: bad", [], "", false), ("No number", [], "", false), ("", [], "", false),
            ("99999999999999999999. x", [], "", false),
        ])
    func next(title: String, identifiers: [String], next: String, isCode: Bool) {
        let series = TitleSeries(after: title, identifiers: identifiers)
        #expect(series.next == next)
        #expect(series.isCode == isCode)
    }
}
