/// Reads what ``PreparedWriter`` wrote.
///
/// Whatever does not fit reads as nothing and is told at the end.
struct PreparedReader: FieldPass {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0
    private var lastRepeated = ""
    /// Whether something was not as the writer leaves it.
    private(set) var isDamaged = false

    let isReading = true

    /// Reads bytes that stay where they are for as long as it reads.
    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// Whether all was read.
    var isAtEnd: Bool { place == bytes.count }

    mutating func number(_ value: inout Int) {
        value = 0
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            if byte == UInt8(ascii: ":") { return }
            // No number of it is larger than the whole, so that none can overflow.
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), value <= bytes.count
            else { break }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        fail()
        value = 0
    }

    mutating func text(_ value: inout String) {
        var count = 0
        number(&count)
        guard count <= bytes.count - place else {
            fail()
            return value = ""
        }
        value = String(
            decoding: UnsafeBufferPointer(rebasing: bytes[place..<place + count]), as: UTF8.self)
        place += count
    }

    mutating func repeatedText(_ value: inout String) {
        var isNew = false
        isNew.pass(&self)
        if isNew {
            text(&value)
            lastRepeated = value
        } else {
            value = lastRepeated
        }
    }

    private mutating func fail() {
        isDamaged = true
        place = bytes.count
    }
}
