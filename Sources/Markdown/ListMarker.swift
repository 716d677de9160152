/// The marker that opens a list item: `-`, `+`, `*`, `1.` or `1)` (CommonMark 0.31.2, 5.2).
struct ListMarker {
    /// The bullet, or the delimiter after the number.
    var symbol: UInt8
    /// The number of an ordered item.
    var number: Int?
    /// How many bytes it takes.
    var length: Int

    /// Reads the marker at an index of a line.
    ///
    /// One that would interrupt a paragraph must have text behind it and count from 1, so that a
    /// number or hyphen at a line start in running text opens no list.
    init?(in text: ByteText, at index: Int, end: Int, interruptsParagraph: Bool) {
        guard let marker = Self.scan(text, at: index, end: end) else { return nil }
        let next = index + marker.length
        guard next >= end || text[next].isSpaceOrTab else { return nil }
        if interruptsParagraph {
            guard text.skippingSpaces(from: next, end: end) < end else { return nil }
            guard marker.number ?? 1 == 1 else { return nil }
        }
        self = marker
    }

    private init(symbol: UInt8, number: Int?, length: Int) {
        self.symbol = symbol
        self.number = number
        self.length = length
    }

    /// Whether an item with the other marker belongs to the same list.
    func continues(_ other: ListMarker) -> Bool {
        symbol == other.symbol && (number == nil) == (other.number == nil)
    }

    private static func scan(_ text: ByteText, at index: Int, end: Int) -> ListMarker? {
        let first = text[index]
        if first == .hyphen || first == .plus || first == .asterisk {
            return ListMarker(symbol: first, number: nil, length: 1)
        }
        var number = 0
        var next = index
        // Nine digits at most: what browsers can count to (spec).
        while next < end, next - index < 9, text[next].isDigit {
            number = number * 10 + Int(text[next] - 0x30)
            next += 1
        }
        let symbol = text[next]
        guard next > index, next < end, symbol == .period || symbol == .closeParenthesis else {
            return nil
        }
        return ListMarker(symbol: symbol, number: number, length: next + 1 - index)
    }
}
