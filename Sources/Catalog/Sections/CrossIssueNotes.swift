import Markdown

/// Gives remarks about several issues to the issues that they name.
enum CrossIssueNotes {
    /// Whether a heading announces such remarks.
    static func isHeading(_ title: String) -> Bool {
        let text = title.lowercasedWords.joined(separator: " ")
        return text.begins(with: "cross issue") || text.holds("fix paths")
            || text.holds("fix options")
    }

    /// Attaches a section's items: options under a heading or label that names an issue are
    /// remedies of it, remarks that name an issue are notes of it, and the others of every issue.
    static func attach(_ section: OutlineSection, to entries: inout [Entry]) {
        var codes: [String: Int] = [:]
        for (index, entry) in entries.enumerated()
        where entry.localID.utf8.last?.isASCIIDigit ?? false {
            codes[entry.localID] = index
        }
        let isFixes = section.title.lowercasedWords.contains("fix")
        var target: Int?
        for block in section.blocks {
            switch block.content {
            case .paragraph(let text):
                let plain = RichText.plain(text.inlines)
                target = plain.hasSuffix(":") ? index(of: plain, in: codes).first : nil
            case .list(let list):
                for item in list.items {
                    let text = SectionItems.texts(of: item.blocks).joined(separator: " ")
                    let targets = target.map { [$0] } ?? index(of: text, in: codes)
                    attach(text, title: section.title, isFix: isFixes, to: targets, of: &entries)
                }
            default: continue
            }
        }
        for child in section.children where !index(of: child.title, in: codes).isEmpty {
            let targets = index(of: child.title, in: codes)
            for text in SectionItems.texts(of: child.allBlocks) {
                attach(text, title: section.title, isFix: isFixes, to: targets, of: &entries)
            }
        }
    }

    private static func attach(
        _ text: String, title: String, isFix: Bool, to targets: [Int], of entries: inout [Entry]
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
        let issues = entries.indices.filter { entries[$0].recogniser == IncidentTracker.name }
        for target in targets.isEmpty ? issues : targets {
            if let note = entries[target].notes.firstIndex(where: { $0.label == title }) {
                entries[target].notes[note].items.append(text)
            } else {
                entries[target].notes.append(Note(label: title, items: [text]))
            }
        }
    }

    /// The entries that a text names by their code, such as `Issue 3`.
    private static func index(of text: String, in codes: [String: Int]) -> [Int] {
        let words = String(text.prefix(400)).lowercasedWords
        var found: [Int] = []
        for start in words.indices {
            var name = ""
            for word in words[start...].prefix(3) {
                name += name.isEmpty ? word : "-" + word
                if let entry = codes[name], !found.contains(entry) { found.append(entry) }
            }
        }
        return found
    }
}
