/// A place in a line that moves on as its text is recognised.
struct ByteCursor {
    /// The line.
    let bytes: ArraySlice<UInt8>
    /// The place.
    var index: Int

    /// Starts at a place of a line, the line's start unless told.
    init(_ bytes: ArraySlice<UInt8>, at index: Int? = nil) {
        self.bytes = bytes
        self.index = index ?? bytes.startIndex
    }

    /// The byte here; `nil` at the end.
    var current: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

    /// The byte some places further; `nil` behind the end.
    func peek(_ distance: Int) -> UInt8? {
        let place = index + distance
        return place >= bytes.startIndex && place < bytes.endIndex ? bytes[place] : nil
    }

    /// Moves over a byte if it is here.
    mutating func take(_ byte: UInt8) -> Bool {
        guard current == byte else { return false }
        index += 1
        return true
    }

    /// Moves over a byte that meets a condition.
    mutating func takeOne(where condition: (UInt8) -> Bool) -> UInt8? {
        guard let byte = current, condition(byte) else { return nil }
        index += 1
        return byte
    }

    /// Moves over all bytes here that meet a condition.
    mutating func skip(while condition: (UInt8) -> Bool) {
        while let byte = current, condition(byte) { index += 1 }
    }

    /// Moves over a byte of a set.
    mutating func takeOne(of set: ByteSet) -> UInt8? { takeOne(where: set.contains) }

    /// Moves over all bytes here of a set.
    mutating func skip(_ set: ByteSet) { skip(while: set.contains) }

    /// Moves over a text if it is here.
    mutating func take(_ text: StaticString) -> Bool {
        let isHere = text.withUTF8Buffer { bytes[index...].starts(with: $0) }
        if isHere { index += text.utf8CodeUnitCount }
        return isHere
    }

    /// Reads a number of exactly as many digits, whatever follows.
    mutating func number(digits: Int) -> Int? {
        guard let value = peekNumber(digits: digits) else { return nil }
        index += digits
        return value
    }

    /// How many digits stand here, counted up to a bound.
    func digitCount(upTo limit: Int = 20) -> Int {
        var count = 0
        while count < limit, let byte = peek(count), byte.isDigit { count += 1 }
        return count
    }

    private func peekNumber(digits: Int) -> Int? {
        var value = 0
        for distance in 0..<digits {
            guard let byte = peek(distance), byte.isDigit else { return nil }
            value = value &* 10 &+ Int(byte - 0x30)
        }
        return value
    }

    /// Tries to recognise something and stays here where it can't.
    mutating func attempt<Value>(_ read: (inout ByteCursor) -> Value?) -> Value? {
        let start = index
        if let value = read(&self) { return value }
        index = start
        return nil
    }
}

extension UInt8 {
    /// Whether it is `0` to `9`.
    var isDigit: Bool { self >= 0x30 && self <= 0x39 }

    /// Whether it is an ASCII letter.
    var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }

    /// Whether it is an ASCII capital.
    var isCapital: Bool { self >= 0x41 && self <= 0x5A }

    /// Whether it is a blank or a tab.
    var isBlank: Bool { self == 0x20 || self == 0x09 }
}
