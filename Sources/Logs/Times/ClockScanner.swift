import Foundation

/// Reads times of day and zones.
enum ClockScanner {
    /// A time of day, in seconds, and the zone where it is stated.
    struct Clock {
        var second: Double
        /// How far the zone is ahead of UTC, in seconds.
        var offset: Double?

        /// The time on a day.
        func time(on day: CivilDay) -> LogTime {
            let date = day.start + second
            return offset.map { .moment(date - $0) } ?? .zoneless(date)
        }
    }

    /// `06:00:00`, `06:00:00.123`, `06:00:00,123`, `06:00:00:123`, `15.42.50.675872`, each with
    /// `AM` or `PM` or a zone behind it or not.
    static func clock(_ cursor: inout ByteCursor) -> Clock? { clock(&cursor, isLoose: false) }

    /// The same behind a day, where minutes and seconds may have one digit: `22:5:3`.
    static func looseClock(_ cursor: inout ByteCursor) -> Clock? { clock(&cursor, isLoose: true) }

    private static func clock(_ cursor: inout ByteCursor, isLoose: Bool) -> Clock? {
        func sixtieth() -> Int? {
            isLoose ? number(&cursor, upTo: 60) : cursor.number(digits: 2)
        }
        guard let hour = number(&cursor, upTo: 23), let separator = cursor.takeOne(of: ":."),
            let minute = sixtieth(), minute < 60, cursor.take(separator),
            let second = sixtieth(), second <= 60
        else { return nil }
        let fraction = cursor.attempt(fraction) ?? 0
        guard cursor.current?.isDigit != true else { return nil }
        let noon = cursor.attempt(halfOfDay) ?? 0
        let hours = noon == 0 ? hour : hour % 12 + (noon == 1 ? 0 : 12)
        return Clock(
            second: Double((hours * 60 + minute) * 60 + second) + fraction,
            offset: cursor.attempt(zone))
    }

    private static let colon = UInt8(ascii: ":")

    /// A number of one or two digits.
    static func number(_ cursor: inout ByteCursor, upTo largest: Int) -> Int? {
        let digits = cursor.digitCount(upTo: 3)
        guard digits == 1 || digits == 2, let value = cursor.number(digits: digits),
            value <= largest
        else { return nil }
        return value
    }

    private static func fraction(_ cursor: inout ByteCursor) -> Double? {
        guard cursor.takeOne(of: ".,:") != nil else { return nil }
        let digits = cursor.digitCount()
        guard digits > 0 else { return nil }
        var value = 0.0
        var scale = 1.0
        for _ in 0..<digits {
            guard let digit = cursor.number(digits: 1) else { break }
            scale /= 10
            value += Double(digit) * scale
        }
        return value
    }

    /// 1 for ` AM`, 2 for ` PM`.
    private static func halfOfDay(_ cursor: inout ByteCursor) -> Int? {
        cursor.skip(while: { $0 == 0x20 })
        if cursor.take("AM") || cursor.take("am") { return 1 }
        if cursor.take("PM") || cursor.take("pm") { return 2 }
        return nil
    }

    /// `Z`, `+01`, `+0100`, `+01:00`, ` +0000`, ` UTC`, ` GMT`; the abbreviations of other zones
    /// mean several each.
    private static func zone(_ cursor: inout ByteCursor) -> Double? {
        if cursor.take(UInt8(ascii: "Z")) { return cursor.current?.isLetter == true ? nil : 0 }
        let isApart = cursor.take(0x20)
        if cursor.take("UTC") || cursor.take("GMT") {
            return cursor.current?.isLetter == true ? nil : 0
        }
        guard let sign = cursor.takeOne(of: "+-"),
            let hours = cursor.number(digits: 2), hours <= 14
        else { return nil }
        let hasColon = cursor.take(colon)
        let minutes = cursor.number(digits: 2)
        // Apart from the time, `-05` may be anything.
        if minutes == nil, isApart || hasColon { return nil }
        guard (minutes ?? 0) < 60, cursor.current?.isDigit != true else { return nil }
        let seconds = Double((hours * 60 + (minutes ?? 0)) * 60)
        return sign == UInt8(ascii: "-") ? -seconds : seconds
    }
}
