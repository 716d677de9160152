import Foundation

/// Recognises the times of log lines.
enum TimeScanner {
    /// A time right at a place of a line, which is moved behind it.
    static func time(_ cursor: inout ByteCursor) -> LogTime? {
        guard let first = cursor.current else { return nil }
        if first.isDigit {
            return cursor.attempt(CalendarScanner.time)
                ?? cursor.attempt(MonthNameScanner.accessLog)
                ?? cursor.attempt(MonthNameScanner.dayFirst)
                ?? cursor.attempt(ofDay) ?? cursor.attempt(epoch)
        }
        return cursor.attempt(klog) ?? cursor.attempt(MonthNameScanner.monthFirst)
    }

    /// A time that a text is, and nothing else; blanks around it aside.
    static func time(of text: some StringProtocol) -> LogTime? {
        var cursor = ByteCursor(Array(text.utf8)[...])
        cursor.skip(while: \.isBlank)
        guard let time = time(&cursor) else { return nil }
        cursor.skip(while: \.isBlank)
        return cursor.current == nil ? time : nil
    }

    /// A number of seconds, milliseconds, microseconds or nanoseconds since 1970, by its size:
    /// from 2000 to 2100.
    static func moment(sinceEpoch number: Double) -> LogTime? {
        for unit in [1, 1e3, 1e6, 1e9] where (946_684_800...4_102_444_800).contains(number / unit) {
            return .moment(Date(timeIntervalSince1970: number / unit))
        }
        return nil
    }

    /// `06:00:00.123`
    private static func ofDay(_ cursor: inout ByteCursor) -> LogTime? {
        guard cursor.peek(1) == UInt8(ascii: ":") || cursor.peek(2) == UInt8(ascii: ":"),
            let clock = ClockScanner.clock(&cursor)
        else { return nil }
        return .ofDay(second: clock.second - (clock.offset ?? 0))
    }

    /// What may follow a number of seconds.
    private static let behindNumber: ByteSet = " \t,;:|]})\"'"

    /// `1700000000`, `1700000000.123`, `1700000000123`, up to nanoseconds.
    private static func epoch(_ cursor: inout ByteCursor) -> LogTime? {
        let digits = cursor.digitCount()
        guard [10, 13, 16, 19].contains(digits), let whole = cursor.number(digits: digits)
        else { return nil }
        var number = Double(whole)
        if digits == 10, cursor.peek(1)?.isDigit == true, cursor.take(UInt8(ascii: ".")) {
            var scale = 1.0
            while let digit = cursor.number(digits: 1) {
                scale /= 10
                number += Double(digit) * scale
            }
        }
        if let next = cursor.current, !behindNumber.contains(next) { return nil }
        return moment(sinceEpoch: number)
    }

    /// `I1121 06:00:00.123456` and `I20261121 06:00:00.123456` (klog and glog: level, month, day).
    private static func klog(_ cursor: inout ByteCursor) -> LogTime? {
        guard cursor.takeOne(of: "IWEFD") != nil else { return nil }
        let digits = cursor.digitCount(upTo: 9)
        let year = digits == 8 ? cursor.number(digits: 4) : nil
        guard digits == 4 || digits == 8, let month = cursor.number(digits: 2),
            let day = cursor.number(digits: 2), (1...12).contains(month), (1...31).contains(day),
            cursor.take(0x20), let clock = ClockScanner.clock(&cursor)
        else { return nil }
        guard let year else { return .yearless(month: month, day: day, second: clock.second) }
        return clock.time(on: CivilDay(year: year, month: month, day: day))
    }
}
