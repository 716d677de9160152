/// Reads the lines of a `probe` block; a line that is wrong does not lose its neighbours.
public enum ProbeLineParser {
    /// What a block holds.
    public struct Result: Sendable, Hashable {
        /// The lines that could be read, in order.
        public var lines: [ProbeLine]
        /// What was wrong with the others.
        public var diagnostics: [Diagnostic]
    }

    /// Reads a block's text.
    ///
    /// - Parameters:
    ///   - text: the code of the block, lines ended by line feeds.
    ///   - start: where the first character of the text stands; columns of later lines count from
    ///     the same indentation.
    public static func parse(_ text: String, at start: SourceLocation) -> Result {
        var result = Result(lines: [], diagnostics: [])
        var number = start.line
        for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        {
            let location = SourceLocation(file: start.file, line: number, column: start.column)
            number += 1
            do throws(ProbeLineError) {
                if let probe = try parse(line: Substring(line), at: location) {
                    result.lines.append(probe)
                }
            } catch {
                var place = location
                place.column += error.column - 1
                result.diagnostics.append(
                    Diagnostic(.error, rule: error.rule, error.description, at: place))
            }
        }
        return result
    }

    /// Reads one line; `nil` where it is empty or only a comment.
    static func parse(
        line: Substring, at location: SourceLocation
    ) throws(ProbeLineError) -> ProbeLine? {
        let split = ShellWords(line)
        if let column = split.unclosedQuoteColumn {
            throw ProbeLineError(.unclosedQuote, column: column)
        }
        guard let first = split.words.first else { return nil }
        var place = location
        place.column += first.column - 1
        let origin = location.column - 1
        return try makeLine(
            of: split.words, text: split.text, reason: split.comment, at: place, origin: origin)
    }

    /// Puts words together; both blocks and the command line end here.
    static func makeLine(
        of words: [ShellWords.Word], text: String, reason: String?, at location: SourceLocation,
        origin: Int
    ) throws(ProbeLineError) -> ProbeLine {
        guard let kind = words.first else { throw ProbeLineError(.empty, column: 1) }
        guard isKind(kind.text) else {
            throw ProbeLineError(.invalidKind(word: kind.text), column: kind.column)
        }
        guard let subject = words.dropFirst().first, !looksLikeCondition(subject) else {
            let column = kind.column + kind.text.unicodeScalars.count
            throw ProbeLineError(.missingSubject(kind: kind.text), column: column)
        }
        var conditions: [Condition] = []
        for word in words.dropFirst(2) {
            conditions.append(try condition(of: word, origin: origin))
        }
        return ProbeLine(
            text: text, kind: kind.text, subject: subject.text, conditions: conditions,
            reason: reason, location: location)
    }

    /// Whether a word can name a kind: letters, digits and dashes.
    private static func isKind(_ word: String) -> Bool {
        !word.isEmpty && word.utf8.allSatisfy { isKeyByte($0) && $0 != UInt8(ascii: ".") }
    }

    /// Whether a word in the subject's place is a bare `key<op>value`, so that the subject misses.
    private static func looksLikeCondition(_ word: ShellWords.Word) -> Bool {
        guard !word.isQuoted, let parts = ConditionSplit(word.text) else { return false }
        return !parts.key.isEmpty && parts.key.utf8.allSatisfy(isKeyByte)
    }

    /// Whether a byte may stand in a kind or a simple key.
    private static func isKeyByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
            UInt8(ascii: "."):
            true
        default: false
        }
    }

    /// Splits one `key<op>value` word.
    private static func condition(
        of word: ShellWords.Word, origin: Int
    ) throws(ProbeLineError) -> Condition {
        guard let parts = ConditionSplit(word.text) else {
            throw ProbeLineError(.missingOperator(word: word.text), column: word.column)
        }
        guard !parts.key.isEmpty else {
            throw ProbeLineError(.missingKey(word: word.text), column: word.column)
        }
        return Condition(
            key: parts.key, comparison: parts.comparison, value: parts.value,
            column: origin + word.column)
    }
}
