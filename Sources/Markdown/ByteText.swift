/// UTF-8 bytes that read as 0 outside their bounds, so that scanning outside data never traps.
struct ByteText: Sendable {
    /// The bytes.
    let bytes: [UInt8]
    /// How many there are.
    let count: Int

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        count = bytes.count
    }

    /// The byte at an index, 0 outside.
    subscript(index: Int) -> UInt8 {
        index >= 0 && index < count ? bytes[index] : 0
    }

    /// The bytes of a range, cut to the bounds.
    subscript(range: Range<Int>) -> ArraySlice<UInt8> {
        bytes[range.clamped(to: 0..<count)]
    }

    /// The text of a range.
    func string(_ range: Range<Int>) -> String {
        String(decoding: self[range], as: UTF8.self)
    }

    /// The index of the next such byte before `end`, or `end`.
    func index(of byte: UInt8, from start: Int, end: Int) -> Int {
        guard start < end else { return start }
        return self[start..<end].firstIndex(of: byte) ?? end
    }

    /// The first index from `start` on that holds neither space nor tab.
    func skippingSpaces(from start: Int, end: Int) -> Int {
        var index = start
        while index < end, self[index].isSpaceOrTab { index += 1 }
        return index
    }

    /// The first index from `start` on that holds no whitespace, line ends included.
    func skippingWhitespace(from start: Int, end: Int) -> Int {
        var index = start
        while index < end, self[index].isWhitespace { index += 1 }
        return index
    }

    /// The end of a range without its trailing spaces and tabs.
    func trimmedEnd(from start: Int, end: Int) -> Int {
        var index = end
        while index > start, self[index - 1].isSpaceOrTab { index -= 1 }
        return index
    }

    /// The first index from `start` on that does not hold that byte.
    func endOfRun(of byte: UInt8, from start: Int, end: Int) -> Int {
        var index = start
        while index < end, self[index] == byte { index += 1 }
        return index
    }

    /// Whether these ASCII characters stand at an index.
    func hasPrefix(_ prefix: StaticString, at index: Int, end: Int) -> Bool {
        let length = prefix.utf8CodeUnitCount
        guard index + length <= end else { return false }
        return prefix.withUTF8Buffer { buffer in
            for step in 0..<length where self[index + step] != buffer[step] { return false }
            return true
        }
    }

    /// The index after the first occurrence of these ASCII characters, if they occur before `end`.
    func indexAfter(_ needle: StaticString, from start: Int, end: Int) -> Int? {
        let length = needle.utf8CodeUnitCount
        var index = start
        while index + length <= end {
            if hasPrefix(needle, at: index, end: end) { return index + length }
            index += 1
        }
        return nil
    }

    /// How many characters a range holds.
    func characterCount(_ range: Range<Int>) -> Int {
        let slice = self[range]
        let isASCII = slice.allSatisfy { $0 < 0x80 }
        return isASCII ? slice.count : String(decoding: slice, as: UTF8.self).count
    }
}

extension ByteText {
    /// Takes a text as Markdown wants it: no byte order mark, lines ended by line feeds, no NUL.
    init(normalising text: String) {
        var bytes = Array(text.utf8)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        let isClean = bytes.allSatisfy { $0 != 0 && $0 != .carriageReturn }
        self.init(isClean ? bytes : Self.normalised(bytes))
    }

    /// Turns CR and CRLF into line feeds and NUL into the replacement character.
    private static func normalised(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var previous: UInt8 = 0
        for byte in bytes {
            switch byte {
            case 0: result.append(contentsOf: [0xEF, 0xBF, 0xBD])
            case .carriageReturn: result.append(.lineFeed)
            case .lineFeed where previous == .carriageReturn: break
            default: result.append(byte)
            }
            previous = byte
        }
        return result
    }
}
