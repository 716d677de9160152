/// A piece of HTML: what stands in a literal is markup, and what is put into one is outside text,
/// which is escaped and on one line, so that nothing from outside can become markup.
///
/// Values of attributes must stand in double quotes.
struct HTML: ExpressibleByStringInterpolation, Sendable {
    /// The markup.
    let text: String

    init(stringLiteral literal: String) { text = literal }
    init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

    /// Nothing.
    static let empty: HTML = ""

    /// Whether it is nothing.
    var isEmpty: Bool { text.isEmpty }

    /// Puts parts together.
    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity * 2)
        }

        mutating func appendLiteral(_ literal: String) { text += literal }
        mutating func appendInterpolation(_ outside: String) { text += XMLText.escaped(outside) }
        mutating func appendInterpolation(_ part: HTML) { text += part.text }
        mutating func appendInterpolation(_ parts: [HTML]) {
            for part in parts { text += part.text }
        }
        /// Puts in what the program itself has made, such as a style sheet.
        mutating func appendInterpolation(raw own: String) { text += own }
        mutating func appendInterpolation(_ number: Int) { text += "\(number)" }
    }
}

extension HTML {
    /// Lines that stay lines, as in `pre`.
    static func lines(_ lines: [String]) -> HTML {
        let parts = lines.enumerated().map { offset, line -> HTML in
            offset == 0 ? "\(line)" : "\n\(line)"
        }
        return "\(parts)"
    }

    /// A list, or nothing where there are no items.
    static func list(_ items: [HTML]) -> HTML {
        items.isEmpty ? empty : "<ul>\n\(items.map { "<li>\($0)</li>\n" as HTML })</ul>\n"
    }

    /// A section under a heading of the second level, or nothing where it is empty.
    ///
    /// - Parameters:
    ///   - title: The heading.
    ///   - name: The fragment that links to it.
    static func section(_ title: String, name: String, _ content: HTML) -> HTML {
        if content.isEmpty { return empty }
        return """
            <section aria-labelledby="\(name)">
            <h2 id="\(name)">\(title)</h2>
            \(content)</section>

            """
    }
}
