import Markdown

/// Sorts the blocks of an entry by the labels in them.
struct FieldReader {
    /// What has been read so far.
    private(set) var reading = FieldReading()
    /// Whether tables are left out, for their rows may be entries.
    private var skipsTables = false
    /// The text before a list, which says what the list is about.
    private var lastText: [Inline] = []
    /// Lists and quotes deeper than this are not read: people do not nest so far.
    private static let deepestNesting = 12

    /// Reads an entry's section with everything below it.
    static func read(_ section: OutlineSection) -> FieldReading {
        var reader = FieldReader()
        reader.lastText = [.text(section.title)]
        reader.add(section.blocks)
        for child in section.children { reader.add(child) }
        return reader.reading
    }

    /// Reads what stands above a section's first sub-heading, tables apart.
    static func readFields(of section: OutlineSection) -> FieldReading {
        var reader = FieldReader()
        reader.skipsTables = true
        reader.lastText = [.text(section.title)]
        reader.add(section.blocks)
        return reader.reading
    }

    /// Reads blocks alone.
    static func read(_ blocks: [Block]) -> FieldReading {
        var reader = FieldReader()
        reader.add(blocks)
        return reader.reading
    }

    /// Reads a section below an entry's heading: its title is a label or the title of a remark.
    private mutating func add(_ section: OutlineSection) {
        let title = EntryIdentifier.parts(of: section.title).title
        lastText = [.text(title)]
        if let field = FieldLabel.field(of: title) ?? FieldLabel.field(ofNumbered: title) {
            reading.fields.append(LabelledField(label: title, field: field, pieces: []))
        } else if !reading.fields.isEmpty || AlertRunbook.isRemark(title)
            || NonEntryHeadings.excludes(title)
        {
            reading.fields.append(LabelledField(label: title, field: .note, pieces: []))
        }
        add(section.blocks)
        for child in section.children { add(child) }
    }

    /// Reads blocks in order.
    private mutating func add(_ blocks: [Block], depth: Int = 0) {
        guard depth < Self.deepestNesting else { return }
        for block in blocks { add(block, depth: depth) }
    }

    private mutating func add(_ block: Block, depth: Int) {
        switch block.content {
        case .paragraph(let text):
            addParagraph(text.inlines, at: text.position)
        case .list(let list):
            add(list, depth: depth)
        case .code(let code):
            addCode(code, at: block.position)
        case .quote(let blocks):
            add(blocks, depth: depth + 1)
        case .callout(let callout):
            addCallout(callout, depth: depth)
        case .table where skipsTables:
            break
        case .table(let table):
            addTable(table, at: block.position)
        case .heading, .html, .thematicBreak:
            break
        }
    }

    /// Reads a box: its title may be a label, and is a sentence otherwise.
    private mutating func addCallout(_ callout: Callout, depth: Int) {
        if let title = callout.title {
            let label = RichText.plain(title.inlines)
            if let field = FieldLabel.field(of: label) {
                reading.fields.append(LabelledField(label: label, field: field, pieces: []))
            } else {
                append(title.inlines, at: title.position)
            }
        }
        add(callout.blocks, depth: depth + 1)
    }

    /// Reads a paragraph; each line of it may open a field.
    private mutating func addParagraph(_ inlines: [Inline], at position: Position) {
        var pending: [Inline] = []
        var startsWithLabel = false
        for (number, line) in RichText.lines(inlines).enumerated() {
            let label = LeadingLabel(line)
            if let label, let field = label.field, label.isSetApart,
                number == 0 || label.isMarked || startsWithLabel
            {
                append(pending, at: position)
                startsWithLabel = startsWithLabel || number == 0
                reading.fields.append(LabelledField(label: label.text, field: field, pieces: []))
                pending = label.rest
            } else {
                if !pending.isEmpty { pending.append(.softBreak) }
                pending += line
            }
        }
        append(pending, at: position)
        lastText = inlines
    }

    /// Adds text to the open field.
    private mutating func append(
        _ inlines: [Inline], isItem: Bool = false, at position: Position
    ) {
        guard !RichText.isBlank(inlines) else { return }
        append(FieldPiece(body: .text(inlines), isItem: isItem, position: position))
    }

    private mutating func append(_ piece: FieldPiece) {
        if reading.fields.isEmpty {
            reading.lead.append(piece)
        } else {
            reading.fields[reading.fields.count - 1].pieces.append(piece)
        }
    }

    private mutating func addCode(_ code: CodeBlock, at position: Position) {
        if ProbeBlock.isProbe(code) {
            reading.probeBlocks.append(code)
        } else if !ProbeBlock.isCollect(code) {
            append(FieldPiece(body: .code(code), isItem: false, position: position))
        }
    }
}

extension FieldReader {
    /// Reads a list, whose items are fields of their own or content of the open field.
    private mutating func add(_ list: List, depth: Int) {
        reading.codeLists.append(CodeList(lead: lastText, list: list))
        let labels = list.items.map { label(of: $0) }
        let known = labels.count { $0?.field != nil }
        let isFieldList = known > 0 && known * 2 >= labels.count
        for (item, label) in zip(list.items, labels) {
            if let label, opensField(label, of: item, in: isFieldList) {
                reading.fields.append(
                    LabelledField(label: label.text, field: label.field ?? .note, pieces: []))
                append(label.rest, at: item.position)
                lastText = [.text(label.text)]
                add(Array(item.blocks.dropFirst()), depth: depth + 1)
            } else {
                addContent(of: item, depth: depth)
            }
        }
    }

    /// The label of an item's first line.
    private func label(of item: ListItem) -> LeadingLabel? {
        guard case .paragraph(let text)? = item.blocks.first?.content else { return nil }
        return LeadingLabel(text.inlines)
    }

    /// Whether an item starts a field.
    ///
    /// Among fields an unknown label opens a remark, but only where it is clearly a label: bold, or
    /// with nothing but a nested list behind it.
    private func opensField(
        _ label: LeadingLabel, of item: ListItem, in isFieldList: Bool
    ) -> Bool {
        guard label.isSetApart else { return false }
        if label.field != nil { return isFieldList || label.isMarked }
        return isFieldList && (label.isMarked || (label.rest.isEmpty && item.blocks.count > 1))
    }

    /// Adds an item's blocks to the open field.
    private mutating func addContent(of item: ListItem, depth: Int) {
        guard depth < Self.deepestNesting else { return }
        for (number, block) in item.blocks.enumerated() {
            guard case .paragraph(let text) = block.content else {
                add(block, depth: depth + 1)
                continue
            }
            addItemText(text, isFirst: number == 0)
        }
    }

    /// Reads a paragraph of an item.
    ///
    /// A bold label that follows without a blank line belongs to it by the rules of Markdown, but no
    /// writer means that: it opens the next field.
    private mutating func addItemText(_ text: InlineText, isFirst: Bool) {
        let lines =
            text.source.utf8.contains(UInt8(ascii: "\n")) ? RichText.lines(text.inlines) : []
        let labels = lines.map { LeadingLabel($0) }
        guard let cut = labels.indices.dropFirst().first(where: { isNextField(labels[$0]) }) else {
            append(text.inlines, isItem: isFirst, at: text.position)
            lastText = text.inlines
            return
        }
        append(
            Array(lines[..<cut].joined(separator: [.softBreak])), isItem: isFirst,
            at: text.position)
        addParagraph(Array(lines[cut...].joined(separator: [.softBreak])), at: text.position)
    }

    /// Whether a line inside an item opens a field of the entry.
    private func isNextField(_ label: LeadingLabel?) -> Bool {
        guard let label, let field = label.field else { return false }
        return label.isMarked && label.isSetApart && field.marksEntry
    }

    /// Reads a table; columns with a field's name give their cells to that field.
    private mutating func addTable(_ table: Table, at position: Position) {
        let columns = table.header.map { FieldLabel.field(of: RichText.plain($0.inlines)) }
        guard columns.contains(.causes) || columns.contains(.fixes) else {
            append(FieldPiece(body: .table(table), isItem: false, position: position))
            return
        }
        for row in table.rows {
            for (cell, field) in zip(row.cells, columns) {
                guard let field, field.marksEntry else { continue }
                let piece = FieldPiece(
                    body: .text(cell.inlines), isItem: true, position: row.position)
                guard !RichText.plain(cell.inlines).isEmpty else { continue }
                reading.fields.append(
                    LabelledField(label: "", field: field, pieces: [piece]))
            }
        }
    }
}
