/// A part of a line's head, told by its form alone.
struct HeadUnit {
    /// What a part may be.
    enum Kind: UInt8, CaseIterable {
        /// A day, a time of day or both, or seconds since 1970.
        case time
        /// A word for how bad a line is.
        case level
        /// A text in square brackets, such as a thread.
        case bracketed
        /// A name with a colon behind it, such as a component or `sshd[24200]:`.
        case name
        /// A dash that stands alone.
        case dash
        /// Digits, such as a process id.
        case number
        /// Any other word.
        case word
    }

    /// What it is.
    var kind: Kind
    /// Where it ends.
    var end: Int
    /// Whether its letters and signs are those of an identifier rather than of a sentence.
    var isIdentifier = false
}

/// Takes the head of a line apart, one unit after the other.
struct HeadUnitScanner {
    private let line: UnsafeBufferPointer<UInt8>
    private(set) var position = 0

    /// Longer brackets hold a message rather than a name, in bytes.
    private static let longestBracket = 400

    init(_ line: UnsafeBufferPointer<UInt8>, at position: Int = 0) {
        self.line = line
        self.position = position
    }

    /// The next unit; `nil` at the end of the line.
    mutating func next() -> HeadUnit? {
        while position < line.count, line[position].isBlank { position += 1 }
        guard position < line.count else { return nil }
        let unit = timeUnit() ?? bracketUnit() ?? wordUnit()
        position = unit.end
        return unit
    }

    private func timeUnit() -> HeadUnit? {
        HeadTime.end(in: line, at: position).map { HeadUnit(kind: .time, end: $0) }
    }

    private func bracketUnit() -> HeadUnit? {
        guard line[position] == UInt8(ascii: "[") else { return nil }
        var depth = 0
        for index in position..<min(line.count, position + Self.longestBracket) {
            if line[index] == UInt8(ascii: "[") { depth += 1 }
            if line[index] == UInt8(ascii: "]") { depth -= 1 }
            guard depth == 0 else { continue }
            var end = index + 1
            if end < line.count, line[end] == UInt8(ascii: ":") { end += 1 }
            guard end == line.count || line[end].isBlank else { return nil }
            let isLevel = HeadWords.isLevel(line, position + 1..<index, mustBeMarked: false)
            return HeadUnit(kind: isLevel ? .level : .bracketed, end: end)
        }
        return nil
    }

    private func wordUnit() -> HeadUnit {
        var end = position
        while end < line.count, !line[end].isBlank { end += 1 }
        let word = position..<end
        if HeadWords.isDash(line, word) { return HeadUnit(kind: .dash, end: end) }
        if HeadWords.isNumber(line, word) { return HeadUnit(kind: .number, end: end) }
        if HeadWords.isLevel(line, word, mustBeMarked: true) {
            return HeadUnit(kind: .level, end: end)
        }
        let isName = word.count > 1 && line[end - 1] == UInt8(ascii: ":")
        return HeadUnit(
            kind: isName ? .name : .word, end: end,
            isIdentifier: isName && HeadWords.isIdentifier(line, word))
    }
}
