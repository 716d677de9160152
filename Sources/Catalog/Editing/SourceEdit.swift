/// A change of a runbook's text that leaves every other byte as it is.
public struct SourceEdit: Sendable, Hashable {
    /// What is changed.
    public enum Change: Sendable, Hashable {
        /// Bytes of a line, counted from its start, give way to a text.
        case replace(line: Int, bytes: Range<Int>, text: String)
        /// Lines are put behind a line; behind 0 they come first.
        case insert(after: Int, lines: [String])
    }

    /// What is changed.
    public var change: Change
    /// The rule that it serves, such as `missing-id`.
    public var rule: String
    /// What it does, in a few words for the person whose file it is.
    public var summary: String

    /// Makes an edit.
    public init(_ change: Change, rule: String, summary: String) {
        self.change = change
        self.rule = rule
        self.summary = summary
    }

    /// The line that is changed, or the first one that is put in.
    public var line: Int {
        switch change {
        case .replace(let line, _, _): line
        case .insert(let line, _): line + 1
        }
    }
}

extension SourceLines {
    /// The bytes with some edits made; an edit outside the text is left out.
    public func applying(_ edits: [SourceEdit]) -> [UInt8] {
        var result: [UInt8] = []
        var copied = 0
        let changes = edits.enumerated().compactMap { offset, edit -> (Int, Splice)? in
            splice(edit.change).map { (offset, $0) }
        }
        .sorted { ($0.1.bytes.lowerBound, $0.0) < ($1.1.bytes.lowerBound, $1.0) }
        for (_, splice) in changes where splice.bytes.lowerBound >= copied {
            result += bytes[copied..<splice.bytes.lowerBound]
            result += splice.replacement
            copied = splice.bytes.upperBound
        }
        return result + bytes[copied...]
    }

    /// Bytes of the file with what takes their place.
    private struct Splice {
        var bytes: Range<Int>
        var replacement: [UInt8]
    }

    private func splice(_ change: SourceEdit.Change) -> Splice? {
        switch change {
        case .replace(let line, let part, let text):
            guard let range = range(of: line), part.lowerBound >= 0,
                part.upperBound <= range.count
            else { return nil }
            let start = range.lowerBound + part.lowerBound
            return Splice(bytes: start..<start + part.count, replacement: Array(text.utf8))
        case .insert(let line, let lines):
            guard line >= 0, line <= count else { return nil }
            let ending = lineEnding
            let isOpen = line == count && isLastLineOpen
            let text = lines.flatMap { Array($0.utf8) + ending }
            let place = line == 0 ? (range(of: 1)?.lowerBound ?? bytes.count) : end(of: line)
            return Splice(bytes: place..<place, replacement: (isOpen ? ending : []) + text)
        }
    }

    /// A line as an edit of its bytes leaves it.
    public func text(of line: Int, applying edits: [SourceEdit]) -> String {
        var content = Array(content(of: line))
        for edit in edits {
            guard case .replace(line, let part, let text) = edit.change,
                part.lowerBound >= 0, part.upperBound <= content.count
            else { continue }
            content.replaceSubrange(part, with: text.utf8)
        }
        return String(decoding: content, as: UTF8.self)
    }
}
