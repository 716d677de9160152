import Testing

@testable import Catalog

@Suite("Calendar days")
struct CalendarDayTests {
    @Test("days of the calendar are valid", arguments: ["2026-11-20", "2024-02-29", "2000-02-29"])
    func valid(text: String) {
        #expect(CalendarDay.isValid(text))
    }

    @Test(
        "other texts are not",
        arguments: [
            "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-1-1",
            "2026/01/01", "0000-01-01", "２０２６-01-01", "",
        ])
    func invalid(text: String) {
        #expect(!CalendarDay.isValid(text))
    }
}
