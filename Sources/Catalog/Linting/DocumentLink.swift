import Markdown

/// A link or image of a document that leads to a place near it rather than to the web.
struct DocumentLink {
    /// The destination as the parser gives it, escapes resolved.
    var destination: String
    /// The path without query and fragment, percent-decoded; empty for the document itself.
    var path: String
    /// What stands behind `#`, percent-decoded; `nil` where there is none.
    var fragment: String?
    /// Where it stands.
    var location: SourceLocation

    /// The links of a document that can be followed from where it lies.
    ///
    /// What starts with `/` is read from the root of a site that nobody knows here, and what a
    /// site's generator fills in cannot be read at all.
    static func all(in page: LintedRunbook) -> [DocumentLink] {
        var budget = PlaceSearch.budget
        return page.texts.flatMap { placed -> [DocumentLink] in
            var destinations: [String] = []
            collect(from: placed.text.inlines, into: &destinations)
            var search = PlaceSearch(placed, in: page)
            return destinations.compactMap { destination in
                guard let target = target(of: destination) else { return nil }
                return DocumentLink(
                    destination: destination, path: target.path, fragment: target.fragment,
                    location: search.place(of: destination, within: &budget))
            }
        }
    }

    /// The first of the links with the same target, and how many there are.
    static func grouped(
        _ links: [DocumentLink], by target: (DocumentLink) -> String
    ) -> [(link: DocumentLink, count: Int)] {
        var positions: [String: Int] = [:]
        var groups: [(link: DocumentLink, count: Int)] = []
        for link in links {
            let name = target(link)
            if let position = positions[name] {
                groups[position].count += 1
            } else {
                positions[name] = groups.count
                groups.append((link, 1))
            }
        }
        return groups
    }

    /// ` (linked 3 times)`, or nothing for one link.
    static func times(_ count: Int) -> String { count > 1 ? " (linked \(count) times)" : "" }

    /// Gathers the destinations of links and images in order.
    private static func collect(from inlines: [Inline], into destinations: inout [String]) {
        for inline in inlines {
            switch inline {
            case .link(let destination, _, let content):
                destinations.append(destination)
                collect(from: content, into: &destinations)
            case .image(let source, _, _): destinations.append(source)
            case .emphasis(let content), .strong(let content), .strikethrough(let content):
                collect(from: content, into: &destinations)
            case .text, .code, .html, .softBreak, .lineBreak: continue
            }
        }
    }

    /// A relative reference taken apart (RFC 3986, 4.2), or `nil` where it leads elsewhere.
    static func target(of destination: String) -> (path: String, fragment: String?)? {
        guard !destination.isEmpty, !destination.hasPrefix("/"), !hasScheme(destination),
            !["{{", "{%", "<%", "${"].contains(where: destination.holds)
        else { return nil }
        let parts = destination.split(
            separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let path = parts[0].prefix { $0 != "?" }
        return (percentDecoded(path), parts.count > 1 ? percentDecoded(parts[1]) : nil)
    }

    /// Whether a destination starts with a scheme such as `https:` or `mailto:` (RFC 3986, 3.1).
    private static func hasScheme(_ destination: String) -> Bool {
        let bytes = destination.utf8
        guard bytes.first?.isASCIILetter ?? false else { return false }
        let end = bytes.firstIndex {
            !($0.isASCIILetterOrDigit || "+-.".utf8.contains($0))
        }
        return end.map { bytes[$0] == UInt8(ascii: ":") } ?? false
    }

    /// A text with `%20` and its like decoded (RFC 3986, 2.1); a `%` that starts none stays.
    private static func percentDecoded(_ text: Substring) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            let digits = String(Substring(rest.prefix(2)))
            if byte == UInt8(ascii: "%"), digits.utf8.count == 2,
                let value = UInt8(digits, radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Finds destinations in a text one after the other.
private struct PlaceSearch {
    private let page: LintedRunbook
    private let endLine: Int
    private var line: Int
    private var column: Int
    /// Where a destination is told that the text does not hold, such as one of a reference.
    private let fallback: SourceLocation
    private var missed: Set<String> = []
    /// Searches that may come to nothing; each walks the whole text.
    private static let mostMisses = 64
    /// How many bytes of lines are walked for one document; each search walks its line.
    static let budget = 64 << 20

    init(_ placed: PlacedText, in page: LintedRunbook) {
        self.page = page
        endLine = placed.endLine
        line = placed.text.position.line
        column = placed.text.position.column
        fallback = page.place(line: line, column: column)
    }

    /// Where the next link to a destination stands.
    ///
    /// - Parameter budget: What searching may still cost; beyond it the text's start has to do.
    mutating func place(of destination: String, within budget: inout Int) -> SourceLocation {
        guard !missed.contains(destination), missed.count < Self.mostMisses, budget > 0 else {
            return fallback
        }
        budget -= page.lines.content(of: line).count
        guard
            let found = page.lines.find(destination, from: line, column: column, through: endLine)
        else {
            missed.insert(destination)
            return fallback
        }
        (line, column) = (found.line, found.column + 1)
        return page.place(line: found.line, column: found.column)
    }
}
