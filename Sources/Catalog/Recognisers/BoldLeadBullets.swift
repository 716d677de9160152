import Markdown

/// Takes bullets such as `- **service: what you see.** why and what to do` as entries.
///
/// Below a heading that announces failures and hardly anything else, a lead may also be plain:
/// `- Page is blank: clear the cache`.
enum BoldLeadBullets: Recogniser {
    static let name = "bold-lead-bullets"

    static func recognise(
        _ section: OutlineSection, in surroundings: Surroundings
    ) -> Recognition? {
        let announced = surroundings.announcesTrouble || TroubleHeadings.announces(section.title)
        guard announced else { return nil }
        let takesPlain =
            TroubleHeadings.announcesStrongly(section.title)
            && (section.labelledField ?? .checks) == .checks
        let isKnown = TroubleHeadings.holdsKnownProblems(section.title)
        var drafts: [EntryDraft] = []
        for block in section.blocks {
            guard case .list(let list) = block.content else { continue }
            let bullets = list.items.map { item in
                bullet(of: item) ?? (takesPlain ? plainBullet(of: item) : nil)
            }
            let failing = bullets.count { $0.map { $0.namesFailure } ?? false }
            guard isKnown || (failing > 0 && failing * 2 > bullets.count) else { continue }
            drafts += bullets.compactMap { $0 }.filter { bullet in
                // Among failures, a question about something else is none.
                bullet.namesFailure || !FailureQuestion.isMarked(bullet.draft.title)
            }.map(\.draft)
        }
        return drafts.isEmpty ? nil : .blocks(drafts)
    }

    /// Whether bullets have labelled fields below bold leads, so that the fields are theirs.
    static func holdsFields(_ blocks: [Block]) -> Bool {
        blocks.contains { block in
            guard case .list(let list) = block.content else { return false }
            return list.items.contains { item in
                bullet(of: item).map { $0.draft.reading.markingFieldCount > 1 } ?? false
            }
        }
    }

    /// An item with a bold lead.
    private struct Bullet {
        var draft: EntryDraft
        var namesFailure: Bool
    }

    /// Reads an item; `nil` where it has no bold lead or the lead is a field's label.
    private static func bullet(of item: ListItem) -> Bullet? {
        guard case .paragraph(let text)? = item.blocks.first?.content else { return nil }
        let inlines = text.inlines
        let start = RichText.trimmingStart(inlines)
        guard case .strong? = start.first, let label = LeadingLabel(inlines), label.field == nil,
            label.isSetApart
        else { return nil }
        var reading = FieldReader.read(Array(item.blocks.dropFirst()))
        if !RichText.plain(label.rest).isEmpty {
            let piece = FieldPiece(
                body: .text(label.rest), isItem: false, position: text.position)
            reading.lead.insert(piece, at: 0)
        }
        let anchor = Anchor.first(in: inlines)
        return Bullet(
            draft: EntryDraft(
                title: label.text, titleSpans: RichText.codeSpans(Array(start.prefix(1))),
                position: item.position, anchor: anchor, reading: reading,
                unlabelled: .explanation),
            namesFailure: anchor != nil || reading.markingFieldCount > 1
                || (FailureWords.areIn(label.text) && !label.text.hasSuffix("?")))
    }

    /// Reads an item whose lead is not bold.
    private static func plainBullet(of item: ListItem) -> Bullet? {
        guard let lead = BulletLead(of: item) else { return nil }
        var reading = FieldReader.read(Array(item.blocks.dropFirst()))
        if !lead.rest.isEmpty {
            let piece = FieldPiece(body: .text(lead.rest), isItem: false, position: item.position)
            reading.lead.insert(piece, at: 0)
        }
        let title = LeadingLabel.withoutColon(RichText.plain(lead.title))
        let names =
            FailureQuestion.isMarked(title)
            ? FailureQuestion.isAsked(by: title) : FailureWords.areIn(title)
        return Bullet(
            draft: EntryDraft(
                title: title, titleSpans: RichText.codeSpans(lead.title), position: item.position,
                anchor: Anchor.first(in: lead.title), reading: reading, unlabelled: .explanation),
            namesFailure: names
                || !RichText.codeSpans(lead.title).filter(SignatureFinder.looksLikeLog).isEmpty)
    }
}
