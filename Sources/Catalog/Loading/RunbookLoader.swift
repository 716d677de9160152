import Markdown

/// Turns one source into a runbook, collecting what is wrong with it.
struct RunbookLoader {
    /// Larger files are no runbooks; reading them would only cost time.
    static let largestFile = 16 << 20

    private let file: String
    private var runbook: Runbook
    private var diagnostics: [Diagnostic] = []
    private var codes: [CodeEntries.Draft] = []
    /// Probe blocks that name their entry, for the end, when all entries are known.
    private var addressed: [(code: CodeBlock, target: String)] = []
    /// Remarks about several issues, for the same reason.
    var crossNotes: [OutlineSection] = []
    /// Sections that say why entries have no probes.
    var unprobed: [OutlineSection] = []
    private var identifiers = IdentifierPool()
    /// How many unknown probe targets get a suggestion; looking for one compares all ids.
    private static let mostSuggestions = 20
    /// How many causes a code explained again and again collects.
    fileprivate static let mostCodeCauses = 16

    /// A runbook, if there was one to read, and what was wrong with its source.
    typealias Loaded = (runbook: Runbook?, diagnostics: [Diagnostic])

    /// Loads a source; a file that is no text gives diagnostics alone.
    static func load(_ source: RunbookSource) -> Loaded {
        let encoding = EncodingCheck.check(source)
        guard let text = encoding.text else { return (nil, encoding.diagnostics) }
        let document = Document(parsing: text).foldingHTML()
        var loader = RunbookLoader(document, file: source.file)
        loader.read(document)
        return (loader.runbook, encoding.diagnostics + loader.diagnostics)
    }

    /// Starts with what the front matter says.
    private init(_ document: Document, file: String) {
        self.file = file
        let frontMatter = FrontMatter(document.frontMatter, file: file)
        let system = frontMatter.system ?? SystemName.system(ofFile: file)
        runbook = Runbook(file: file, system: system, title: frontMatter.title ?? "")
        runbook.lastVerified = frontMatter.lastVerified
        runbook.reviewAfterDays = frontMatter.reviewAfterDays
        runbook.owner = frontMatter.owner
        runbook.detections = frontMatter.detections
        runbook.dependencies = frontMatter.dependencies
        runbook.variables = frontMatter.variables
        runbook.keyLocations = frontMatter.locations
        runbook.redactions = frontMatter.redactions
        diagnostics = frontMatter.diagnostics
        titleLine = frontMatter.titleLine
    }

    private var titleLine: Int?
    /// The heading levels at which most headings are failures.
    private(set) var failureLevels: Set<Int> = []
    /// Whether the document itself is about failures and hardly anything else.
    private(set) var titleAnnouncesStrongly = false
    private var suggestionCount = 0

    /// Reads the document's sections.
    private mutating func read(_ document: Document) {
        var root = OutlineSection.outline(of: document.blocks)
        if root.children.first?.level != 1, let titleLine, !runbook.title.isEmpty {
            // Without a level-1 heading the front matter's title stands for one.
            root.title = runbook.title
            root.level = 1
            root.position = Position(line: titleLine, column: 1)
            root = OutlineSection(
                heading: nil, title: "", level: 0, position: root.position, anchor: nil,
                blocks: [], children: [root])
        }
        if runbook.title.isEmpty {
            runbook.title = root.children.first { $0.level == 1 }?.title ?? runbook.system
        }
        titleAnnouncesStrongly = TroubleHeadings.announcesStrongly(runbook.title)
        failureLevels = LevelProfile.entryLevels(of: root)
        var surroundings = Surroundings()
        surroundings.announcesTrouble = TroubleHeadings.announces(runbook.title)
        visit(root, surroundings)
        addCodes()
        attachProbes()
        for code in ProbeBlock.collectBlocks(in: document.blocks) {
            runbook.collections += parse(code)
        }
        for section in crossNotes { CrossIssueNotes.attach(section, to: &runbook.entries) }
        for section in unprobed { UnprobedReasons.attach(section, to: &runbook.entries) }
        let mentions = EntryMentions(runbook.entries)
        for index in runbook.triage.indices {
            runbook.triage[index].entries = mentions.positions(in: runbook.triage[index].text)
                .map { runbook.entries[$0].id }
        }
    }
}

extension RunbookLoader {
    /// Keeps triage steps and sections with a role; says whether the section was one.
    mutating func readSpecial(_ section: OutlineSection) -> Bool {
        switch SpecialHeading(section.title) {
        case .triage:
            let read = TriageReader.read(section, file: file, after: runbook.triage.count)
            guard !read.steps.isEmpty else { return false }
            runbook.triage += read.steps
            diagnostics += read.diagnostics
        case .kept(let role):
            runbook.sections.append(SectionItems.section(role, of: section, file: file))
            if role == .codes { codes += CodeEntries.drafts(in: section) }
        case nil:
            return false
        }
        collectProbes(in: section.allBlocks)
        return true
    }

    /// Remembers the probe blocks that name their entry.
    mutating func collectProbes(in blocks: [Block]) {
        for code in ProbeBlock.all(in: blocks) {
            guard let target = ProbeBlock.target(of: code) else { continue }
            addressed.append((code, target))
        }
    }

    /// Makes a draft an entry of the runbook.
    mutating func add(_ draft: EntryDraft) {
        let parts = EntryIdentifier.parts(of: draft.title)
        let (local, source) = identity(of: draft, parts)
        let location = SourceLocation(
            file: file, line: draft.position.line, column: draft.position.column)
        var entry = Entry(
            id: unique(local, at: location), system: runbook.system, title: parts.title,
            location: location, recogniser: draft.recogniser)
        entry.identitySource = source
        entry.recognitionReason = draft.reason
        entry = EntryContent.fill(entry, from: draft)
        for code in draft.reading.probeBlocks where ProbeBlock.target(of: code) == nil {
            entry.probes += parse(code)
        }
        if entry.causes.isEmpty { entry.causes = entry.probes.compactMap(\.reason) }
        runbook.entries.append(entry)
        for list in draft.reading.codeLists { codes += CodeEntries.drafts(in: list) }
    }

    /// The local id and where it comes from: an anchor, a code, the title, or else the line.
    private func identity(
        of draft: EntryDraft, _ parts: EntryIdentifier.Parts
    ) -> (String, Entry.IdentitySource) {
        if let anchor = draft.anchor { return (anchor, .anchor) }
        if let code = parts.code { return (code, .code) }
        let slug = EntryIdentifier.slug(of: parts.title)
        return slug.isEmpty ? ("line-\(draft.position.line)", .line) : (slug, .title)
    }

    /// The full id; a second entry with the same one gets a number and a warning.
    private mutating func unique(_ local: String, at location: SourceLocation) -> String {
        let wanted = "\(runbook.system)/\(local)"
        let taken = identifiers.take(wanted, at: location)
        if let diagnostic = taken.diagnostic { diagnostics.append(diagnostic) }
        return taken.id
    }

    private mutating func parse(_ code: CodeBlock) -> [ProbeLine] {
        let parsed = ProbeBlock.lines(of: code, file: file)
        diagnostics += parsed.diagnostics
        return parsed.lines
    }

    /// Makes code entries; a code explained twice in one system is one entry.
    private mutating func addCodes() {
        var positions: [String: Int] = [:]
        for draft in codes.sorted(by: { $0.position.line < $1.position.line }) {
            var entry = CodeEntries.entry(of: draft, system: runbook.system, file: file)
            if let position = positions[entry.id] {
                runbook.entries[position].addMissing(of: entry)
            } else {
                positions[entry.id] = runbook.entries.count
                entry.id = unique(entry.localID, at: entry.location)
                runbook.entries.append(entry)
            }
        }
    }

    /// Gives the probe blocks that name their entry to it.
    private mutating func attachProbes() {
        var positions: [String: Int] = [:]
        for (index, entry) in runbook.entries.enumerated() { positions[entry.id] = index }
        for (code, target) in addressed {
            let lines = parse(code)
            let id = target.contains("/") ? target : "\(runbook.system)/\(target)"
            if let index = positions[id] {
                let hadNoCause = runbook.entries[index].causes.isEmpty
                runbook.entries[index].probes += lines
                if hadNoCause { runbook.entries[index].causes = lines.compactMap(\.reason) }
            } else {
                reportUnknown(target, id: id, of: code)
            }
        }
    }

    private mutating func reportUnknown(_ target: String, id: String, of code: CodeBlock) {
        var advice = ""
        if suggestionCount < Self.mostSuggestions {
            suggestionCount += 1
            let known = runbook.entries.lazy.map(\.id)
            advice = NearestName.nearest(to: id, in: known).map { "; did you mean '\($0)'?" } ?? ""
        }
        diagnostics.append(
            Diagnostic(
                .error, rule: "probe-entry", "no entry '\(target)' in this runbook\(advice)",
                at: SourceLocation(file: file, line: max(1, code.textPosition.line - 1))))
    }
}

extension TriageStep {
    /// All that it says.
    fileprivate var text: String { ([title] + details).joined(separator: " ") }
}

extension Entry {
    /// Takes over the causes and remedies that only another entry of the same id has.
    fileprivate mutating func addMissing(of other: Entry) {
        guard causes.count < RunbookLoader.mostCodeCauses else { return }
        for cause in other.causes where !causes.contains(cause) { causes.append(cause) }
        for fix in other.fixes where !fixes.contains(fix) { fixes.append(fix) }
    }
}
