import Markdown

/// A link to a heading or anchor that is not there, in this document or another one.
enum DeadAnchorRule: LintRule {
    static let description = RuleDescription(
        "dead-anchor", .warning, "A link leads to a heading or anchor that is not there")

    static func check(_ page: LintedRunbook) -> [Diagnostic] {
        var library = AnchorLibrary(page)
        var suggestions = 0
        let links = DocumentLink.all(in: page).filter { $0.fragment != nil }
        let grouped = DocumentLink.grouped(links) { "\($0.path)#\($0.fragment ?? "")" }
        return grouped.compactMap { link, count in
            guard let fragment = link.fragment, isHeading(fragment),
                let anchors = library.anchors(of: link.path), !anchors.has(fragment)
            else { return nil }
            // Looking for the nearest name compares all of them.
            suggestions += 1
            let hint =
                suggestions > mostSuggestions
                ? "" : NearestName.hint(for: fragment, in: anchors.names.sorted())
            let place = link.path.isEmpty ? "here" : "in '\(link.path)'"
            return finding(
                "no heading or anchor \(place) is named '\(fragment)'"
                    + DocumentLink.times(count) + hint, at: link.location)
        }
    }

    private static let mostSuggestions = 20

    /// Whether a fragment names a heading rather than the top, a line of code or a text.
    private static func isHeading(_ fragment: String) -> Bool {
        if fragment.isEmpty || fragment.lowercased() == "top" || fragment.hasPrefix(":~:") {
            return false
        }
        let bytes = fragment.utf8
        let isLine =
            bytes.first == UInt8(ascii: "L") && (bytes.dropFirst().first?.isASCIIDigit ?? false)
        return !isLine
    }
}

/// The anchors of the documents that one document links to, each read once.
private struct AnchorLibrary {
    private let page: LintedRunbook
    private var known: [String: DocumentAnchors?] = [:]
    /// As many other documents are read.
    private static let mostDocuments = 200

    init(_ page: LintedRunbook) { self.page = page }

    /// The anchors of the document at a path; `nil` where it is none or cannot be read.
    mutating func anchors(of path: String) -> DocumentAnchors? {
        if let anchors = known[path] { return anchors }
        let anchors = read(path)
        known[path] = .some(anchors)
        return anchors
    }

    private func read(_ path: String) -> DocumentAnchors? {
        if path.isEmpty { return DocumentAnchors(page.document, page.texts) }
        guard !page.runbook.isEmbedded, known.count < Self.mostDocuments else { return nil }
        let whole = page.path(to: path)
        let file = DeadLinkRule.pages(of: whole).first { candidate in
            let lowered = candidate.lowercased()
            return [".md", ".markdown", ".mdx"].contains { lowered.hasSuffix($0) }
                && page.surroundings.exists(candidate)
        }
        guard let file, let bytes = page.surroundings.read(file) else { return nil }
        return DocumentAnchors(Document(parsing: bytes))
    }
}
