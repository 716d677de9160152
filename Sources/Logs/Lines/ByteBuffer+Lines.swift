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

    /// How many line feeds a range has.
    func lineFeeds(in range: Range<Int>) -> Int {
        guard let base = UnsafeRawPointer(baseAddress), range.upperBound <= count else { return 0 }
        let wanted = SIMD64<UInt8>(repeating: UInt8(ascii: "\n"))
        var total = 0
        var place = range.lowerBound
        while place + 64 <= range.upperBound {
            var counts = SIMD64<UInt8>.zero
            // A lane counts up to 255.
            let end = Swift.min(range.upperBound - 63, place + 255 * 64)
            while place < end {
                let bytes = base.loadUnaligned(fromByteOffset: place, as: SIMD64<UInt8>.self)
                // A lane of the mask is 0 or -1; the operators on masks are a hundred times as slow.
                counts = counts &- unsafeBitCast(bytes .== wanted, to: SIMD64<UInt8>.self)
                place += 64
            }
            total += Swift.withUnsafeBytes(of: counts) { lanes in lanes.reduce(0) { $0 + Int($1) } }
        }
        while place < range.upperBound {
            if self[place] == UInt8(ascii: "\n") { total += 1 }
            place += 1
        }
        return total
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
