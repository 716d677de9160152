/// Reads what `alembic current` and `alembic heads` print.
enum AlembicOutput {
    /// A revision with the marks behind it, as in `ae1027a6acf (head)`.
    struct Line: Hashable {
        /// The revision's id.
        var revision: String
        /// Whether it is marked as a head.
        var isHead: Bool
    }

    /// The revisions that were printed; what else `env.py` prints is passed over.
    ///
    /// - Parameters:
    ///   - text: The standard output.
    ///   - graph: The known revisions, which tell a revision from a word; `nil` where unknown.
    static func lines(of text: String, graph: RevisionGraph?) -> [Line] {
        text.split(whereSeparator: \.isNewline).compactMap { line in
            let words = line.split(separator: " ")
            guard let first = words.first, line.first != " ", isRevision(first) else { return nil }
            let marks = line.dropFirst(first.count)
            let isMarked = marks.isEmpty || (marks.hasPrefix(" (") && marks.hasSuffix(")"))
            guard isMarked || graph?.contains(String(first)) == true else { return nil }
            let isHead = marks.contains("(head)") || marks.contains("(effective head)")
            return Line(revision: String(first), isHead: isHead)
        }
    }

    private static func isRevision(_ word: Substring) -> Bool {
        word.count <= 64
            && word.utf8.allSatisfy {
                $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".") || (0x30...0x39).contains($0)
                    || (0x61...0x7A).contains($0 | 0x20) || $0 >= 0x80
            }
    }
}
