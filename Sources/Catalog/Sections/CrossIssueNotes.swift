import Markdown

/// Gives remarks about several issues to the issues that they name.
enum CrossIssueNotes {
    /// The least length of a word that tells one title from another; shorter ones are particles.
    private static let shortestName = 3

    /// Whether a heading announces such remarks.
    static func isHeading(_ title: String) -> Bool {
        let text = title.lowercasedWords.joined(separator: " ")
        return text.begins(with: "cross issue") || text.holds("fix paths")
            || text.holds("fix options")
    }

    /// Attaches a section's items: options under a heading or label that names an issue are
    /// remedies of it, and remarks are kept with the issues they concern.
    static func attach(_ section: OutlineSection, to entries: inout [Entry]) {
        let mentions = EntryMentions(entries)
        let isFixes = section.title.lowercasedWords.contains("fix")
        var target: Int?
        for block in section.blocks {
            switch block.content {
            case .paragraph(let text):
                let plain = RichText.plain(text.inlines)
                target = plain.hasSuffix(":") ? mentions.positions(in: plain).first : nil
            case .list(let list):
                for item in list.items {
                    let text = SectionItems.texts(of: item.blocks).joined(separator: " ")
                    let targets = target.map { [$0] } ?? mentions.positions(in: text)
                    attach(text, isFix: isFixes, to: targets, of: &entries)
                }
            default: continue
            }
        }
        for child in section.children {
            let targets = mentions.positions(in: child.title)
            if targets.isEmpty { continue }
            for text in SectionItems.texts(of: child.allBlocks) {
                attach(text, isFix: isFixes, to: targets, of: &entries)
            }
        }
    }

    private static func attach(
        _ text: String, isFix: Bool, to targets: [Int], of entries: inout [Entry]
    ) {
        if isFix {
            for target in targets {
                entries[target].fixes.append(
                    Fix(
                        text: text,
                        isDestructive: DestructiveCommand.isDestructive(text: text, commands: [])))
            }
            return
        }
        let concerned = targets.isEmpty ? concerned(by: text, among: entries) : targets
        for target in concerned { entries[target].crossIssueNotes.append(text) }
    }

    /// The issues whose title shares a word with the text that no other title has; where there is
    /// none, the remark concerns all issues.
    private static func concerned(by text: String, among entries: [Entry]) -> [Int] {
        let issues = entries.indices.filter { entries[$0].recogniser == IncidentTracker.name }
        let titles = issues.map { (issue: $0, words: Set(entries[$0].title.lowercasedWords)) }
        let words = Set(text.lowercasedWords.filter { $0.utf8.count >= shortestName })
        let named = titles.filter { title in
            title.words.contains { word in
                words.contains(word) && titles.count { $0.words.contains(word) } == 1
            }
        }
        return named.isEmpty ? issues : named.map(\.issue)
    }
}
