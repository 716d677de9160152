/// Finds the value of a `name=value` pair.
enum PairValue {
    /// Longer values are taken word by word, in bytes.
    private static let longest = 400
    private static let sentenceSigns: ByteSet = ".:!?"
    private static let breaks: ByteSet = " \t,;=()[]{}<>|\"'"

    /// Where the value behind a `=` ends; `nil` where none follows at once or the sign stands apart.
    ///
    /// Brackets right behind a word belong to it: `tag="View Lock"`, `ws=WorkSource{10113}`,
    /// `bounds=Rect(0, 0 - 0, 0)`.
    static func end(
        in line: UnsafeBufferPointer<UInt8>, at start: Int, _ message: Range<Int>
    ) -> Int? {
        let limit = min(message.upperBound, start + longest)
        guard start < limit, start - 2 >= message.lowerBound, line[start - 2] > 0x20 else {
            return nil
        }
        let first = line[start]
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
            return line.offset(of: first, in: start + 1..<limit).map { $0 + 1 }
        }
        var end = start
        while end < limit, !breaks.contains(line[end]), line[end] > 0x20 { end += 1 }
        if end < limit, closer(of: line[end]) != nil {
            end = bracketsEnd(in: line, at: end, limit) ?? end
        } else {
            // What ends a sentence is not the value's.
            while end > start, sentenceSigns.contains(line[end - 1]) { end -= 1 }
        }
        return end > start ? end : nil
    }

    private static func closer(of byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "("): UInt8(ascii: ")")
        case UInt8(ascii: "["): UInt8(ascii: "]")
        case UInt8(ascii: "{"): UInt8(ascii: "}")
        default: nil
        }
    }

    /// Where the brackets that open at a place are closed.
    private static func bracketsEnd(
        in line: UnsafeBufferPointer<UInt8>, at start: Int, _ limit: Int
    ) -> Int? {
        let closer = closer(of: line[start])
        var depth = 0
        for index in start..<limit {
            if line[index] == line[start] { depth += 1 }
            if line[index] == closer { depth -= 1 }
            if depth == 0 { return index + 1 }
        }
        return nil
    }
}
