/// A file's bytes as lines, counted as the parser counts them: ended by LF, CRLF or CR
/// (CommonMark 0.31.2, 2.1).
public struct SourceLines: Sendable {
    /// The bytes.
    public let bytes: [UInt8]
    /// Where each line stands without its end, the byte order mark left out of the first.
    private let ranges: [Range<Int>]
    /// Whether the last line has no end.
    let isLastLineOpen: Bool

    /// Cuts bytes into lines.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var ranges: [Range<Int>] = []
        var start = bytes.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            guard byte == 0x0A || byte == 0x0D else {
                index += 1
                continue
            }
            ranges.append(start..<index)
            let isPair = byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
            index += isPair ? 2 : 1
            start = index
        }
        isLastLineOpen = start < bytes.count
        if isLastLineOpen { ranges.append(start..<bytes.count) }
        self.ranges = ranges
    }

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// How many lines there are.
    public var count: Int { ranges.count }

    /// Where a line stands among the bytes, its end left out; `nil` outside the text.
    func range(of line: Int) -> Range<Int>? {
        line >= 1 && line <= ranges.count ? ranges[line - 1] : nil
    }

    /// The bytes of a line without its end, none outside the text.
    func content(of line: Int) -> ArraySlice<UInt8> {
        range(of: line).map { bytes[$0] } ?? []
    }

    /// A line as text, empty outside the text.
    public func text(of line: Int) -> String { String(decoding: content(of: line), as: UTF8.self) }

    /// Whether a line has nothing but blanks.
    func isBlank(_ line: Int) -> Bool { content(of: line).allSatisfy(\.isASCIIBlank) }

    /// The byte after a line with its end.
    func end(of line: Int) -> Int {
        guard let range = range(of: line) else { return bytes.count }
        return line < ranges.count ? ranges[line].lowerBound : max(range.upperBound, bytes.count)
    }

    /// How the lines of the file end; a file without line ends gets line feeds.
    var lineEnding: [UInt8] {
        guard let first = ranges.first, first.upperBound < bytes.count else { return [0x0A] }
        let follower = first.upperBound + 1 < bytes.count ? bytes[first.upperBound + 1] : 0
        if bytes[first.upperBound] == 0x0A { return [0x0A] }
        return follower == 0x0A ? [0x0D, 0x0A] : [0x0D]
    }
}

extension SourceLines {
    /// Where a text first stands between two lines, the place told as positions are.
    ///
    /// - Parameters:
    ///   - wanted: What to look for, without line ends.
    ///   - first: The line to start with.
    ///   - column: The column to start with there, counted from 1.
    ///   - last: The last line to look at.
    func find(
        _ wanted: String, from first: Int, column: Int = 1, through last: Int
    ) -> (line: Int, column: Int)? {
        let (first, last) = (max(1, first), min(last, count))
        guard !wanted.isEmpty, first <= last else { return nil }
        var start = column
        for line in first...last {
            let text = text(of: line)
            let offset = start > 1 ? text.prefix(start - 1).utf8.count : 0
            start = 1
            if let found = text.offset(of: wanted, from: offset) {
                return (line, String(decoding: text.utf8.prefix(found), as: UTF8.self).count + 1)
            }
        }
        return nil
    }
}
