import Markdown

/// A placeholder such as `<pod>` in a command of a fix that nothing in the document explains.
///
/// It is explained by a variable of its name, by its words in running text, or by itself as code in
/// running text. Asked only of documents that are written for this program: others are read by
/// people who know their system, and the program fills nothing in for them.
enum UnexplainedPlaceholderRule: LintRule {
    static let description = RuleDescription(
        "unexplained-placeholder", .note,
        "A command has a placeholder that the document does not explain")

    static func check(_ page: LintedRunbook) -> [Diagnostic] {
        guard page.isWrittenForDiagnose else { return [] }
        var told: Set<String> = []
        var prose: Prose?
        return page.failures.flatMap { entry -> [Diagnostic] in
            let uses = entry.fixes.flatMap(\.commands).flatMap { command in
                placeholders(in: command).map { (written: $0, command: command) }
            }
            return uses.compactMap { written, command in
                guard told.insert(written).inserted else { return nil }
                let known = prose ?? Prose(of: page)
                prose = known
                guard !known.explains(written) else { return nil }
                return finding(
                    "nothing says what to put for '\(written)'",
                    at: page.place(of: written, in: command, of: entry))
            }
        }
    }

    /// The most bytes of a placeholder's name.
    private static let longestName = 40

    /// The `<name>` and `{a_name}` of a command as written.
    ///
    /// Braces alone are `awk` and `jq` as often; they count where an underscore makes a name.
    static func placeholders(in command: String) -> [String] {
        let bytes = Array(command.utf8)
        var found: [String] = []
        var index = 0
        while index < bytes.count {
            let isAngle = bytes[index] == UInt8(ascii: "<")
            let before = index > 0 ? bytes[index - 1] : 0
            guard isAngle || bytes[index] == UInt8(ascii: "{"), !"<${%\\".utf8.contains(before)
            else {
                index += 1
                continue
            }
            let name = bytes[(index + 1)...].prefix(longestName).prefix {
                $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
                    || (isAngle && $0 == 0x20)
            }
            let closing = isAngle ? UInt8(ascii: ">") : UInt8(ascii: "}")
            let isName =
                (name.first?.isASCIILetter ?? false) && name.last != 0x20
                && (isAngle || name.contains(UInt8(ascii: "_")))
            if isName, name.endIndex < bytes.count, bytes[name.endIndex] == closing {
                found.append(String(decoding: bytes[index...name.endIndex], as: UTF8.self))
            }
            index = max(index + 1, name.endIndex)
        }
        return found
    }
}

/// What a document says in running text.
private struct Prose {
    private var words: Set<String> = []
    private var spans: Set<String> = []
    private let variables: Set<String>

    /// Words that say by themselves what to put in their place.
    private static let selfExplaining: Set<String> = ["your", "the", "a", "an", "name", "of", "id"]

    init(of page: LintedRunbook) {
        variables = Set(page.runbook.variables.map { Self.folded($0.name) })
        for placed in page.texts {
            words.formUnion(RichText.plain(Self.withoutCode(placed.text.inlines)).lowercasedWords)
            spans.formUnion(placed.text.codeSpans)
        }
    }

    /// Inline content without code spans, which may quote the command itself.
    private static func withoutCode(_ inlines: [Inline]) -> [Inline] {
        inlines.compactMap { inline in
            switch inline {
            case .code: nil
            case .emphasis(let content): .emphasis(withoutCode(content))
            case .strong(let content): .strong(withoutCode(content))
            case .strikethrough(let content): .strikethrough(withoutCode(content))
            case .link(let destination, let title, let content):
                .link(destination: destination, title: title, content: withoutCode(content))
            default: inline
            }
        }
    }

    /// Whether a placeholder as written is explained.
    func explains(_ placeholder: String) -> Bool {
        let name = String(placeholder.dropFirst().dropLast())
        if variables.contains(Self.folded(name)) || spans.contains(placeholder)
            || spans.contains(name)
        {
            return true
        }
        return name.lowercasedWords.allSatisfy { word in
            Self.selfExplaining.contains(word) || words.contains(word) || words.contains(word + "s")
                || words.contains(word + "'s")
        }
    }

    /// A name by its letters and digits alone: `EVENT_SLUG` and `event-slug` are one.
    private static func folded(_ name: String) -> String {
        String(decoding: name.lowercased().utf8.filter(\.isASCIILetterOrDigit), as: UTF8.self)
    }
}
