import Markdown

/// What a runbook says about itself before its first heading.
struct FrontMatter {
    /// The keys that are read.
    static let keys = [
        "system", "title", "last_verified", "review_after", "owner", "detect", "depends",
        "variables", "redact",
    ]

    /// Keys among them that other programs' documents have, too.
    static let common: Set<String> = ["title", "owner"]

    var system: String?
    var title: String?
    /// The line of the title, where a document without a level-1 heading starts.
    var titleLine: Int?
    var lastVerified: String?
    var reviewAfterDays: Int?
    var owner: String?
    var detections: [Detection] = []
    var dependencies: [String: [String]] = [:]
    var variables: [Variable] = []
    var redactions: [TeamPattern] = []
    /// Where the keys stand; what is nested as `depends.portal`.
    private(set) var locations: [String: SourceLocation] = [:]
    /// What was wrong or odd.
    private(set) var diagnostics: [Diagnostic] = []

    private let file: String
    /// Whether any key says that it is written for this program; what other programs read there is
    /// theirs.
    private var isOurs = false

    /// Reads the front matter of a document; without any, everything stays empty.
    init(_ text: FrontMatterText?, file: String) {
        self.file = file
        guard let text else { return }
        let (pairs, problems) = Self.contents(of: text)
        isOurs = pairs.contains { Self.keys.contains($0.key) && !Self.common.contains($0.key) }
        for problem in problems { report(problem) }
        var seen: Set<String> = []
        for pair in pairs {
            guard seen.insert(pair.key).inserted else {
                report(.warning, "front-matter-duplicate", "'\(pair.key)' is set twice", at: pair)
                continue
            }
            note(pair, as: pair.key)
            read(pair)
        }
    }

    /// Remembers where a key stands; the first of a name counts.
    private mutating func note(_ pair: FlatYAMLPair, as name: String) {
        guard locations[name] == nil else { return }
        locations[name] = SourceLocation(file: file, line: pair.line, column: pair.column)
    }

    /// The keys of a front matter, and where it leaves the subset of its syntax that is read.
    private static func contents(
        of text: FrontMatterText
    ) -> (pairs: [FlatYAMLPair], problems: [FlatYAMLProblem]) {
        switch text.syntax {
        case .yaml:
            let yaml = FlatYAML(lines: text.lines, firstLine: text.firstLine)
            return (yaml.pairs, yaml.problems)
        case .toml:
            let toml = FlatTOML(lines: text.lines, firstLine: text.firstLine)
            return (toml.pairs, toml.problems)
        }
    }

    /// Takes one key over.
    private mutating func read(_ pair: FlatYAMLPair) {
        switch pair.key {
        case "system": system = readSystem(pair)
        case "title":
            title = scalar(pair)
            titleLine = pair.line
        case "last_verified": lastVerified = readDate(pair)
        case "review_after": reviewAfterDays = readPeriod(pair)
        case "owner": owner = scalar(pair)
        case "detect": detections = strings(pair.node, of: pair).compactMap { detection($0) }
        case "depends": readDependencies(pair)
        case "variables": readVariables(pair)
        case "redact": readRedactions(pair)
        default:
            let nearest = NearestName.nearest(to: pair.key, in: Self.keys)
            guard isOurs || nearest != nil else { return }
            let advice =
                nearest.map { "did you mean '\($0)'?" }
                ?? "known keys are \(Self.keys.joined(separator: ", "))"
            report(
                .warning, "front-matter-key", "unknown key '\(pair.key)'; \(advice)", at: pair)
        }
    }

    /// Reports a place outside the subset; in a key that nobody reads it does no harm.
    private mutating func report(_ problem: FlatYAMLProblem) {
        let isHarmless = problem.key.map { !Self.keys.contains($0) } ?? false
        guard isOurs || !isHarmless else { return }
        diagnostics.append(
            Diagnostic(
                isHarmless ? .warning : .error, rule: "front-matter-syntax", problem.message,
                at: SourceLocation(file: file, line: problem.line, column: problem.column)))
    }

    private mutating func report(
        _ severity: Diagnostic.Severity, _ rule: String, _ message: String, at pair: FlatYAMLPair
    ) {
        let location = SourceLocation(file: file, line: pair.line, column: pair.column)
        diagnostics.append(Diagnostic(severity, rule: rule, message, at: location))
    }

    private mutating func report(_ rule: String, _ message: String, at node: FlatYAMLNode) {
        let location = SourceLocation(file: file, line: node.line, column: node.column)
        diagnostics.append(Diagnostic(.error, rule: rule, message, at: location))
    }
}

extension FrontMatter {
    /// The text of a key that must be a plain value.
    private mutating func scalar(_ pair: FlatYAMLPair) -> String? {
        switch pair.node.value {
        case .scalar(let text): return text
        case .none: return nil
        case .list, .mapping:
            report("front-matter-value", "'\(pair.key)' takes one plain value", at: pair.node)
            return nil
        }
    }

    /// A system name, made fit for an id where it is not.
    private mutating func readSystem(_ pair: FlatYAMLPair) -> String? {
        guard let written = scalar(pair) else { return nil }
        let slug = EntryIdentifier.slug(of: written)
        guard slug != written, !slug.isEmpty else { return slug.isEmpty ? nil : slug }
        report(
            .warning, "front-matter-system",
            "'\(written)' cannot start an id; '\(slug)' is used instead", at: pair)
        return slug
    }

    private mutating func readDate(_ pair: FlatYAMLPair) -> String? {
        guard let written = scalar(pair) else { return nil }
        guard CalendarDay.isValid(written) else {
            report(
                "front-matter-date", "'\(written)' is not a day; write it as 2026-11-20",
                at: pair.node)
            return nil
        }
        return written
    }

    private mutating func readPeriod(_ pair: FlatYAMLPair) -> Int? {
        guard let written = scalar(pair) else { return nil }
        guard let days = ReviewPeriod.days(written) else {
            report(
                "front-matter-duration",
                "'\(written)' is not a period; write it as 90d, 12w or 3 months", at: pair.node)
            return nil
        }
        return days
    }

    /// The texts of a list, or of a single value in its place.
    private mutating func strings(
        _ node: FlatYAMLNode, of pair: FlatYAMLPair
    ) -> [FlatYAMLNode] {
        switch node.value {
        case .none: return []
        case .scalar: return [node]
        case .list(let items):
            return items.filter { item in
                if case .scalar = item.value { return true }
                report("front-matter-value", "'\(pair.key)' takes plain values", at: item)
                return false
            }
        case .mapping:
            report("front-matter-value", "'\(pair.key)' takes a list", at: node)
            return []
        }
    }

    /// Reads `service:mediamtx`, `file:path` or `env:NAME`.
    private mutating func detection(_ node: FlatYAMLNode) -> Detection? {
        guard case .scalar(let text) = node.value else { return nil }
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let value = parts.count == 2 ? String(parts[1]).trimmedBlanks : ""
        if !value.isEmpty {
            switch parts[0] {
            case "service": return .service(value)
            case "file": return .file(value)
            case "env", "environment": return .environment(value)
            default: break
            }
        }
        report(
            "front-matter-detect",
            "'\(text)' is no sign of a system; write service:NAME, file:PATH or env:NAME", at: node)
        return nil
    }

    private mutating func readDependencies(_ pair: FlatYAMLPair) {
        for nested in mapping(pair) {
            note(nested, as: "depends.\(nested.key)")
            let names = strings(nested.node, of: nested).compactMap { node -> String? in
                if case .scalar(let text) = node.value { text } else { nil }
            }
            dependencies[nested.key, default: []] += names
        }
    }

    private mutating func readVariables(_ pair: FlatYAMLPair) {
        for nested in mapping(pair) {
            guard VariableReference.isName(nested.key) else {
                report(
                    .error, "front-matter-variable",
                    "'\(nested.key)' is not a variable name; use letters, digits and _",
                    at: nested)
                continue
            }
            variables.append(
                Variable(
                    name: nested.key, defaultValue: scalar(nested),
                    location: SourceLocation(file: file, line: nested.line, column: nested.column)))
        }
    }

    /// Reads patterns; whether they are any is for those to say who match them.
    private mutating func readRedactions(_ pair: FlatYAMLPair) {
        redactions = strings(pair.node, of: pair).compactMap { node in
            guard case .scalar(let text) = node.value else { return nil }
            let location = SourceLocation(file: file, line: node.line, column: node.column)
            return TeamPattern(text, at: location)
        }
    }

    private mutating func mapping(_ pair: FlatYAMLPair) -> [FlatYAMLPair] {
        switch pair.node.value {
        case .mapping(let nested): return nested
        case .none: return []
        case .scalar, .list:
            report(
                "front-matter-value", "'\(pair.key)' takes 'name: value' lines", at: pair.node)
            return []
        }
    }
}
