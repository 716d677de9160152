/// Takes the link reference definitions off the start of a paragraph (CommonMark 0.31.2, 4.7).
struct LinkReferenceParser {
    private let text: ByteText
    private var offset = 0

    /// Looks at the lines of a paragraph, joined by line feeds.
    init(_ text: ByteText) { self.text = text }

    /// Adds the definitions to a table, in which the first of a label stays, and returns how many
    /// lines they take.
    mutating func parse(into references: inout LinkReferences) -> Int {
        var lineCount = 0
        while offset < text.count, let definition = definition() {
            if references.targets[definition.label] == nil {
                references.targets[definition.label] = definition.target
            }
            for index in offset..<definition.end where text[index] == .lineFeed { lineCount += 1 }
            if definition.end == text.count { lineCount += 1 }
            offset = definition.end
        }
        return lineCount
    }

    /// One definition and the index after its line end.
    private struct Definition {
        var label: String
        var target: LinkReferences.Target
        var end: Int
    }

    private func definition() -> Definition? {
        guard let label = LinkScanner.label(in: text, at: offset),
            let name = LinkScanner.normalised(label, in: text),
            text[label.upperBound + 1] == .colon
        else { return nil }
        let start = text.skippingWhitespace(from: label.upperBound + 2, end: text.count)
        guard let destination = LinkScanner.destination(in: text, at: start),
            destination.end > start
        else { return nil }
        if let title = title(after: destination.end) {
            let target = LinkReferences.Target(destination: destination.text, title: title.text)
            return Definition(label: name, target: target, end: title.end)
        }
        guard let end = lineEnd(after: destination.end) else { return nil }
        let target = LinkReferences.Target(destination: destination.text, title: nil)
        return Definition(label: name, target: target, end: end)
    }

    /// The title behind a destination, which must end its line.
    private func title(after index: Int) -> LinkScanner.Piece? {
        let start = text.skippingWhitespace(from: index, end: text.count)
        guard start > index, var title = LinkScanner.title(in: text, at: start),
            let end = lineEnd(after: title.end)
        else { return nil }
        title.end = end
        return title
    }

    /// The index after the line end that follows, if only spaces stand before it.
    private func lineEnd(after index: Int) -> Int? {
        let next = text.skippingSpaces(from: index, end: text.count)
        guard next < text.count else { return next }
        return text[next] == .lineFeed ? next + 1 : nil
    }
}
