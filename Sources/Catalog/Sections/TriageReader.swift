import Markdown

/// Reads a triage section into ordered steps: one a list item, or one a heading below it.
struct TriageReader {
    /// The file, for locations.
    let file: String
    private(set) var steps: [TriageStep] = []
    private(set) var diagnostics: [Diagnostic] = []

    /// Reads a section's steps; numbers go on from those already there.
    static func read(
        _ section: OutlineSection, file: String, after count: Int
    ) -> (steps: [TriageStep], diagnostics: [Diagnostic]) {
        var reader = TriageReader(file: file)
        let lists = section.blocks.compactMap { block -> List? in
            if case .list(let list) = block.content { list } else { nil }
        }
        let list = lists.first { $0.start != nil } ?? lists.first
        if section.children.isEmpty || list?.start != nil, let list {
            for item in list.items { reader.add(item, number: count + reader.steps.count + 1) }
        } else {
            for child in section.children {
                reader.add(child, number: count + reader.steps.count + 1)
            }
        }
        return (reader.steps, reader.diagnostics)
    }

    /// Makes a list item a step; its first sentence is the question.
    private mutating func add(_ item: ListItem, number: Int) {
        let location = location(of: item.position)
        guard case .paragraph(let text)? = item.blocks.first?.content else {
            var step = TriageStep(number: number, title: "", location: location)
            addContent(of: item.blocks, to: &step)
            step.title = step.details.first ?? step.commands.first ?? ""
            if !step.title.isEmpty { steps.append(step) }
            return
        }
        let inlines = text.inlines
        let sentences = Sentences.split(RichText.plain(inlines))
        var step = TriageStep(number: number, title: sentences.first ?? "", location: location)
        step.commands = RichText.codeSpans(inlines).filter(ShellCommand.isCommand)
        step.details = sentences.dropFirst().filter { sentence in
            !step.commands.contains(LeadingLabel.withoutColon(sentence))
        }
        addContent(of: Array(item.blocks.dropFirst()), to: &step)
        steps.append(step)
    }

    /// Makes a heading a step.
    private mutating func add(_ section: OutlineSection, number: Int) {
        var step = TriageStep(
            number: number, title: EntryIdentifier.parts(of: section.title).title,
            location: location(of: section.position))
        addContent(of: section.allBlocks, to: &step)
        steps.append(step)
    }

    /// Adds paragraphs and items as details, code as commands, probe blocks as probes.
    private mutating func addContent(of blocks: [Block], to step: inout TriageStep, depth: Int = 0)
    {
        guard depth < 12 else { return }
        for block in blocks {
            switch block.content {
            case .paragraph(let text):
                let inlines = text.inlines
                step.details.append(RichText.plain(inlines))
                step.commands += RichText.codeSpans(inlines).filter(ShellCommand.isCommand)
            case .code(let code) where ProbeBlock.isProbe(code):
                guard ProbeBlock.target(of: code) == nil else { continue }
                let parsed = ProbeBlock.lines(of: code, file: file)
                step.probes += parsed.lines
                diagnostics += parsed.diagnostics
            case .code(let code) where ProbeBlock.isCollect(code):
                continue
            case .code(let code):
                step.commands += ShellCommand.commands(ofBlock: code.text, info: code.info)
            case .list(let list):
                for item in list.items {
                    addContent(of: item.blocks, to: &step, depth: depth + 1)
                }
            case .quote(let inner):
                addContent(of: inner, to: &step, depth: depth + 1)
            case .callout(let callout):
                addContent(of: callout.blocks, to: &step, depth: depth + 1)
            case .heading, .table, .html, .thematicBreak:
                continue
            }
        }
    }

    private func location(of position: Position) -> SourceLocation {
        SourceLocation(file: file, line: position.line, column: position.column)
    }
}
