/// Finds the ends of code spans and remembers what it saw, so that many unclosed ones cost one
/// look through the text (CommonMark 0.31.2, 6.1).
struct CodeSpanScanner {
    /// Where the last backtick run of each length starts, as far as the text was read.
    private var lastRuns: [Int: Int] = [:]
    /// Whether the text was read to its end.
    private var isComplete = false

    /// Where the run of `length` backticks starts that closes a span whose code starts at `start`.
    mutating func close(in text: ByteText, from start: Int, length: Int) -> Int? {
        if isComplete, lastRuns[length, default: -1] < start { return nil }
        var index = start
        while index < text.count {
            guard text[index] == .backtick else {
                index += 1
                continue
            }
            let end = text.endOfRun(of: .backtick, from: index, end: text.count)
            if end - index == length { return index }
            lastRuns[end - index] = index
            index = end
        }
        isComplete = true
        return nil
    }

    /// The code between the backticks: line ends as spaces, one space off both ends.
    static func content(of range: Range<Int>, in text: ByteText) -> String {
        let isPadded =
            range.count >= 2 && isSpace(text[range.lowerBound])
            && isSpace(text[range.upperBound - 1])
            && text[range].contains { !isSpace($0) }
        let inner = isPadded ? range.lowerBound + 1..<range.upperBound - 1 : range
        guard
            text.index(of: .lineFeed, from: inner.lowerBound, end: inner.upperBound)
                < inner.upperBound
        else { return text.string(inner) }
        return String(
            decoding: text[inner].map { $0 == .lineFeed ? .space : $0 }, as: UTF8.self)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == .space || byte == .lineFeed }
}
