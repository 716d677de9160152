/// Recognises the form of times in heads, without reading what they say.
///
/// Wider than ``TimeScanner``, for a column of numbers that looks like a time is one in whatever
/// order day and month stand: `[10.30 16:49:06]`, `2005-06-03-15.42.50.675872`, `2005.06.03`.
struct HeadTime {
    private let line: UnsafeBufferPointer<UInt8>
    private var position: Int

    private static let openers: ByteSet = "[(<|\"'"
    private static let closers: ByteSet = "])>,:;\"'"
    private static let daySigns: ByteSet = "-/."
    private static let joints: ByteSet = " T_-:\t"
    private static let ends: ByteSet = " \t|"

    /// Where the time at a place ends, with the signs around it; `nil` where there is none.
    static func end(in line: UnsafeBufferPointer<UInt8>, at position: Int) -> Int? {
        var scanner = HeadTime(line: line, position: position)
        scanner.skip(openers)
        guard let first = scanner.current else { return nil }
        let isTime = first.isDigit ? scanner.takeNumeric() : scanner.takeNamed()
        guard isTime else { return nil }
        scanner.skip(closers)
        guard let next = scanner.current else { return line.count }
        return ends.contains(next) ? scanner.position : nil
    }

    private var current: UInt8? { position < line.count ? line[position] : nil }

    private mutating func skip(_ set: ByteSet) {
        while let byte = current, set.contains(byte) { position += 1 }
    }

    private mutating func digits() -> Int {
        let start = position
        while let byte = current, byte.isDigit { position += 1 }
        return position - start
    }

    /// A day and a clock, a day, a clock, or seconds since 1970.
    private mutating func takeNumeric() -> Bool {
        let start = position
        if takeClock() {
            takeZone()
            return true
        }
        position = start
        guard takeDay() else {
            position = start
            return takeEpoch()
        }
        let dayEnd = position
        skip(Self.joints)
        if position > dayEnd, takeClock() || takeSixDigits() {
            takeZone()
            return true
        }
        position = dayEnd
        // A day alone has its year.
        return dayEnd - start >= 8 && line[start..<dayEnd].contains(where: Self.daySigns.contains)
    }

    /// `2015-10-18`, `17/06/09`, `10.30`, `20171223`, `081109`, `21/Nov/2026`.
    private mutating func takeDay() -> Bool {
        let first = digits()
        if first == 8 || first == 6 { return true }
        guard (1...4).contains(first), let sign = current, Self.daySigns.contains(sign) else {
            return false
        }
        position += 1
        if current?.isLetter == true {
            guard takeMonth() else { return false }
        } else {
            guard (1...2).contains(digits()) else { return false }
        }
        let end = position
        guard current == sign else { return true }
        position += 1
        if digits() == 0 { position = end }
        return true
    }

    /// `18:01:47,978`, `15.42.50.675872`, `0:0:0:240`, `06:00`.
    private mutating func takeClock() -> Bool {
        guard (1...2).contains(digits()), let sign = current,
            sign == UInt8(ascii: ":") || sign == UInt8(ascii: ".")
        else { return false }
        position += 1
        guard (1...2).contains(digits()), current == sign else { return false }
        position += 1
        guard (1...2).contains(digits()) else { return false }
        if let point = current,
            point == UInt8(ascii: ".") || point == UInt8(ascii: ",")
                || point == UInt8(ascii: ":"), position + 1 < line.count, line[position + 1].isDigit
        {
            position += 1
            _ = digits()
        }
        return true
    }

    private mutating func takeSixDigits() -> Bool { digits() == 6 }

    private mutating func takeZone() {
        if current == UInt8(ascii: "Z") { position += 1 }
        let start = position
        if current == 0x20 { position += 1 }
        if let sign = current, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
            position += 1
            let hours = digits()
            if hours == 4 { return }
            if hours == 2, current == UInt8(ascii: ":") {
                position += 1
                if digits() == 2 { return }
            }
        }
        position = start
    }

    /// Ten digits, or thirteen, with a fraction or not.
    private mutating func takeEpoch() -> Bool {
        guard current == UInt8(ascii: "1") else { return false }
        let count = digits()
        guard count == 10 || count == 13 else { return false }
        if current == UInt8(ascii: "."), position + 1 < line.count, line[position + 1].isDigit {
            position += 1
            _ = digits()
        }
        return true
    }

    // MARK: Names

    /// `Dec 10 06:55:46`, `Sun Dec 04 04:47:44 2005`, `Sun, 06 Nov 1994 08:49:37`.
    private mutating func takeNamed() -> Bool {
        if takeName(of: Self.weekdays) {
            if current == UInt8(ascii: ",") { position += 1 }
            skipBlanks()
            if current?.isDigit == true {
                guard (1...2).contains(digits()) else { return false }
                skipBlanks()
            }
        }
        guard takeMonth() else { return false }
        skipBlanks()
        // The day, the year or both.
        for _ in 0..<2 {
            let start = position
            let count = digits()
            if count == 0 { break }
            guard count == 1 || count == 2 || count == 4 else { return false }
            if current == UInt8(ascii: ":") {
                position = start
                break
            }
            if current == UInt8(ascii: ",") { position += 1 }
            skipBlanks()
        }
        guard takeClock() else { return false }
        let end = position
        skipBlanks()
        if digits() == 4, current.map({ !$0.isLetter && $0 != UInt8(ascii: ".") }) ?? true {
            return true
        }
        position = end
        return true
    }

    private mutating func skipBlanks() {
        while current == 0x20 { position += 1 }
    }

    private mutating func takeMonth() -> Bool { takeName(of: Self.months) }

    private static let months: Set<UInt32> = names([
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ])
    private static let weekdays: Set<UInt32> = names(
        ["mon", "tue", "wed", "thu", "fri", "sat", "sun"])

    private static func names(_ words: [String]) -> Set<UInt32> {
        Set(words.map { $0.utf8.reduce(0) { $0 << 8 | UInt32($1) } })
    }

    /// A word of three letters that is one of some.
    private mutating func takeName(of words: Set<UInt32>) -> Bool {
        guard position + 3 <= line.count, line[position].isLetter else { return false }
        let letters = line[position..<position + 3].reduce(UInt32(0)) { letters, byte in
            letters << 8 | UInt32(byte | 0x20)
        }
        guard words.contains(letters) else { return false }
        if position + 3 < line.count, line[position + 3].isLetter { return false }
        position += 3
        return true
    }
}
