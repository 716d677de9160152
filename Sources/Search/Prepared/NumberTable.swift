/// Whole numbers of one width, read where they stand.
///
/// Each byte has seven bits of a number, the highest first: so they are UTF-8, as a literal must be.
struct NumberTable: Sendable {
    private let bytes: LastingBytes
    private let width: Int

    /// Reads numbers of so many bytes each, and takes them off; `nil` where there are fewer.
    init?(_ count: Int, width: Int, from bytes: inout LastingBytes) {
        // No table has more numbers than there are bytes, so that none can overflow.
        guard count <= bytes.count, let taken = bytes.removeFirst(count * width) else { return nil }
        self.bytes = taken
        self.width = width
    }

    /// The number at a place, counted from 0.
    subscript(place: Int) -> Int {
        var number = 0
        for index in place * width..<(place + 1) * width {
            number = number << 7 | Int(bytes.buffer[index])
        }
        return number
    }

    /// The bytes of a number, of which the lowest `7 * width` bits count.
    static func bytes(of number: Int, width: Int) -> [UInt8] {
        (0..<width).reversed().map { UInt8(truncatingIfNeeded: number >> ($0 * 7) & 0x7F) }
    }
}
