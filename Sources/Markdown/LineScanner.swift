/// A cursor over the lines of a text that knows tabs: they count as spaces up to the next
/// multiple of four columns, and a container may take a part of one (CommonMark 0.31.2, 2.2).
struct LineScanner {
    /// The whole text.
    let text: ByteText
    /// The number of the line, counted from 1.
    private(set) var number: Int
    /// Where the line starts.
    private(set) var start = 0
    /// Where the line ends, its line feed excluded.
    private(set) var end = 0
    /// The next byte that no block took.
    private(set) var offset = 0
    /// The first byte from ``offset`` on that is neither space nor tab.
    private(set) var contentOffset = 0

    /// Where the next line starts.
    private var nextStart: Int
    /// The column of ``offset``, tabs expanded.
    private var column = 0
    /// The column of ``contentOffset``, tabs expanded.
    private var contentColumn = 0
    /// Whether the columns taken last end within the tab at ``offset``.
    private var isInsideTab = false

    /// Starts before the line at `offset`, whose number is `line`.
    init(_ text: ByteText, from offset: Int = 0, line: Int = 1) {
        self.text = text
        nextStart = offset
        number = line - 1
    }

    /// How many columns lie between ``offset`` and ``contentOffset``.
    var indent: Int { contentColumn - column }

    /// Whether only spaces and tabs are left.
    var isBlank: Bool { contentOffset >= end }

    /// The first byte that is neither space nor tab, 0 on a blank line.
    var first: UInt8 { isBlank ? 0 : text[contentOffset] }

    /// Where the first byte that is neither space nor tab stands.
    var contentPosition: Position { position(at: contentOffset) }

    /// Where the rest of the line starts.
    var restPosition: Position { position(at: offset) }

    /// The rest of the line without its indentation.
    var content: TextLine { TextLine(start: contentOffset, end: end, number: number) }

    /// The rest of the line, a partly taken tab as the spaces that are left of it.
    var rest: TextLine {
        guard isInsideTab else { return TextLine(start: offset, end: end, number: number) }
        return TextLine(start: offset + 1, end: end, number: number, spaces: 4 - column % 4)
    }

    /// The place of a byte of this line.
    func position(at index: Int) -> Position {
        Position(line: number, column: text.characterCount(start..<index) + 1)
    }

    /// Moves to the next line, if there is one.
    mutating func nextLine() -> Bool {
        guard nextStart < text.count else { return false }
        start = nextStart
        end = text.index(of: .lineFeed, from: start, end: text.count)
        nextStart = end + 1
        number += 1
        offset = start
        column = 0
        isInsideTab = false
        findContent()
        return true
    }

    /// Takes the indentation.
    mutating func skipIndent() {
        column = contentColumn
        offset = contentOffset
        isInsideTab = false
    }

    /// Takes the indentation and then bytes that are no tabs.
    mutating func skipIndentAndBytes(_ count: Int) {
        skipIndent()
        offset = min(offset + count, end)
        column += count
        findContent()
    }

    /// Takes columns of the indentation, tabs in part.
    mutating func skipColumns(_ count: Int) {
        var left = min(count, indent)
        while left > 0, offset < end {
            let width = text[offset] == .tab ? 4 - column % 4 : 1
            isInsideTab = width > left
            column += min(width, left)
            if !isInsideTab { offset += 1 }
            left -= width
        }
    }

    /// Finds ``contentOffset`` and its column.
    private mutating func findContent() {
        var index = offset
        var width = column
        scan: while index < end {
            switch text[index] {
            case .space: width += 1
            case .tab: width += 4 - width % 4
            default: break scan
            }
            index += 1
        }
        contentOffset = index
        contentColumn = width
    }
}
