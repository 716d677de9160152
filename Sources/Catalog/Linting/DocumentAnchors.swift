import Markdown

/// The names of the places in a document that links can lead to.
struct DocumentAnchors {
    /// The names in lower case: hosts do not tell cases apart.
    private(set) var names: Set<String> = []

    /// The names of a document: its headings' and those that HTML gives.
    init(_ document: Document) { self.init(document, PlacedText.all(in: document)) }

    /// The names of a document whose texts are known.
    init(_ document: Document, _ texts: [PlacedText]) {
        var counts: [String: Int] = [:]
        document.walk { block in
            switch block.content {
            case .heading(_, let text): addHeading(text, counting: &counts)
            case .html(let html): add(identifiersIn: html)
            default: break
            }
        }
        for placed in texts where placed.text.source.utf8.contains(UInt8(ascii: "<")) {
            addTags(in: placed.text.inlines)
        }
    }

    /// Whether a link to a name arrives.
    func has(_ name: String) -> Bool { names.contains(name.lowercased()) }

    /// Adds a heading's name; the second of a name gets `-1`, the third `-2`.
    private mutating func addHeading(_ text: InlineText, counting counts: inout [String: Int]) {
        let (title, attribute) = Anchor.splitAttribute(Self.words(of: text.inlines))
        if let attribute { names.insert(attribute.lowercased()) }
        let slug = Self.slug(of: title)
        let count = counts[slug] ?? 0
        counts[slug] = count + 1
        let suffix = count == 0 ? "" : "-\(count)"
        names.insert(slug + suffix)
        // An anchor behind the title leaves a blank at its end, of which a host may make a dash.
        names.insert(Self.slug(of: title.trimmedBlanks) + suffix)
    }

    /// A heading's name on GitHub: in lower case, blanks as dashes, everything dropped but letters,
    /// marks, digits, `_` and `-`.
    ///
    /// GitHub Docs, "Basic writing and formatting syntax", Section links; html-pipeline,
    /// TableOfContentsFilter, drops `[^\p{Word}\- ]`.
    static func slug(of title: String) -> String {
        var slug = String.UnicodeScalarView()
        for scalar in title.lowercased().unicodeScalars {
            switch scalar {
            case " ", "-": slug.append("-")
            case "a"..."z", "0"..."9", "_": slug.append(scalar)
            default:
                switch scalar.properties.generalCategory {
                case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter,
                    .otherLetter, .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber,
                    .connectorPunctuation:
                    slug.append(scalar)
                default: continue
                }
            }
        }
        return String(slug)
    }

    /// What a reader sees of a heading, blanks at its ends too.
    private static func words(of inlines: [Inline]) -> String {
        inlines.map { inline in
            switch inline {
            case .text(let text), .code(let text): text
            case .emphasis(let content), .strong(let content), .strikethrough(let content),
                .link(_, _, let content):
                words(of: content)
            case .softBreak, .lineBreak: " "
            case .image, .html: ""
            }
        }
        .joined()
    }

    private mutating func addTags(in inlines: [Inline]) {
        for inline in inlines {
            switch inline {
            case .html(let tag): add(identifiersIn: tag)
            case .emphasis(let content), .strong(let content), .strikethrough(let content),
                .link(_, _, let content):
                addTags(in: content)
            case .text, .code, .image, .softBreak, .lineBreak: continue
            }
        }
    }

    /// Adds the values of `id=` and `name=` in HTML, whatever the tag.
    private mutating func add(identifiersIn html: String) {
        let bytes = Array(html.utf8)
        for name in [Array("id=".utf8), Array("name=".utf8)] {
            for index in bytes.indices.dropFirst()
            where bytes[index] == name[0] && bytes[index - 1].isASCIIBlank
                && bytes[index...].starts(with: name)
            {
                let value = bytes[(index + name.count)...].prefix(256).drop {
                    $0 == 0x22 || $0 == 0x27
                }
                .prefix { !($0 == 0x22 || $0 == 0x27 || $0 == 0x3E || $0.isASCIIBlank) }
                if !value.isEmpty {
                    names.insert(String(decoding: value, as: UTF8.self).lowercased())
                }
            }
        }
    }
}
