/// Bytes that stay where they are, unchanged, for as long as the program runs.
///
/// Unchecked, because a pointer says nothing of that: whoever makes one promises it.
struct LastingBytes: @unchecked Sendable {
    /// The bytes.
    let buffer: UnsafeBufferPointer<UInt8>

    /// Takes bytes of which the caller knows that nobody changes or frees them.
    init(_ buffer: UnsafeBufferPointer<UInt8>) { self.buffer = buffer }

    /// The bytes of a literal, which are part of the program.
    init(_ text: StaticString) {
        self.init(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// How many there are.
    var count: Int { buffer.count }

    /// Takes the first ones off; `nil` where there are fewer.
    mutating func removeFirst(_ count: Int) -> LastingBytes? {
        guard count >= 0, count <= buffer.count else { return nil }
        let first = UnsafeBufferPointer(rebasing: buffer[..<count])
        self = LastingBytes(UnsafeBufferPointer(rebasing: buffer[count...]))
        return LastingBytes(first)
    }
}
