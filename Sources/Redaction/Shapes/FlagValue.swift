/// Finds the value behind a flag of a command line: `--password hunter2`, `-u user:password`.
enum FlagValue {
    /// The place of the value behind the word.
    static func range(
        behind word: Range<Int>, in bytes: [UInt8], names: inout SecretNames
    ) -> Range<Int>? {
        guard bytes[word.lowerBound] == UInt8(ascii: "-"), bytes.byte(at: word.upperBound) == 0x20
        else { return nil }
        let isUser =
            (word.count == 2 && bytes.holds("-u", at: word.lowerBound))
            || (word.count == 6 && bytes.holds("--user", at: word.lowerBound))
        guard isUser || bytes.holds("--", at: word.lowerBound) else { return nil }
        var start = bytes.end(from: word.upperBound, within: 4) { $0 == 0x20 }
        let quote = bytes.byte(at: start).flatMap { "\"'".utf8.contains($0) ? $0 : nil }
        if quote != nil { start += 1 }
        let end = bytes.end(from: start) { byte in
            quote.map { byte != $0 && byte != 0x0A }
                ?? (!byte.isBlank && !"\"'`".utf8.contains(byte))
        }
        let value = bytes[start..<end]
        guard value.count >= 3, let first = value.first, !"-$<{[".utf8.contains(first) else {
            return nil
        }
        if isUser { return password(in: start..<end, of: bytes) }
        guard names.weight(of: word, in: bytes).isStrong,
            isNoProse(value, quoted: quote != nil)
        else { return nil }
        return start..<end
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
}
