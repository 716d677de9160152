/// Nests flat tokens into ``Inline`` values.
struct InlineBuilder {
    /// How deep inlines may nest; the marks of deeper ones are dropped, so that no consumer
    /// overflows its stack.
    private static let maximumDepth = 100

    /// An inline whose end was not seen yet.
    private struct Frame {
        var opening: Opening
        var content: [Inline] = []
    }

    /// What a frame becomes.
    private enum Opening {
        case root
        case emphasis(byte: UInt8, size: Int)
        case link(LinkReferences.Target)
        case image(LinkReferences.Target)

        /// The inline that it becomes with its content.
        func inline(of content: [Inline]) -> Inline {
            switch self {
            case .root: .emphasis(content)
            case .emphasis(.tilde, _): .strikethrough(content)
            case .emphasis(_, size: 2): .strong(content)
            case .emphasis: .emphasis(content)
            case .link(let target):
                .link(destination: target.destination, title: target.title, content: content)
            case .image(let target):
                .image(source: target.destination, title: target.title, description: content)
            }
        }
    }

    private let tokens: InlineTokens
    private var frames = [Frame(opening: .root)]
    /// Text that is not an inline yet, for adjacent texts are one.
    private var pending: [UInt8] = []
    /// How many opened inlines are nested too deep to be kept.
    private var dropped = 0

    init(_ tokens: InlineTokens) {
        self.tokens = tokens
        pending.reserveCapacity(tokens.text.count)
        frames[0].content.reserveCapacity(4)
    }

    /// The tree.
    mutating func build() -> [Inline] {
        for token in tokens.list { add(token) }
        while frames.count > 1 { close() }
        flushText()
        return frames[0].content
    }

    private mutating func add(_ token: InlineToken) {
        switch token {
        case .text(let range): pending.append(contentsOf: tokens.text[range])
        case .replacement(let text): pending.append(contentsOf: text.utf8)
        case .code(let code): append(.code(code))
        case .html(let range): append(.html(tokens.text.string(range)))
        case .softBreak: append(.softBreak)
        case .lineBreak: append(.lineBreak)
        case .autolink(let destination, let range):
            let text = Inline.text(tokens.text.string(range))
            append(.link(destination: destination, title: nil, content: [text]))
        case .delimiters(let index): add(tokens.delimiters.runs[index])
        case .openLink(let target?): open(.link(tokens.targets[target]))
        case .openLink: pending.append(.openBracket)
        case .openImage(let target?): open(.image(tokens.targets[target]))
        case .openImage: pending.append(contentsOf: [.exclamationMark, .openBracket])
        case .closeLink: close()
        }
    }

    private mutating func add(_ run: DelimiterRun) {
        for _ in run.closes { close() }
        pending.append(contentsOf: repeatElement(run.byte, count: run.remaining))
        for size in run.opens.reversed() { open(.emphasis(byte: run.byte, size: size)) }
    }

    private mutating func open(_ opening: Opening) {
        guard frames.count <= Self.maximumDepth else {
            dropped += 1
            return
        }
        flushText()
        frames.append(Frame(opening: opening))
    }

    private mutating func close() {
        guard dropped == 0 else {
            dropped -= 1
            return
        }
        guard frames.count > 1 else { return }
        flushText()
        let frame = frames.removeLast()
        append(frame.opening.inline(of: frame.content))
    }

    private mutating func append(_ inline: Inline) {
        flushText()
        frames[frames.count - 1].content.append(inline)
    }

    private mutating func flushText() {
        guard !pending.isEmpty else { return }
        let text = Inline.text(String(decoding: pending, as: UTF8.self))
        frames[frames.count - 1].content.append(text)
        pending.removeAll(keepingCapacity: true)
    }
}
