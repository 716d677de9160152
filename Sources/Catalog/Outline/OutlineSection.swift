import Markdown

/// A heading with everything below it, or the whole document at the top.
struct OutlineSection {
    /// The heading; `nil` for the document itself.
    var heading: InlineText?
    /// The heading as plain text.
    var title: String
    /// The heading's level, 0 for the document.
    var level: Int
    /// Where the heading stands.
    var position: Position
    /// An explicit id: an anchor in the heading or directly above it.
    var anchor: String?
    /// The blocks between the heading and the first heading below it.
    var blocks: [Block]
    /// The sections of the headings below it.
    var children: [OutlineSection]

    /// The labelled fields among ``blocks``, read once for all recognisers.
    ///
    /// The columns of a table do not count, for its rows may be entries.
    var ownFields = FieldReading()
    /// The field that the heading means as a label, its code or number apart.
    var labelledField: EntryField?
    /// Whether the heading starts something that is no failure.
    var isExcluded = false
    /// Whether the title names a failure or the labels below it are those of one.
    var looksLikeFailure = false

    /// Every block of the section and of those below it.
    var allBlocks: [Block] { blocks + children.flatMap(\.allBlocks) }

    /// Whether a table stands above the first heading below, be it in a list.
    var holdsTable: Bool { blocks.contains(where: Self.holdsTable) }

    private static func holdsTable(_ block: Block) -> Bool {
        if case .table = block.content { true } else { block.children.contains(where: holdsTable) }
    }

    /// Makes the outline of a document's blocks.
    static func outline(of blocks: [Block]) -> OutlineSection {
        nesting(blocks).mergingTranslations().cuttingAtPseudoHeadings().readingFields()
    }

    /// The blocks nested by their headings.
    static func nesting(_ blocks: [Block]) -> OutlineSection {
        var builder = OutlineBuilder()
        for block in blocks { builder.add(block) }
        return builder.finish()
    }
}

extension OutlineSection {
    /// The outline with headings that only translate the one before merged into it.
    ///
    /// In a bilingual document two headings with the same number share the body of the second.
    fileprivate func mergingTranslations() -> OutlineSection {
        var merged = self
        merged.children = []
        for child in children {
            let child = child.mergingTranslations()
            if let last = merged.children.last, last.blocks.isEmpty, last.children.isEmpty,
                last.level == child.level, let number = last.number, number == child.number
            {
                merged.children[merged.children.count - 1].blocks = child.blocks
                merged.children[merged.children.count - 1].children = child.children
            } else {
                merged.children.append(child)
            }
        }
        return merged
    }

    /// The outline with sections for bold lines and boxes that stand for headings.
    fileprivate func cuttingAtPseudoHeadings() -> OutlineSection {
        var section = PseudoHeadings.splitting(CalloutSections.unfolding(self))
        section.children = section.children.map {
            $0.level < PseudoHeadings.level ? $0.cuttingAtPseudoHeadings() : $0
        }
        return section
    }

    /// The outline with the fields of every section read.
    fileprivate func readingFields() -> OutlineSection {
        var section = self
        section.ownFields = FieldReader.readFields(of: self)
        section.labelledField = FieldLabel.field(of: EntryIdentifier.parts(of: title).title)
        section.children = children.map { $0.readingFields() }
        guard level > 0 else { return section }
        section.isExcluded = NonEntryHeadings.excludes(title)
        section.looksLikeFailure =
            section.labelledField == nil && !TroubleHeadings.isGroup(title)
            && (FailureWords.areIn(title) || HeadedFields.isCertain(section))
        return section
    }

    /// The number at the start of the title.
    private var number: String? {
        let digits = title.utf8.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
        return digits.isEmpty ? nil : String(Substring(digits))
    }
}

/// Nests blocks by the levels of their headings.
private struct OutlineBuilder {
    /// The open sections, outermost first; levels grow strictly.
    private var open: [OutlineSection] = []
    private var current = OutlineSection(
        heading: nil, title: "", level: 0, position: Position(line: 1, column: 1), anchor: nil,
        blocks: [], children: [])

    /// Takes the next block.
    mutating func add(_ block: Block) {
        guard case .heading(let level, let text) = block.content else {
            current.blocks.append(block)
            return
        }
        let anchorAbove = current.blocks.last.flatMap { Anchor.standingAlone(in: $0) }
        if anchorAbove != nil { current.blocks.removeLast() }
        close(downTo: level)
        open.append(current)
        let inlines = text.inlines
        let (title, attribute) = Anchor.splitAttribute(RichText.plain(inlines))
        current = OutlineSection(
            heading: text, title: title, level: level, position: block.position,
            anchor: Anchor.first(in: inlines) ?? attribute ?? anchorAbove, blocks: [], children: [])
    }

    /// Closes everything and returns the document.
    mutating func finish() -> OutlineSection {
        close(downTo: 0)
        return current
    }

    /// Closes the sections whose level is not below the given one.
    private mutating func close(downTo level: Int) {
        while current.level >= max(level, 1), var parent = open.popLast() {
            parent.children.append(current)
            current = parent
        }
    }
}
