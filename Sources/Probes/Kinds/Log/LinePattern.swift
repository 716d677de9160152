import Catalog
import Logs

/// What a line may have, as the probe line states it.
enum LinePattern: Sendable, Hashable {
    /// A text as it stands.
    case literal(String)
    /// A regular expression.
    case regex(String)
    /// Any of some signatures.
    case signatures([String])

    /// An expression; one without special signs is a literal, which is found much faster.
    init(regex text: String) throws(LogProblem) {
        guard PatternSearch.regex(text) != nil else {
            throw LogProblem("'\(text)' is not a regular expression")
        }
        let required = RequiredLiteral(in: text)
        self = required.isWhole ? .literal(required.text) : .regex(text)
    }
}

/// Tells whether a line has a ``LinePattern``.
struct LineTest {
    private enum Form {
        case literal(LiteralFinder)
        case regex(Regex<AnyRegexOutput>, required: LiteralFinder)
        case signatures(SignatureMatcher)
    }

    private let form: Form

    /// The most bytes of a line that a regular expression is matched against.
    ///
    /// `.*a.*b` takes time with the square of the length: half a second for 4 KB, eight for 16 KB
    /// (Swift 6.3.1).
    static let longestLine = 4096

    /// Prepares the test; `nil` where the pattern is no regular expression.
    init?(_ pattern: LinePattern) {
        switch pattern {
        case .literal(let text): form = .literal(LiteralFinder(text))
        case .regex(let text):
            guard let regex = PatternSearch.regex(text) else { return nil }
            form = .regex(regex, required: LiteralFinder(RequiredLiteral(in: text).text))
        case .signatures(let texts):
            form = .signatures(SignatureMatcher(texts.map { Signature($0) }))
        }
    }

    /// What looking at a line came to.
    enum Answer {
        case found
        case notFound
        /// Not found as far as the line was looked at.
        case cut
    }

    /// Looks at a line as it stands and with JSON's escapes resolved.
    func answer(for line: LogLine) -> Answer {
        let plain = answer(for: line.text)
        guard plain != .found, let unescaped = line.unescaped else { return plain }
        let resolved = answer(for: unescaped)
        return resolved == .notFound ? plain : resolved
    }

    private func answer(for text: ArraySlice<UInt8>) -> Answer {
        switch form {
        case .literal(let finder): return finder.isFound(in: text) ? .found : .notFound
        case .signatures(let matcher): return matcher.matches(in: text).isEmpty ? .notFound : .found
        case .regex(let regex, let required):
            guard required.isFound(in: text) else { return .notFound }
            let start = String(decoding: text.prefix(Self.longestLine), as: UTF8.self)
            if start.contains(regex) { return .found }
            return text.count > Self.longestLine ? .cut : .notFound
        }
    }
}
