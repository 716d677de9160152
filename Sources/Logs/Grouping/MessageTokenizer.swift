/// Takes messages apart into words and signs, what surely changes from line to line replaced by
/// gaps: words with digits, paths, hosts with ports, long hexadecimal numbers, units behind numbers,
/// and the values of `name=value`.
///
/// Gaps that follow each other become one, and so do the rounds of a list.
struct MessageTokenizer {
    /// The tokens of the message that was read last.
    private(set) var tokens: [PlacedToken] = []

    /// More tokens are not looked at.
    static let mostTokens = 200
    /// Lists are told by rounds of up to so many tokens.
    private static let longestRound = 8

    private static let wordSigns: ByteSet = "_.-/\\@+%$*~&^!?"
    private static let sentenceEnds: ByteSet = ".!?"
    private static let joints: ByteSet = ",#:;|-/@"
    private static let comparisons: ByteSet = "<>"

    /// Whether each byte is of a word: 0 none, 1 a sign or letter, 2 a digit.
    private static let classes: [UInt8] = (UInt8.min...UInt8.max).map { byte in
        if byte.isDigit { return 2 }
        return byte.isLetter || byte >= 0x80 || wordSigns.contains(byte) ? 1 : 0
    }

    /// Reads a message.
    mutating func read(_ line: UnsafeBufferPointer<UInt8>, _ message: Range<Int>) {
        tokens.removeAll(keepingCapacity: true)
        Self.classes.withUnsafeBufferPointer { classes in
            var index = message.lowerBound
            while index < message.upperBound, tokens.count < Self.mostTokens {
                let byte = line[index]
                if byte <= 0x20 {
                    index += 1
                } else if classes[Int(byte)] == 0 {
                    if !isComparison(line, index, message.upperBound) {
                        append(MessageToken(sign: byte), index..<index + 1)
                    }
                    index += 1
                    if byte == UInt8(ascii: "="),
                        let end = PairValue.end(in: line, at: index, message)
                    {
                        append(.gap, index..<end)
                        index = end
                    }
                } else {
                    let start = index
                    var kinds: UInt8 = 0
                    while index < message.upperBound {
                        let kind = classes[Int(line[index])]
                        if kind == 0 { break }
                        kinds |= kind
                        index += 1
                    }
                    word(line, start..<index, hasDigits: kinds & 2 != 0)
                }
            }
        }
    }

    /// Whether a `<` or `>` belongs to the number behind it, as in `<1 sec`.
    private func isComparison(
        _ line: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int
    ) -> Bool {
        guard Self.comparisons.contains(line[index]), index + 1 < end, line[index + 1].isDigit
        else { return false }
        var next = index + 1
        while next < end, line[next].isDigit || line[next] == UInt8(ascii: ".") { next += 1 }
        return next == end || line[next] != UInt8(ascii: ">")
    }

    private mutating func word(
        _ line: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, hasDigits: Bool
    ) {
        var core = range
        while core.count > 1, let last = core.last, Self.sentenceEnds.contains(line[last]) {
            core.removeLast()
        }
        if core.count == 1, let only = core.first, Self.sentenceEnds.contains(line[only]) {
            return append(MessageToken(word: line, range), range)
        }
        let isChanging =
            hasDigits || Self.isPath(line, core) || Self.isHexadecimal(line, core)
            || Self.isHost(line, core)
        if isChanging { return append(.gap, core) }
        let isUnit = tokens.last?.token == .gap && MeasuringUnits.hold(line, core)
        if !isUnit { append(MessageToken(word: line, core), core) }
        if core.upperBound < range.upperBound {
            let end = core.upperBound..<range.upperBound
            append(MessageToken(word: line, end), end)
        }
    }

    /// Whether a word has two slashes or backslashes.
    private static func isPath(_ line: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        var slashes = 0
        for index in range
        where line[index] == UInt8(ascii: "/") || line[index] == UInt8(ascii: "\\") { slashes += 1 }
        return slashes >= 2
    }

    /// Whether a word is eight hexadecimal digits or more, all of them letters.
    private static func isHexadecimal(
        _ line: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
    ) -> Bool {
        range.count >= 8 && range.allSatisfy { (0x61...0x66).contains(line[$0] | 0x20) }
    }

    /// Whether a word has a dot inside and a port behind it: `example.org:443`.
    private static func isHost(_ line: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        let port = range.upperBound + 1
        guard port < line.count, line[range.upperBound] == UInt8(ascii: ":"), line[port].isDigit
        else { return false }
        return range.dropFirst().dropLast().contains { line[$0] == UInt8(ascii: ".") }
    }

    // MARK: Putting together

    private mutating func append(_ token: MessageToken, _ range: Range<Int>) {
        if token == .gap, let last = tokens.last {
            if last.token == .gap { return extendLast(to: range.upperBound) }
            if tokens.count >= 2, tokens[tokens.count - 2].token == .gap, isJoint(last.token) {
                tokens.removeLast()
                return extendLast(to: range.upperBound)
            }
        }
        tokens.append(PlacedToken(token: token, range: range))
        dropRepeatedRound()
    }

    private mutating func extendLast(to end: Int) {
        guard let last = tokens.popLast() else { return }
        tokens.append(PlacedToken(token: last.token, range: last.range.lowerBound..<end))
    }

    private func isJoint(_ token: MessageToken) -> Bool { Self.jointTokens.contains(token) }

    private static let jointTokens: Set<MessageToken> = {
        let signs = (UInt8.min...0x7F).filter { joints.contains($0) }
        return Set(
            signs.map { MessageToken(sign: $0) }
                + signs.map { byte in
                    [byte].withUnsafeBufferPointer { MessageToken(word: $0, 0..<1) }
                })
    }()

    /// Drops a round of a list that was the round before it too.
    private mutating func dropRepeatedRound() {
        let count = tokens.count
        guard let last = tokens.last?.token else { return }
        for length in 2...Self.longestRound where 2 * length <= count {
            guard tokens[count - 1 - length].token == last else { continue }
            let isRepeated = (1...length).allSatisfy {
                tokens[count - $0].token == tokens[count - $0 - length].token
            }
            guard isRepeated, tokens.suffix(length).contains(where: { $0.token == .gap }) else {
                continue
            }
            let end = tokens[count - 1].range.upperBound
            tokens.removeLast(length)
            return extendLast(to: end)
        }
    }
}
