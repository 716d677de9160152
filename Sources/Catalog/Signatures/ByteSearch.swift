/// Finds bytes in bytes in linear time.
public enum ByteSearch {
    /// The offset behind the first occurrence of a pattern at or after a place, or `nil`.
    ///
    /// Knuth, Morris and Pratt's algorithm; the table is made only where the first byte occurs.
    static func end(of pattern: [UInt8], in text: [UInt8], from start: Int) -> Int? {
        guard let head = pattern.first, text.count - start >= pattern.count, start >= 0,
            let first = text[start...].firstIndex(of: head)
        else { return nil }
        let table = failureTable(of: pattern)
        var matched = 0
        for index in first..<text.count {
            while matched > 0, text[index] != pattern[matched] { matched = table[matched - 1] }
            if text[index] == pattern[matched] { matched += 1 }
            if matched == pattern.count { return index + 1 }
        }
        return nil
    }

    /// For each length of a matched head, how much of it still matches after a mismatch.
    public static func failureTable(of pattern: [UInt8]) -> [Int] {
        var table = [Int](repeating: 0, count: pattern.count)
        var length = 0
        for index in pattern.indices.dropFirst() {
            while length > 0, pattern[index] != pattern[length] { length = table[length - 1] }
            if pattern[index] == pattern[length] { length += 1 }
            table[index] = length
        }
        return table
    }
}
