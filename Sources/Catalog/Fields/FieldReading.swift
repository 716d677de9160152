import Markdown

/// A stretch of content that becomes one text of an entry.
struct FieldPiece {
    /// What it is made of.
    enum Body {
        /// A paragraph or list item.
        case text([Inline])
        /// A code block that is no probe block.
        case code(CodeBlock)
        /// A table whose columns have no fields.
        case table(Table)
    }

    /// What it is made of.
    var body: Body
    /// Whether it is a list item.
    var isItem: Bool
    /// Where it starts.
    var position: Position
}

/// A label with the content behind it.
struct LabelledField {
    /// The label as written, without its colon.
    var label: String
    /// Where the content goes.
    var field: EntryField
    /// The content in order.
    var pieces: [FieldPiece]

    /// Whether its own label says that something newer replaces it.
    var isSuperseded: Bool {
        let words = label.lowercasedWords
        return words.contains { ["superseded", "obsolete", "outdated", "rejected"].contains($0) }
    }
}

/// What the blocks of an entry say, sorted by label.
struct FieldReading {
    /// The content before the first label.
    var lead: [FieldPiece] = []
    /// The labelled fields in order.
    var fields: [LabelledField] = []
    /// The probe blocks, wherever they stand.
    var probeBlocks: [CodeBlock] = []
    /// Lists of codes inside, with the words that introduce them.
    var codeLists: [CodeList] = []

    /// Whether a field is there.
    func has(_ field: EntryField) -> Bool { fields.contains { $0.field == field } }

    /// How many different kinds of field that only entries have.
    var markingFieldCount: Int {
        EntryFieldSet(fields.lazy.map(\.field).filter(\.marksEntry)).count
    }
}

/// A list that may explain codes.
struct CodeList {
    /// The heading or sentence before it.
    var lead: [Inline]
    /// The list.
    var list: List
}
