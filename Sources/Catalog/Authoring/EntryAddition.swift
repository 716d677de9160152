import Markdown

/// A new entry put where a document's entries stand, in the shape that they have.
public struct EntryAddition: Sendable, Hashable {
    /// The change of the document.
    public var edit: SourceEdit
    /// The document's new bytes.
    public var bytes: [UInt8]
    /// The entry as it is read from them.
    public var entry: Entry

    /// Why an entry cannot be put in.
    public enum Failure: Error, Sendable, Hashable {
        /// An entry of the system has that title or id already.
        case taken(id: String, location: SourceLocation)
        /// The title would be read as something else, such as the title of a section.
        case notAnEntry
        /// The document is no UTF-8.
        case encoding
    }

    /// Adds an entry to a document.
    ///
    /// What comes of it is loaded again: it must read as one entry more, and the others as before.
    ///
    /// - Parameters:
    ///   - template: What is known of it; its title and id are made fit for the document.
    ///   - runbook: The document as it was loaded.
    ///   - source: Its text.
    ///   - others: Entries that the new one must not be mistaken for, the document's own included.
    /// - Throws: ``Failure``.
    public init(
        of template: EntryTemplate, to runbook: Runbook, in source: RunbookSource,
        besides others: [Entry]
    ) throws(Failure) {
        guard String(validating: source.bytes, as: UTF8.self) != nil else { throw .encoding }
        let written = InlineText(template.title, at: Position(line: 1, column: 1))
        let wanted = Self.words(of: RichText.plain(written.inlines))
        let same = others.first { other in
            Self.words(of: other.title) == wanted || other.localID == template.identifier
        }
        if let same { throw .taken(id: same.id, location: same.location) }
        let lines = SourceLines(source.bytes)
        let before = Catalog.load(sources: [source]).entries
        let planner = AdditionPlanner(
            runbook, document: Document(parsing: source.bytes), lines: lines)
        for plan in planner.plans(for: template) {
            let bytes = lines.applying([plan])
            let after = Catalog.load(sources: [RunbookSource(file: source.file, bytes: bytes)])
                .entries
            let added = after.filter { Self.words(of: $0.title) == wanted }
            guard let entry = added.first, added.count == 1,
                after.filter({ $0.id != entry.id }).map(\.id) == before.map(\.id)
            else { continue }
            edit = plan
            self.bytes = bytes
            self.entry = entry
            return
        }
        throw .notAnEntry
    }

    /// The words of a title, its code or number apart.
    private static func words(of title: String) -> [String] {
        EntryIdentifier.parts(of: title).title.lowercasedWords
    }
}
