/// Sizes and shares as a person says them, always rounded down: nearly full is not full.
enum AmountText {
    private static let units = ["KB", "MB", "GB", "TB", "PB"]

    /// A number of bytes: `812 bytes`, `3.2 GB`; the units are those of probe lines.
    static func bytes(_ count: Int) -> String {
        if count < 1000 { return count == 1 ? "1 byte" : "\(count) bytes" }
        var tenths = count / 100
        var unit = 0
        while tenths >= 10_000, unit < units.count - 1 {
            tenths /= 1000
            unit += 1
        }
        return "\(decimal(tenths)) \(units[unit])"
    }

    /// A share in percent: `7.3%`, `12%`.
    static func percent(_ share: Double) -> String {
        guard share.isFinite else { return "?%" }
        return decimal(Int((max(0, min(share, 1e6)) * 10).rounded(.down))) + "%"
    }

    private static func decimal(_ tenths: Int) -> String {
        tenths % 10 == 0 || tenths >= 1000
            ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}
