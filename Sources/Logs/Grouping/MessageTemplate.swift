/// What the messages of a group have in common, for people and runbooks.
public struct MessageTemplate: Sendable, Hashable {
    /// The template, gaps written as `<*>`.
    public let text: String

    /// How a gap is written.
    public static let gap = "<*>"
    /// Longer titles are cut, in characters.
    private static let longestTitle = 72
    /// Longer signatures are cut, in bytes, for nobody can read them.
    private static let longestSignature = 200

    /// Writes a template down with the words and blanks of one of its messages.
    init(_ template: [MessageToken], sample: [UInt8]) {
        var tokenizer = MessageTokenizer()
        sample.withUnsafeBufferPointer { tokenizer.read($0, $0.indices) }
        let placed = tokenizer.tokens
        var text = ""
        var index = 0
        var end = 0
        for (position, token) in template.enumerated() where index < placed.count {
            let range = placed[index].range
            if range.lowerBound > end, !text.isEmpty { text += " " }
            if token != .gap {
                text += String(decoding: sample[range], as: UTF8.self)
                end = range.upperBound
                index += 1
                continue
            }
            // A gap may stand for several tokens of this message.
            let following = template[(position + 1)...].first
            index += 1
            while index < placed.count, placed[index].token != following { index += 1 }
            end = placed[index - 1].range.upperBound
            text += Self.gap
        }
        self.text = text
    }

    private init(text: String) { self.text = text }

    /// The template with its text changed.
    func mapping(_ change: (String) -> String) -> MessageTemplate {
        MessageTemplate(text: change(text))
    }

    /// The title of a runbook entry about such messages.
    public var title: String {
        let words = text.replacing(Self.gap, with: "…")
        return words.count <= Self.longestTitle
            ? words : words.prefix(Self.longestTitle - 1) + "…"
    }

    /// The signature by which a runbook entry knows such messages: what is fixed in them, gaps
    /// written as `...`.
    public var signature: String {
        let pieces = text.replacing(Self.gap, with: "...")
        let kept = pieces.utf8.prefix(Self.longestSignature)
        guard kept.count < pieces.utf8.count else { return pieces }
        // Only whole words, for half a gap would be text.
        let words = String(decoding: kept, as: UTF8.self).split(separator: " ").dropLast()
        return words.joined(separator: " ")
    }
}
