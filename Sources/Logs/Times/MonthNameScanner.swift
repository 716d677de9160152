/// Reads times whose month is a name.
enum MonthNameScanner {
    /// `21/Nov/2026:06:00:00 +0000`, the Common Log Format of web servers.
    static func accessLog(_ cursor: inout ByteCursor) -> LogTime? {
        guard let day = ClockScanner.number(&cursor, upTo: 31), cursor.take(UInt8(ascii: "/")),
            let month = month(&cursor), cursor.take(UInt8(ascii: "/")),
            let year = cursor.number(digits: 4),
            cursor.takeOne(where: { $0 == UInt8(ascii: ":") || $0 == 0x20 }) != nil,
            let clock = ClockScanner.clock(&cursor)
        else { return nil }
        let civil = CivilDay(year: year, month: month, day: day)
        return civil.isPlausible ? clock.time(on: civil) : nil
    }

    /// `21 Nov 2026 06:00:00.123` (Redis), `21 Nov 06:00:00`, `21-Nov-2026 06:00:00` (Tomcat).
    static func dayFirst(_ cursor: inout ByteCursor) -> LogTime? {
        guard let day = ClockScanner.number(&cursor, upTo: 31),
            let separator = cursor.takeOne(where: { $0 == 0x20 || $0 == UInt8(ascii: "-") }),
            let month = month(&cursor), cursor.take(separator)
        else { return nil }
        return yearAndClock(&cursor, month: month, day: day)
    }

    /// `Nov 21 06:00:00` (RFC 3164), `Sun Dec 04 04:47:44 2005` (Apache),
    /// `Sun Dec  4 04:47:44 UTC 2005`, `Sun, 06 Nov 1994 08:49:37 GMT`, `Nov 21, 2026 6:00:00 AM`.
    static func monthFirst(_ cursor: inout ByteCursor) -> LogTime? {
        if cursor.attempt({ word(&$0, of: weekdays) }) != nil {
            _ = cursor.take(UInt8(ascii: ","))
            cursor.skip(while: { $0 == 0x20 })
            if cursor.current?.isDigit == true { return dayFirst(&cursor) }
        }
        guard let month = month(&cursor), cursor.take(0x20) else { return nil }
        cursor.skip(while: { $0 == 0x20 })
        guard let day = ClockScanner.number(&cursor, upTo: 31) else { return nil }
        _ = cursor.take(UInt8(ascii: ","))
        guard cursor.take(0x20) else { return nil }
        return yearAndClock(&cursor, month: month, day: day)
    }

    /// The year, in front of the time of day or behind it or not at all.
    private static func yearAndClock(
        _ cursor: inout ByteCursor, month: Int, day: Int
    ) -> LogTime? {
        var year = cursor.attempt { cursor in
            cursor.digitCount() == 4 ? cursor.number(digits: 4) : nil
        }
        if year != nil { cursor.skip(while: { $0 == 0x20 }) }
        guard let clock = ClockScanner.clock(&cursor) else { return nil }
        if year == nil {
            year = cursor.attempt { cursor in
                guard cursor.take(0x20), cursor.digitCount() == 4 else { return nil }
                return cursor.number(digits: 4).flatMap { (1970...2199).contains($0) ? $0 : nil }
            }
        }
        guard let year else { return .yearless(month: month, day: day, second: clock.second) }
        let civil = CivilDay(year: year, month: month, day: day)
        return civil.isPlausible ? clock.time(on: civil) : nil
    }

    private static func month(_ cursor: inout ByteCursor) -> Int? {
        cursor.attempt { word(&$0, of: months) }.map { $0 + 1 }
    }

    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ].map { Array($0.utf8) }
    private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        .map { Array($0.utf8) }

    /// Which of some abbreviations of three letters stands here and nothing longer.
    private static func word(_ cursor: inout ByteCursor, of words: [[UInt8]]) -> Int? {
        guard let first = cursor.peek(0), let second = cursor.peek(1), let third = cursor.peek(2),
            cursor.peek(3)?.isLetter != true
        else { return nil }
        let letters = [first | 0x20, second | 0x20, third | 0x20]
        guard let place = words.firstIndex(of: letters) else { return nil }
        cursor.index += 3
        return place
    }
}
