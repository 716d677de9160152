/// Periods such as `90d`, `12w` and `3 months`.
enum ReviewPeriod {
    /// A hundred years in days; nobody means a longer one.
    private static let longest = 36_525

    /// The period in days, a month counted as 30 and a year as 365, or `nil` where it is none.
    static func days(_ text: String) -> Int? {
        let digits = text.utf8.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
        guard !digits.isEmpty, digits.count <= 5, let count = Int(Substring(digits)), count > 0
        else { return nil }
        let unit = String(text[digits.endIndex...]).trimmedBlanks.lowercased()
        let length: Int? =
            switch unit {
            case "d", "day", "days": 1
            case "w", "week", "weeks": 7
            case "m", "mo", "month", "months": 30
            case "y", "year", "years": 365
            default: nil
            }
        guard let length, count <= longest / length else { return nil }
        return count * length
    }
}
