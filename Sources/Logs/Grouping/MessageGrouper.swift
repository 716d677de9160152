/// Groups messages by the templates that they were made from, as they come.
///
/// Only the shapes of messages are kept, of which a log has few; which of them belong together is
/// told at the end.
public struct MessageGrouper: Sendable {
    /// The head of the log's lines.
    private let layout: HeadLayout
    private var shapes = MessageShapes()
    private var tokenizer = MessageTokenizer()

    /// How many lines are enough to learn the head of a log's lines.
    public static let learningLines = 2000

    /// Groups the lines of a log.
    ///
    /// - Parameter sample: Some of its lines, from which the form of their heads is learnt; at most
    ///   ``learningLines`` are looked at.
    public init(sample: [ArraySlice<UInt8>]) {
        layout = HeadLayout(
            learningFrom: sample.prefix(Self.learningLines).filter { !$0.isEmpty })
    }

    /// The number of a line's shape, which ``groups()`` tells the group of.
    public mutating func add(_ line: UnsafeBufferPointer<UInt8>) -> Int {
        tokenizer.read(line, layout.end(of: line)..<line.count)
        return shapes.number(of: tokenizer.tokens)
    }

    /// Takes the shapes of another grouper of the same log, and gives their numbers here.
    public mutating func join(_ other: MessageGrouper) -> [Int] {
        other.shapes.shapes.map { shapes.number(ofShape: $0) }
    }

    /// The groups.
    public func groups() -> MessageGroups {
        let merger = TemplateMerger(shapes.shapes)
        return MessageGroups(
            groupOfShape: merger.templateOfShape, templates: merger.templates, layout: layout)
    }
}

/// The groups of a log's messages.
public struct MessageGroups: Sendable {
    /// The group of each shape, by its number.
    public let groupOfShape: [Int]
    /// What the messages of each group have in common, by its number.
    let templates: [[MessageToken]]
    let layout: HeadLayout
}
