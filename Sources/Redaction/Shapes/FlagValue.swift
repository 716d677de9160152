/// Finds the value behind a flag of a command line: `--password hunter2`, `-u user:password`, and in
/// the lists that programs print of one: `"--password", "hunter2"`, YAML's `- --password` above
/// `- hunter2`.
enum FlagValue {
    /// The place of the value behind the word.
    static func range(
        behind word: Range<Int>, in bytes: [UInt8], names: inout SecretNames
    ) -> Range<Int>? {
        guard bytes[word.lowerBound] == UInt8(ascii: "-") else { return nil }
        let isUser =
            (word.count == 2 && bytes.holds("-u", at: word.lowerBound))
            || (word.count == 6 && bytes.holds("--user", at: word.lowerBound))
        guard isUser || bytes.holds("--", at: word.lowerBound),
            let (pair, isItem) = argument(behind: word.upperBound, in: bytes)
        else { return nil }
        let end = end(of: pair, isItem: isItem, in: bytes)
        // In JSON about flags, the name of the next member stands there.
        let behind = end + (pair.isEscaped ? 2 : 1)
        if pair.quote != nil, bytes.byte(at: behind) == UInt8(ascii: ":") { return nil }
        let value = bytes[pair.start..<end]
        guard value.count >= 3, let first = value.first, !"-$<{[".utf8.contains(first) else {
            return nil
        }
        if isUser { return password(in: pair.start..<end, of: bytes) }
        guard names.weight(of: word, in: bytes).isStrong,
            isNoProse(value, quoted: pair.quote != nil)
        else { return nil }
        return pair.start..<end
    }

    /// Where the argument behind a flag begins, and whether it is an item on a line of its own.
    private static func argument(
        behind end: Int, in bytes: [UInt8]
    ) -> (pair: NamedValue.Pair, isItem: Bool)? {
        let closing = quoteLength(at: end, in: bytes)
        let behind = end + closing
        if let item = nextItem(behind: behind, in: bytes) {
            return (pair(at: item, in: bytes), true)
        }
        if closing > 0, bytes.byte(at: behind) == UInt8(ascii: ",") {
            let pair = pair(
                at: bytes.end(from: behind + 1, within: widest, while: \.isBlank), in: bytes)
            return pair.quote == nil ? nil : (pair, false)
        }
        guard closing == 0, bytes.byte(at: end) == 0x20 else { return nil }
        return (pair(at: bytes.end(from: end, within: 4) { $0 == 0x20 }, in: bytes), false)
    }

    /// Where the next item of a YAML list begins, which has a line of its own.
    private static func nextItem(behind place: Int, in bytes: [UInt8]) -> Int? {
        let lineEnd = bytes.end(from: place, within: 8) { $0.isBlank && $0 != 0x0A }
        guard bytes.byte(at: lineEnd) == 0x0A else { return nil }
        let dash = bytes.end(from: lineEnd + 1, within: widest) { $0 == 0x20 }
        return bytes.holds("- ", at: dash) ? dash + 2 : nil
    }

    private static func pair(at place: Int, in bytes: [UInt8]) -> NamedValue.Pair {
        let opening = quoteLength(at: place, in: bytes)
        let start = place + opening
        return NamedValue.Pair(
            start: start, quote: opening == 0 ? nil : bytes[start - 1], isEscaped: opening == 2)
    }

    /// The length of a quote, with the backslash in front of it that JSON writes.
    private static func quoteLength(at place: Int, in bytes: [UInt8]) -> Int {
        let isEscaped = bytes.byte(at: place) == UInt8(ascii: "\\")
        guard let sign = bytes.byte(at: isEscaped ? place + 1 : place),
            "\"'".utf8.contains(sign)
        else { return 0 }
        return isEscaped ? 2 : 1
    }

    private static func end(of pair: NamedValue.Pair, isItem: Bool, in bytes: [UInt8]) -> Int {
        if let quote = pair.quote { return NamedValue.quotedEnd(quote, of: pair, in: bytes) }
        let end = bytes.end(from: pair.start) { !$0.isBlank && !"\"'`".utf8.contains($0) }
        guard isItem else { return end }
        // An item goes on to the end of its line; one of several words without a digit is prose.
        let lineEnd = bytes.end(from: pair.start) { $0 != 0x0A && $0 != 0x0D }
        return end == lineEnd || bytes[pair.start..<lineEnd].contains(where: \.isDigit)
            ? lineEnd : pair.start
    }

    /// "set --token before you start": what follows is prose, not the token.
    private static func isNoProse(_ value: ArraySlice<UInt8>, quoted: Bool) -> Bool {
        quoted || value.count >= NamedValue.longestWord || !value.allSatisfy(\.isLetter)
    }

    /// What stands behind the colon, unless it is the group of `1000:1000`.
    private static func password(in range: Range<Int>, of bytes: [UInt8]) -> Range<Int>? {
        guard let colon = bytes[range].firstIndex(of: UInt8(ascii: ":")), colon > range.lowerBound,
            !bytes[(colon + 1)..<range.upperBound].allSatisfy(\.isDigit)
        else { return nil }
        return (colon + 1)..<range.upperBound
    }

    /// How far apart two items may stand.
    private static let widest = 64
}
