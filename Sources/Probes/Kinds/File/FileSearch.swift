import Catalog

/// Looks for texts and patterns in a file.
struct FileSearch: Sendable {
    private let content: FileContent
    private let context: ProbeContext
    private let pattern: String?

    /// Prepares a search; the pattern is that of the line's option.
    init(_ content: FileContent, context: ProbeContext, pattern: String?) {
        self.content = content
        self.context = context
        self.pattern = pattern
    }

    /// The most matches of a pattern that are gathered.
    private static let mostMatches = 10_000

    /// Whether the expectation's text or pattern stands in the file, and where.
    func contains(_ expectation: Expectation) -> Reading {
        guard !expectation.value.isEmpty else { return .unknown("contains= names no text") }
        let line: Int?
        var limitation = content.isTruncated ? FileContent.truncation : nil
        switch expectation.comparison {
        case .equal, .notEqual: line = content.line(holding: expectation.value)
        case .matches, .doesNotMatch:
            guard let regex = PatternSearch.regex(expectation.value) else {
                return Self.invalid(expectation.value)
            }
            let findings = content.findings(of: regex, limit: 1)
            line = findings.matches.first?.line
            limitation = findings.limitation
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            return .unknown("contains takes '=', '!=', '~' or '!~'")
        }
        if line == nil, let limitation { return .unknown("not found in \(limitation)") }
        return .judged(
            (line != nil) != expectation.comparison.isNegative,
            observed: line.map { "found in line \($0)" } ?? "not found\(scope)")
    }

    /// The first match of the pattern.
    func match() -> Reading {
        guard let pattern else { return Self.withoutPattern }
        guard let regex = PatternSearch.regex(pattern) else { return Self.invalid(pattern) }
        let findings = content.findings(of: regex, limit: 1)
        guard let match = findings.matches.first else {
            return findings.limitation.map { .unknown("not found in \($0)") }
                ?? .missing("none, the pattern is not found\(scope)")
        }
        return .value(ObservedValue(match.text, display: shown(match)))
    }

    /// Whether the pattern matches the same texts in the other file too.
    func sameMatches(_ comparison: FileComparison) -> Reading {
        guard let pattern else { return Self.withoutPattern }
        guard let regex = PatternSearch.regex(pattern) else { return Self.invalid(pattern) }
        return comparison.sameMatches(
            content.findings(of: regex, limit: Self.mostMatches),
            comparison.other.findings(of: regex, limit: Self.mostMatches))
    }

    /// ` in 12 lines`
    private var scope: String {
        switch content.lineCount {
        case 0: ", the file is empty"
        case 1: " in its 1 line"
        case let count: " in its \(count) lines"
        }
    }

    private func shown(_ match: FileContent.Match) -> String {
        match.isSecret
            ? "\(match.text.count) characters in line \(match.line)"
            : Excerpt.line(
                of: match.text, limit: Excerpt.valueLength, redactor: context.redactor)
                + " in line \(match.line)"
    }

    private static let withoutPattern = Reading.unknown(
        "pattern= must say what to look for, as in pattern=\"version: ([0-9.]+)\"")

    private static func invalid(_ pattern: String) -> Reading {
        .unknown("'\(pattern)' is not a regular expression")
    }
}
