/// Looks for a few bytes in a line, as they are.
enum ByteWindow {
    /// Whether some bytes stand in a line.
    static func holds(_ pattern: [UInt8], _ line: ArraySlice<UInt8>) -> Bool {
        line.withUnsafeBufferPointer { first(pattern, in: $0, $0.indices) != nil }
    }

    /// Where some bytes first stand in a range.
    ///
    /// The C library looks for the first of them; that this repeats itself within a pattern costs no
    /// more than the pattern's length for each place.
    static func first(
        _ pattern: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
    ) -> Int? {
        guard let head = pattern.first, range.count >= pattern.count else { return nil }
        var rest = range.lowerBound..<range.upperBound - pattern.count + 1
        while let place = bytes.offset(of: head, in: rest) {
            if pattern.indices.allSatisfy({ bytes[place + $0] == pattern[$0] }) { return place }
            rest = place + 1..<rest.upperBound
        }
        return nil
    }
}
