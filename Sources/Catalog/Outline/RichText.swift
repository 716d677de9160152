import Markdown

/// Inline content with the operations that fields need.
enum RichText {
    /// The text a reader sees; line ends become blanks, runs of blanks one.
    static func plain(_ inlines: [Inline]) -> String { PlainText(inlines).text }

    /// Whether a reader sees nothing.
    static func isBlank(_ inlines: [Inline]) -> Bool {
        inlines.allSatisfy { inline in
            switch inline {
            case .text(let text), .code(let text):
                text.utf8.allSatisfy(\.isASCIIBlank)
            case .emphasis(let content), .strong(let content), .strikethrough(let content),
                .link(_, _, let content), .image(_, _, let content):
                isBlank(content)
            case .softBreak, .lineBreak, .html: true
            }
        }
    }

    /// Whether a reader sees one link and nothing else.
    static func isLink(_ inlines: [Inline]) -> Bool {
        guard case .link? = inlines.first else { return false }
        return isBlank(Array(inlines.dropFirst()))
    }

    /// The code spans in order.
    static func codeSpans(_ inlines: [Inline]) -> [String] {
        var spans: [String] = []
        for inline in inlines {
            switch inline {
            case .code(let text): spans.append(text)
            case .emphasis(let content), .strong(let content), .strikethrough(let content),
                .link(_, _, let content):
                spans += codeSpans(content)
            default: continue
            }
        }
        return spans
    }

    /// The content cut at its line ends, `<br>` included where asked.
    static func lines(_ inlines: [Inline], atBreakTags: Bool = false) -> [[Inline]] {
        var lines: [[Inline]] = [[]]
        for inline in inlines {
            switch inline {
            case .softBreak, .lineBreak:
                lines.append([])
            case .html(let tag) where atBreakTags && isLineBreak(tag):
                lines.append([])
            default:
                lines[lines.count - 1].append(inline)
            }
        }
        return lines
    }

    /// Whether an HTML tag is `<br>`.
    static func isLineBreak(_ tag: String) -> Bool {
        tag.utf8.count <= 6 && tag.lowercased().hasPrefix("<br")
    }

    /// The content without white space and HTML tags at its start.
    static func trimmingStart(_ inlines: [Inline]) -> [Inline] {
        var rest = inlines[...]
        while let first = rest.first {
            switch first {
            case .softBreak, .lineBreak, .html:
                rest.removeFirst()
            case .text(let text):
                guard let byte = text.utf8.first, !byte.isASCIIBlank else {
                    rest.removeFirst()
                    let trimmed = text.trimmedStart
                    if trimmed.isEmpty { continue }
                    var trimmedInlines: [Inline] = []
                    trimmedInlines.reserveCapacity(rest.count + 1)
                    trimmedInlines.append(.text(trimmed))
                    return trimmedInlines + rest
                }
                return Array(rest)
            default:
                return Array(rest)
            }
        }
        return []
    }

    /// The content behind some leading punctuation, such as the colon or dash after a label.
    static func trimmingLead(_ inlines: [Inline]) -> [Inline] {
        var rest = trimmingStart(inlines)
        guard case .text(let text)? = rest.first else { return rest }
        for mark in [":", "：", "—", "–", "-", "→", "=>"] where text.begins(with: mark) {
            rest[0] = .text(String(Substring(text.utf8.dropFirst(mark.utf8.count))))
            return trimmingStart(rest)
        }
        return rest
    }
}

extension String {
    /// The text without white space at its start.
    fileprivate var trimmedStart: String {
        let view = utf8.drop { $0.isASCIIBlank }
        return String(Substring(view))
    }
}
