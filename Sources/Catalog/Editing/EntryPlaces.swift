import Markdown

/// Finds the block that an entry starts with, by its line.
struct EntryPlaces {
    /// What an entry starts with.
    enum Place {
        /// A heading of a level.
        case heading(level: Int)
        /// A row of a table.
        case row(Table)
        /// An item of a list.
        case item(List)
        /// A paragraph, as a question in bold.
        case paragraph
    }

    private var places: [Int: Place] = [:]
    /// The headings at the top level of the document in order, with what stands right above each.
    private var headings: [(line: Int, level: Int, anchorLine: Int?)] = []

    /// Knows the blocks of a document that entries may start with.
    init(_ document: Document) {
        var previous: Block?
        for block in document.blocks {
            let line = block.position.line
            switch block.content {
            case .heading(let level, _):
                let anchor = previous.flatMap { Anchor.standingAlone(in: $0) == nil ? nil : $0 }
                headings.append((line, level, anchor?.position.line))
                places[line] = .heading(level: level)
            case .paragraph: places[line] = .paragraph
            case .table(let table):
                for row in table.rows { places[row.position.line] = .row(table) }
            case .list(let list):
                for item in list.items { places[item.position.line] = .item(list) }
            case .callout, .code, .quote, .html, .thematicBreak: break
            }
            previous = block
        }
    }

    /// What starts at a line.
    subscript(line: Int) -> Place? { places[line] }

    /// The line before the next heading below a line that ends a section of some level; the anchor
    /// above that heading belongs to it.
    func endOfSection(at line: Int, level: Int, lineCount: Int) -> Int {
        let next = headings.first { $0.line > line && $0.level <= level }
        return next.map { ($0.anchorLine ?? $0.line) - 1 } ?? lineCount
    }
}
