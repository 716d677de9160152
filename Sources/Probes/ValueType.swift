/// What the value of a key must be.
public enum ValueType: String, Sendable, Hashable, CaseIterable {
    /// Any text.
    case text
    /// A plain number.
    case number
    /// A time such as `2s`, `300ms`, `5m`, `1h`, `3d`; held in seconds.
    case duration
    /// A size such as `512KB`, `1GB`, `1GiB`; held in bytes.
    case bytes
    /// A share such as `10%`; held in percent.
    case percent
    /// `true` or `false`
    case boolean
    /// Texts separated by commas.
    case list
    /// A Swift Regex.
    case pattern

    /// The number that a value of this type stands for; `nil` where it is not one.
    public func number(of text: some StringProtocol) -> Double? {
        switch self {
        case .duration: Quantity.seconds(text)
        case .bytes: Quantity.bytes(text)
        case .percent: Quantity.percent(text)
        case .number, .text: Quantity.plain(text)
        case .boolean, .list, .pattern: nil
        }
    }

    /// What a value of this type looks like, for messages.
    public var form: String {
        switch self {
        case .text: "text"
        case .number: "a number"
        case .duration: "a time such as 2s or 5m"
        case .bytes: "a size such as 512MB or 1GB"
        case .percent: "a share such as 10%"
        case .boolean: "true or false"
        case .list: "texts separated by commas"
        case .pattern: "a regular expression"
        }
    }
}

/// Numbers with units as probe lines write them.
public enum Quantity {
    private static let secondsOf: [String: Double] = [
        "ms": 0.001, "s": 1, "m": 60, "min": 60, "h": 3600, "d": 86_400,
    ]
    private static let bytesOf: [String: Double] = [
        "B": 1, "KB": 1e3, "MB": 1e6, "GB": 1e9, "TB": 1e12,
        "KiB": 1024, "MiB": 1_048_576, "GiB": 1_073_741_824, "TiB": 1_099_511_627_776,
    ]

    /// A number without a unit.
    public static func plain(_ text: some StringProtocol) -> Double? {
        Double(text).flatMap { $0.isFinite ? $0 : nil }
    }

    /// A time in seconds; a bare number is one of seconds.
    public static func seconds(_ text: some StringProtocol) -> Double? {
        scaled(text, by: secondsOf)
    }

    /// A size in bytes; a bare number is one of bytes.
    public static func bytes(_ text: some StringProtocol) -> Double? {
        scaled(text, by: bytesOf)
    }

    /// A share in percent, with or without its sign.
    public static func percent(_ text: some StringProtocol) -> Double? {
        scaled(text, by: ["%": 1])
    }

    /// A time that is worth waiting for: positive and at most a day.
    public static func timeout(_ text: some StringProtocol) -> Duration? {
        guard let seconds = seconds(text), seconds > 0, seconds <= 86_400 else { return nil }
        return .milliseconds(Int64((seconds * 1000).rounded(.up)))
    }

    private static func scaled(
        _ text: some StringProtocol, by units: [String: Double]
    ) -> Double? {
        let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
        guard let value = plain(number) else { return nil }
        let unit = String(text.dropFirst(number.count))
        if unit.isEmpty { return value }
        // Rounded to a billionth, for 300 times a thousandth is not quite 0.3.
        return units[unit].map { (value * $0 * 1e9).rounded() / 1e9 }
    }
}
