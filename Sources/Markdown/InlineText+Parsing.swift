extension InlineText {
    /// A link or autolink of a text.
    public struct Link: Sendable, Hashable {
        /// Where it leads.
        public var destination: String
        /// Its text without marks.
        public var text: String
    }

    /// The code of its code spans, in order.
    public var codeSpans: [String] {
        guard source.utf8.contains(.backtick) else { return [] }
        return tokens.list.compactMap { token in
            if case .code(let code) = token { code } else { nil }
        }
    }

    /// Its links and autolinks, in order; images are none.
    public var links: [Link] {
        guard hasMarkup else { return [] }
        var result: [Link] = []
        Self.collectLinks(of: inlines, into: &result)
        return result
    }

    /// The names that its `<a id="x">` and `<a name="x">` tags give to the place.
    public var anchors: [String] {
        guard source.utf8.contains(.lessThan) else { return [] }
        let tokens = tokens
        return tokens.list.compactMap { token in
            guard case .html(let range) = token else { return nil }
            return HTMLTagScanner.anchor(in: ByteText(Array(tokens.text[range])))
        }
    }

    /// The inline content as flat tokens.
    var tokens: InlineTokens {
        var parser = InlineParser(ByteText(Array(source.utf8)), references: references)
        return parser.parse()
    }

    /// Whether it holds any byte that may mean something.
    var hasMarkup: Bool { source.utf8.contains(where: InlineParser.isMarkup) }

    private static func collectLinks(of inlines: [Inline], into result: inout [Link]) {
        for inline in inlines {
            switch inline {
            case .link(let destination, _, let content):
                result.append(Link(destination: destination, text: content.plainText))
            case .emphasis(let content), .strong(let content), .strikethrough(let content):
                collectLinks(of: content, into: &result)
            case .image(_, _, let description):
                collectLinks(of: description, into: &result)
            case .text, .code, .html, .softBreak, .lineBreak:
                continue
            }
        }
    }
}

extension HTMLTagScanner {
    /// The name that an `<a>` tag gives to its place.
    static func anchor(in tag: ByteText) -> String? {
        guard let attributes = attributes(ofTag: "a", in: tag) else { return nil }
        return attributes["id"] ?? attributes["name"]
    }
}
