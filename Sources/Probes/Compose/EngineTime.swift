import Foundation

/// Reads the engine's times, which are RFC 3339 with up to nine digits of a second.
enum EngineTime {
    /// The moment; `nil` for what is no time and for the year 1, which stands for never.
    static func date(of text: String) -> Date? {
        let parts = text.split(whereSeparator: { !$0.isNumber }).prefix(6).compactMap { Int($0) }
        guard parts.count == 6, (1970...9999).contains(parts[0]), (1...12).contains(parts[1]),
            (1...31).contains(parts[2]), parts[3] < 24, parts[4] < 60, parts[5] <= 60
        else { return nil }
        let days = dayNumber(year: parts[0], month: parts[1], day: parts[2])
        let seconds = ((days * 24 + parts[3]) * 60 + parts[4]) * 60 + parts[5]
        let fraction = text.firstIndex(of: ".")
            .map { "0" + text[$0...].prefix { $0 == "." || $0.isNumber } }
        return Date(
            timeIntervalSince1970: Double(seconds - offset(in: text))
                + (fraction.flatMap(Double.init) ?? 0))
    }

    /// The days since 1970-01-01 (Howard Hinnant, chrono-Compatible Low-Level Date Algorithms).
    private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The seconds that `+01:00` at the end is ahead of UTC.
    private static func offset(in text: String) -> Int {
        guard text.count > 6, let sign = text.dropLast(5).last, sign == "+" || sign == "-"
        else { return 0 }
        let parts = text.suffix(5).split(separator: ":").compactMap { Int($0) }
        guard parts.count == 2 else { return 0 }
        return (parts[0] * 60 + parts[1]) * 60 * (sign == "-" ? -1 : 1)
    }
}
