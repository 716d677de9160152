/// Days written as `YYYY-MM-DD`.
enum CalendarDay {
    /// Whether a text is a day of the Gregorian calendar.
    static func isValid(_ text: String) -> Bool {
        parts(of: text) != nil
    }

    /// The days from one day to another, negative where the other comes first; `nil` where one of
    /// them is no day.
    static func days(from first: String, to second: String) -> Int? {
        guard let start = number(of: first), let end = number(of: second) else { return nil }
        return end - start
    }

    /// The number of a day, counted from a day that does not matter.
    ///
    /// Years start in March here, so that a leap day comes last (Hinnant, "chrono-Compatible
    /// Low-Level Date Algorithms", days_from_civil).
    private static func number(of text: String) -> Int? {
        guard let (year, month, day) = parts(of: text) else { return nil }
        let shifted = month > 2 ? year : year - 1
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear
    }

    /// Year, month and day of a text that is a day.
    private static func parts(of text: String) -> (year: Int, month: Int, day: Int)? {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = number(bytes[0..<4]), let month = number(bytes[5..<7]),
            let day = number(bytes[8..<10]), year > 0, (1...12).contains(month),
            (1...days(inMonth: month, year: year)).contains(day)
        else { return nil }
        return (year, month, day)
    }

    /// The value of bytes that are all digits.
    private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for byte in bytes {
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return value
    }

    private static func days(inMonth month: Int, year: Int) -> Int {
        let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
        return switch month {
        case 2: isLeap ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
