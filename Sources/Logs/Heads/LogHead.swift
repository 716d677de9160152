/// What stands in front of a line's message: its time and level.
public struct LogHead: Sendable, Hashable {
    /// When the line says that it was written.
    public var time: LogTime?
    /// How bad it says that it is.
    public var level: LogLevel?
    /// Where what follows both starts.
    public var end: Int

    /// Reads the head of a line's own text.
    public init(of text: ArraySlice<UInt8>) {
        var scanner = HeadScanner(text)
        scanner.scan()
        time = scanner.time
        level = scanner.level
        end = scanner.end
    }
}

/// Looks at the first words of a line for a time and a level.
private struct HeadScanner {
    /// How many words are looked at.
    private static let words = 10
    /// How many bytes are looked at.
    private static let length = 160

    private(set) var time: LogTime?
    private(set) var level: LogLevel?
    private(set) var end: Int

    private var cursor: ByteCursor
    /// Whether a word of prose came by, behind which a time is a part of the message.
    private var isProse = false
    /// Whether nothing but the time came by.
    private var isLead = true
    private var isRedis = false

    init(_ text: ArraySlice<UInt8>) {
        cursor = ByteCursor(text)
        end = text.startIndex
    }

    mutating func scan() {
        cursor.skip(while: \.isBlank)
        priority()
        for _ in 0..<Self.words {
            let isProse = isProse
            cursor.skip(while: \.isBlank)
            guard let first = cursor.current, first != UInt8(ascii: "{"),
                cursor.index - cursor.bytes.startIndex < Self.length
            else { return }
            let isDigitNext = cursor.peek(1)?.isDigit == true
            if time == nil, let found = cursor.attempt({ Self.timeWord(&$0, in: isProse) }) {
                time = found
                end = cursor.index
                isLead = true
                // `E1121 06:00:00`, but not `Dec 21 06:00:00`.
                if level == nil, isDigitNext { level = LogLevel(letter: first) }
            } else {
                word()
            }
        }
    }

    /// `<34>1 ` and `<34>`: facility and severity (RFC 5424, 6.2.1).
    private mutating func priority() {
        let number = cursor.attempt { cursor -> Int? in
            guard cursor.take(UInt8(ascii: "<")) else { return nil }
            let digits = cursor.digitCount(upTo: 4)
            guard (1...3).contains(digits), let number = cursor.number(digits: digits),
                cursor.take(UInt8(ascii: ">"))
            else { return nil }
            if cursor.peek(1) == 0x20 { _ = cursor.number(digits: 1) }
            return number
        }
        if let number { level = LogLevel(number % 8) }
    }

    /// A time with what people put around it; behind prose only that of web servers, which is like
    /// nothing else.
    private static func timeWord(_ cursor: inout ByteCursor, in prose: Bool) -> LogTime? {
        let isBracketed = cursor.current == UInt8(ascii: "[")
        if prose, !isBracketed { return nil }
        cursor.skip("[(\"'<|")
        let found = prose ? MonthNameScanner.accessLog(&cursor) : TimeScanner.time(&cursor)
        cursor.skip("])\"'>,:|;")
        return found
    }

    /// Looks at a word that is no time.
    private mutating func word() {
        let start = cursor.index
        cursor.skip(while: { !$0.isBlank })
        let word = HeadWord(cursor.bytes[start..<cursor.index])
        if level == nil {
            level = word.level(isLead: isLead) ?? (isRedis ? word.redisLevel : nil)
            if level != nil { end = cursor.index }
        }
        isRedis = isRedis || word.isRedisRole
        isProse = isProse || (word.isProse && level == nil)
        isLead = false
    }
}
