import Foundation

/// Searches in log text with the C library's routines, which look at many bytes at once.
extension UnsafeBufferPointer<UInt8> {
    /// Where a byte first stands in a range.
    func offset(of byte: UInt8, in range: Range<Int>) -> Int? {
        guard let base = baseAddress, !range.isEmpty,
            let found = memchr(base + range.lowerBound, Int32(byte), range.count)
        else { return nil }
        return base.distance(to: found.assumingMemoryBound(to: UInt8.self))
    }

    /// The place behind the end of the line that a place lies in.
    func lineEnd(at place: Int, upTo limit: Int) -> Int {
        guard place < limit else { return limit }
        return offset(of: UInt8(ascii: "\n"), in: place..<limit).map { $0 + 1 } ?? limit
    }

    /// The line that a place lies in, without its end, no further than a range.
    func line(around place: Int, in range: Range<Int>) -> Range<Int> {
        var start = place
        while start > range.lowerBound, self[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        return
            start..<(offset(of: UInt8(ascii: "\n"), in: place..<range.upperBound)
            ?? range.upperBound)
    }
}
