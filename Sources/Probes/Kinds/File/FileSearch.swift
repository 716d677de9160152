import Catalog
import Machine

/// Looks for texts and patterns in a file.
struct FileSearch: Sendable {
    private let content: FileContent
    private let context: ProbeContext
    private let pattern: String?
    private let end: Duration

    /// Prepares a search.
    ///
    /// - Parameters:
    ///   - content: What is searched.
    ///   - context: What must not be shown, and the clock.
    ///   - pattern: That of the line's option.
    ///   - end: The uptime by which the search must be done.
    init(
        _ content: FileContent, context: ProbeContext, pattern: String?, until end: Duration
    ) {
        self.content = content
        self.context = context
        self.pattern = pattern
        self.end = end
    }

    /// The most matches of a pattern that are gathered.
    private static let mostMatches = 10_000

    /// Whether the expectation's text or pattern stands in the file, and where.
    func contains(_ expectation: Expectation) async throws(FileObstacle) -> Reading {
        guard !expectation.value.isEmpty else { return .unknown("contains= names no text") }
        let line: Int?
        var limitation = content.isTruncated ? FileContent.truncation : nil
        switch expectation.comparison {
        case .equal, .notEqual: line = content.line(holding: expectation.value)
        case .matches, .doesNotMatch:
            let findings = try await findings(of: expectation.value, in: content, limit: 1)
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
    func match() async throws(FileObstacle) -> Reading {
        guard let pattern else { throw Self.withoutPattern }
        let findings = try await findings(of: pattern, in: content, limit: 1)
        guard let match = findings.matches.first else {
            return findings.limitation.map { .unknown("not found in \($0)") }
                ?? .missing("none, the pattern is not found\(scope)")
        }
        return .value(ObservedValue(match.text, display: shown(match)))
    }

    /// Whether the pattern matches the same texts in the other file too.
    func sameMatches(_ comparison: FileComparison) async throws(FileObstacle) -> Reading {
        guard let pattern else { throw Self.withoutPattern }
        return comparison.sameMatches(
            try await findings(of: pattern, in: content, limit: Self.mostMatches),
            try await findings(of: pattern, in: comparison.other, limit: Self.mostMatches))
    }

    /// What a pattern matches in a file, as far as time allows: it can't be stopped while it is at
    /// one line.
    private func findings(
        of pattern: String, in content: FileContent, limit: Int
    ) async throws(FileObstacle) -> FileContent.Findings {
        guard PatternSearch.regex(pattern) != nil else {
            throw .unknown("'\(pattern)' is not a regular expression")
        }
        let clock = context.world.clock
        let findings = await clock.result(within: end - clock.uptime) {
            await Uninterruptible.value { stop in
                PatternSearch.regex(pattern).map {
                    content.findings(of: $0, limit: limit, until: stop)
                }
            }
        }
        guard let findings = (findings ?? nil) ?? nil else {
            throw .unknown(PatternSearch.tooLong)
        }
        return findings
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

    private static let withoutPattern = FileObstacle.unknown(
        "pattern= must say what to look for, as in pattern=\"version: ([0-9.]+)\"")
}
