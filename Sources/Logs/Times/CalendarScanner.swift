/// Reads days and times of day written in digits alone.
enum CalendarScanner {
    /// `2026-11-21T06:00:00Z` (ISO 8601, RFC 3339), `2026/11/21 06:00:00` (Go, nginx),
    /// `2005-06-03-15.42.50.675872`, `20261121-06:00:00`, `17/06/09 20:10:40` (log4j),
    /// `11/21/2026 06:00:00`, `21.11.2026 06:00:00`.
    static func time(_ cursor: inout ByteCursor) -> LogTime? {
        guard let day = cursor.attempt(compactDay) ?? cursor.attempt(separatedDay),
            day.isPlausible,
            cursor.takeOne(of: "T t_-:") != nil
        else { return nil }
        cursor.skip(while: { $0 == 0x20 })
        return (cursor.attempt(ClockScanner.looseClock) ?? cursor.attempt(compactClock)).map {
            $0.time(on: day)
        }
    }

    /// `20261121`, `261121`
    private static func compactDay(_ cursor: inout ByteCursor) -> CivilDay? {
        let digits = cursor.digitCount(upTo: 9)
        guard digits == 8 || digits == 6, let year = cursor.number(digits: digits - 4),
            let month = cursor.number(digits: 2), let day = cursor.number(digits: 2)
        else { return nil }
        return CivilDay(year: digits == 6 ? 2000 + year : year, month: month, day: day)
    }

    private static func separatedDay(_ cursor: inout ByteCursor) -> CivilDay? {
        let firstDigits = cursor.digitCount(upTo: 5)
        guard firstDigits == 4 || firstDigits <= 2, firstDigits > 0,
            let first = cursor.number(digits: firstDigits),
            let separator = cursor.takeOne(of: "-/."),
            let second = ClockScanner.number(&cursor, upTo: 31), cursor.take(separator)
        else { return nil }
        if firstDigits == 4 {
            return ClockScanner.number(&cursor, upTo: 31).map {
                CivilDay(year: first, month: second, day: $0)
            }
        }
        switch cursor.digitCount(upTo: 5) {
        case 4:
            guard let year = cursor.number(digits: 4) else { return nil }
            // Slashes are the American form, which has the month first.
            return separator == UInt8(ascii: "/")
                ? CivilDay(year: year, month: first, day: second)
                : CivilDay(year: year, month: second, day: first)
        case 2 where separator == UInt8(ascii: "/") && firstDigits == 2:
            return cursor.number(digits: 2).map {
                CivilDay(year: 2000 + first, month: second, day: $0)
            }
        default: return nil
        }
    }

    /// `060000Z`, the basic form of ISO 8601.
    private static func compactClock(_ cursor: inout ByteCursor) -> ClockScanner.Clock? {
        guard cursor.digitCount(upTo: 7) == 6, let hour = cursor.number(digits: 2), hour < 24,
            let minute = cursor.number(digits: 2), minute < 60,
            let second = cursor.number(digits: 2), second <= 60
        else { return nil }
        return ClockScanner.Clock(
            second: Double((hour * 60 + minute) * 60 + second),
            offset: cursor.take(UInt8(ascii: "Z")) ? 0 : nil)
    }
}
