/// The heads of the lines of a log, of each container apart where it names any.
struct HeadLayouts: Sendable {
    private var byContainer: [String?: HeadLayout] = [:]

    /// How many lines are enough to learn from.
    static let mostLines = 2000
    /// How far they are looked for, in lines.
    private static let reach = 20_000

    /// Knows no heads.
    init() {}

    /// Learns from the lines of a block.
    init(learningFrom block: LineBlock) {
        var samples: [String?: [ArraySlice<UInt8>]] = [:]
        var start = block.lines.lowerBound
        for _ in 0..<Self.reach where start < block.lines.upperBound {
            let (content, end) = block.bytes.withUnsafeBufferPointer { bytes in
                let end = bytes.lineEnd(at: start, upTo: block.lines.upperBound)
                return (bytes.contentOfLine(start..<end), end)
            }
            start = end
            if content.isEmpty || block.bytes[content.lowerBound].isBlank { continue }
            let line = LogLine(block.bytes[content])
            if samples[line.container, default: []].count < Self.mostLines {
                samples[line.container, default: []].append(line.text)
            }
        }
        byContainer = samples.mapValues { HeadLayout(learningFrom: $0) }
    }

    /// The head of a container's lines.
    subscript(container: String?) -> HeadLayout { byContainer[container] ?? HeadLayout() }
}
