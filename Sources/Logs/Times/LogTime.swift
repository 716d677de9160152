import Foundation

/// A time as a log line states it, which may leave out the zone, the year or the whole day.
public enum LogTime: Sendable, Hashable {
    /// A moment.
    case moment(Date)
    /// A day and time of day in an unstated zone, as the moment it would be in UTC.
    case zoneless(Date)
    /// A day of an unstated year and a time of day in seconds, the zone unstated.
    case yearless(month: Int, day: Int, second: Double)
    /// A time of day in seconds, day and zone unstated.
    case ofDay(second: Double)

    /// Reads a text that is a time and nothing else, such as `2026-11-21T06:00:00.123Z`.
    public init?(_ text: some StringProtocol) {
        guard let time = TimeScanner.time(of: text) else { return nil }
        self = time
    }

    /// A day in seconds.
    static let day = 86_400.0

    /// The moment, what is unstated taken so that the time lies as late as can be, but not more
    /// than a day behind another moment.
    ///
    /// - Parameters:
    ///   - reference: A moment at or behind the line's, such as when the file was last written.
    ///   - offset: How far an unstated zone is ahead of UTC, in seconds.
    public func date(before reference: Date, offset: Double = 0) -> Date {
        switch self {
        case .moment(let date): return date
        case .zoneless(let date): return date - offset
        case .yearless(let month, let day, let second):
            let year = CivilDay(containing: reference + offset).year
            let candidates = [year + 1, year, year - 1].map { year in
                CivilDay(year: year, month: month, day: day).start + second - offset
            }
            return candidates.first { $0 <= reference + Self.day } ?? candidates[2]
        case .ofDay(let second):
            let today = CivilDay(containing: reference + offset).start + second - offset
            // A clock may go a little ahead; half a day is the day before.
            return today > reference + Self.day / 2 ? today - Self.day : today
        }
    }

    /// Whether the zone is stated.
    public var hasZone: Bool {
        if case .moment = self { true } else { false }
    }
}

/// A day of the Gregorian calendar.
struct CivilDay: Hashable {
    var year: Int
    var month: Int
    var day: Int

    init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// Whether there is such a day, every month taken to have 31.
    var isPlausible: Bool {
        (1970...9999).contains(year) && (1...12).contains(month) && (1...31).contains(day)
    }

    /// The day's start in UTC (Howard Hinnant, chrono-Compatible Low-Level Date Algorithms,
    /// `days_from_civil`).
    var start: Date {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Date(timeIntervalSince1970: Double(era * 146_097 + dayOfEra - 719_468) * LogTime.day)
    }

    /// The day in UTC (the same, `civil_from_days`), from 1970 on.
    init(containing date: Date) {
        let days = Int(max(0, min(date.timeIntervalSince1970, 1e11)) / LogTime.day) + 719_468
        let era = days / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }
}
