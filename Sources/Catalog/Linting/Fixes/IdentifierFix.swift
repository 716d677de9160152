/// Gives entries the id that they have now as an anchor, where the recognisers look for it.
enum IdentifierFix {
    /// An anchor for an entry.
    struct Fix {
        /// Which of the runbook's entries it is for.
        var position: Int
        /// The change.
        var edit: SourceEdit
        /// What to say where it cannot be made.
        var refusal: Diagnostic
    }

    /// The anchors that a runbook wants.
    static func edits(of page: LintedRunbook) -> (edits: [Fix], refusals: [Diagnostic]) {
        let wanted = Set(MissingIDRule.nameless(in: page).map(\.id))
        var fixes: [Fix] = []
        var refusals: [Diagnostic] = []
        let places = EntryPlaces(page.document)
        for (position, entry) in page.runbook.entries.enumerated()
        where wanted.contains(entry.id) || isNumbered(entry) {
            let refusal = Diagnostic(
                .note, rule: MissingIDRule.description.name,
                "no anchor can stand here without changing how the entry is read; add one by hand",
                at: entry.location)
            guard entry.identitySource == .title, let place = places[entry.location.line],
                let change = insertion(of: entry, at: place, in: page.lines)
            else {
                refusals.append(refusal)
                continue
            }
            let edit = SourceEdit(
                change, rule: MissingIDRule.description.name,
                summary: "gave '\(entry.title)' its id, \(entry.localID)")
            fixes.append(Fix(position: position, edit: edit, refusal: refusal))
        }
        return (fixes, refusals)
    }

    /// Whether an entry has a number behind its id for want of one of its own.
    private static func isNumbered(_ entry: Entry) -> Bool {
        entry.kind == .failure && entry.identitySource == .title
            && entry.localID
                != EntryIdentifier.slug(of: EntryIdentifier.parts(of: entry.title).title)
    }

    /// Where the anchor of an entry goes.
    private static func insertion(
        of entry: Entry, at place: EntryPlaces.Place, in lines: SourceLines
    ) -> SourceEdit.Change? {
        let line = entry.location.line
        let content = lines.content(of: line)
        let anchor = "<a id=\"\(entry.localID)\"></a>"
        let offset: Int
        var text = anchor
        switch place {
        case .heading, .paragraph:
            offset = endOfTitle(in: content)
            text = " " + anchor
        case .row:
            offset = start(of: content, afterMarker: { $0 == UInt8(ascii: "|") })
        case .item:
            offset = start(of: content) { byte in
                "-*+.)".utf8.contains(byte) || byte.isASCIIDigit
            }
        }
        return .replace(line: line, bytes: offset..<offset, text: text)
    }

    /// Where a heading's words end: before blanks and the closing `#` of an ATX heading
    /// (CommonMark 0.31.2, 4.2).
    private static func endOfTitle(in content: ArraySlice<UInt8>) -> Int {
        let blank = { (byte: UInt8) in byte.isASCIIBlank }
        let whole = content.reversed().drop(while: blank)
        let bare = whole.drop { $0 == UInt8(ascii: "#") }
        let isClosed = bare.count < whole.count && (bare.first.map(blank) ?? false)
        return isClosed ? bare.drop(while: blank).count : whole.count
    }

    /// Where the words of a row or item start: behind blanks, one marker, and blanks again.
    private static func start(
        of content: ArraySlice<UInt8>, afterMarker isMarker: (UInt8) -> Bool
    ) -> Int {
        let rest = content.drop(while: \.isASCIIBlank)
        let marked = rest.first == UInt8(ascii: "|") ? rest.dropFirst() : rest.drop(while: isMarker)
        return content.count - marked.drop(while: \.isASCIIBlank).count
    }
}
