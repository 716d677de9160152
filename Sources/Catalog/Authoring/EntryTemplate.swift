/// The start of an entry, in any of the shapes that runbooks write entries in.
///
/// What is not known yet stands there as the question to answer.
public struct EntryTemplate: Sendable, Hashable {
    /// What one sees, as Markdown.
    public var title: String
    /// The local id; `nil` where the title has a code that is one.
    public var identifier: String?
    /// What was seen besides.
    public var observed: String?
    /// Lines of logs that show it.
    public var signatures: [String] = []
    /// Probe lines, each with its reason.
    public var probes: [String] = []

    /// Makes a template.
    public init(title: String, identifier: String?, observed: String? = nil, probes: [String] = [])
    {
        self.title = title
        self.identifier = identifier
        self.observed = observed
        self.probes = probes
    }

    /// A short id for what one sees: its first words.
    public static func identifier(for title: String) -> String {
        let words = title.lowercased().split {
            !$0.isASCII || !($0.isLetter || $0.isNumber)
        }
        let slug = words.prefix(6).joined(separator: "-")
        return slug.isEmpty ? "new-entry" : slug
    }

    /// What to write for the cause.
    static let cause = "why, and how to tell"
    /// What to write for the remedy.
    static let remedy = "what to do, as commands"
    private static let symptom = "what one sees, and who sees it"

    /// The lines of the entry in a shape, probes included.
    public func lines(in shape: EntryShape) -> [String] {
        switch shape {
        case .table:
            let why = sight.map { "\($0): why?" } ?? Self.cause
            return [row([anchor + title, why, Self.remedy])] + probeBlock(naming: true)
        case .bullets:
            let why = (sight.map { "\($0): " } ?? "") + "why, and what to do."
            return ["- **\(ended(title))** \(why)\(anchorBehind)"] + probeBlock(naming: true)
        case .questions:
            return ["**Q: \(title)**\(anchorBehind)", "", "Why, and what to do."]
                + probeBlock(naming: true)
        case .tracker(let level): return issue(level: level)
        case .headings(let level): return section(level: level)
        }
    }

    /// What was seen, for shapes without a place for signatures.
    private var sight: String? { observed ?? spans.first.map { "the log says \($0)" } }

    /// The signatures as code.
    private var spans: [String] { signatures.map(MarkdownWords.code) }

    /// A row of a table with these cells, pipes in them escaped (GFM 0.29, 4.10).
    func row(_ cells: [String]) -> String {
        "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }

    /// The id as an anchor, if there is one.
    var anchor: String { identifier.map { "<a id=\"\($0)\"></a>" } ?? "" }

    private var anchorBehind: String { anchor.isEmpty ? "" : " " + anchor }

    /// A tracked issue.
    private func issue(level: Int) -> [String] {
        let spans = signatures.isEmpty ? ["`what the log says`"] : spans
        return [
            heading(level), "",
            "- **Status:** Open",
            "- **Severity:** how bad it is",
            "- **Subsystem:** which part",
            "- **Error signatures:** " + spans.joined(separator: ", "),
            "- **Observed behavior:** \(observed ?? Self.symptom)",
            "- **Primary RCA hypothesis:** why",
            "- **Confidence:** Low",
            "- **Fix strategy:** \(Self.remedy)",
            "- **Validation after fix:** how to see that it worked",
        ] + probeBlock(naming: false)
    }

    /// A heading with labelled fields.
    private func section(level: Int) -> [String] {
        var fields = [("Symptoms", observed ?? Self.symptom)]
        if !signatures.isEmpty {
            fields.append(("Error signatures", spans.joined(separator: ", ")))
        }
        fields += [("Diagnosis", Self.cause), ("Fix", Self.remedy)]
        return [heading(level)] + fields.flatMap { ["", "**\($0.0):** \($0.1)"] }
            + probeBlock(naming: false)
    }

    private func heading(_ level: Int) -> String {
        String(repeating: "#", count: level) + " \(title)\(anchorBehind)"
    }

    /// The probes as a block, which names the entry where it stands outside of it.
    private func probeBlock(naming: Bool) -> [String] {
        guard !probes.isEmpty else { return [] }
        let name = naming ? identifier.map { " \($0)" } ?? "" : ""
        return ["", "```probe\(name)"] + probes + ["```"]
    }

    /// A bold lead ends with a mark, so that it is told from the words behind it.
    private func ended(_ title: String) -> String {
        title.last.map { ".?!:".contains($0) } ?? false ? title : title + "."
    }
}
