/// Groups messages by the templates that they were made from, as they come.
///
/// Only the shapes of messages are kept, of which a log has few; which of them belong together is
/// told at the end.
public struct MessageGrouper: Sendable {
    private var shapes = MessageShapes()
    private var tokenizer = MessageTokenizer()

    /// Groups no messages yet.
    public init() {}

    /// The number of a line's shape, which ``templates()`` tells the template of.
    ///
    /// The message of a structured line is its message field; of others what stands behind the head.
    mutating func add(_ line: LogLine, layouts: HeadLayouts) -> Int {
        if let message = Self.messageField(of: line) {
            return Array(message.utf8).withUnsafeBufferPointer { add($0, from: 0) }
        }
        let layout = layouts[line.container]
        return line.text.withUnsafeBufferPointer { add($0, from: layout.end(of: $0)) }
    }

    private mutating func add(_ line: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        // What follows the first line of a field is a stack trace.
        let end = line.offset(of: UInt8(ascii: "\n"), in: start..<line.count) ?? line.count
        tokenizer.read(line, start..<end)
        return shapes.number(of: tokenizer.tokens) {
            Array(UnsafeBufferPointer(rebasing: line[start..<end]))[...]
        }
    }

    private static let messagePair = Array("msg=".utf8)

    /// The message of JSON and logfmt; `nil` of other lines.
    static func messageField(of line: LogLine) -> String? {
        guard line.text.first == UInt8(ascii: "{") || ByteWindow.holds(messagePair, line.text)
        else { return nil }
        return line.fields?.message
    }

    /// Takes the shapes of another grouper, and gives their numbers here.
    public mutating func join(_ other: MessageGrouper) -> [Int] {
        zip(other.shapes.shapes, other.shapes.samples).map {
            shapes.number(ofShape: $0, sample: $1)
        }
    }

    /// Tells which messages belong together.
    public func groups() -> MessageGroups { MessageGroups(shapes) }
}
