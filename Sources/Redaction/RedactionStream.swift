/// Redacts text that comes in parts, such as a log that is written into a bundle, with bounded
/// memory: secrets that lie across two parts are found too.
///
///     var stream = RedactionStream(redactor)
///     for part in parts { output += stream.append(part) }
///     output += stream.finish()
public struct RedactionStream: Sendable {
    private let redactor: Redactor
    /// What was not put out yet.
    private var waiting: [UInt8] = []
    /// Whether the rest of a word is dropped, since its start was a secret longer than all bounds.
    private var isWithinSecret = false

    /// From how many bytes on text is put out.
    private static let partLength = 256 << 10
    /// How many bytes are held back, for what may begin in them; longer than every secret.
    private static let overlap = 64 << 10
    /// The most bytes that wait; a secret that is longer still is cut off.
    private static let mostWaiting = 2 << 20

    /// Makes a stream whose tokens are the redactor's.
    public init(_ redactor: Redactor) { self.redactor = redactor }

    /// Takes a part and gives what is ready.
    public mutating func append(_ part: some Sequence<UInt8>) -> [UInt8] {
        waiting += part
        return waiting.count < Self.partLength + Self.overlap ? [] : flush()
    }

    /// Gives all that is left.
    public mutating func finish() -> [UInt8] {
        skipSecret()
        let rest = redactor.redact(waiting)
        waiting = []
        return rest
    }

    private mutating func flush() -> [UInt8] {
        skipSecret()
        let findings = redactor.finder.findings(in: waiting)
        guard waiting.count > Self.overlap else { return [] }
        var cut = lineStart(before: waiting.count - Self.overlap)
        // What is found across the cut waits; a finding may begin before another's end.
        for finding in findings.reversed()
        where finding.range.lowerBound < cut && finding.range.upperBound > cut {
            cut = finding.range.lowerBound
        }
        if cut == 0 {
            guard waiting.count >= Self.mostWaiting else { return [] }
            isWithinSecret = findings.first?.range.lowerBound == 0
            cut = waiting.count
        }
        let ready = redactor.redact(Array(waiting[..<cut]))
        waiting.removeFirst(cut)
        return ready
    }

    /// The start of the last line that begins before a place, or the place where a line is so long
    /// that none does.
    private func lineStart(before place: Int) -> Int {
        let lowest = max(0, place - Self.overlap)
        if let end = waiting[lowest..<place].lastIndex(of: 0x0A) { return end + 1 }
        if let blank = waiting[lowest..<place].lastIndex(where: \.isBlank) { return blank + 1 }
        return place
    }

    private mutating func skipSecret() {
        guard isWithinSecret else { return }
        let end = waiting.firstIndex(where: \.isBlank)
        waiting.removeFirst(end ?? waiting.count)
        isWithinSecret = end == nil
    }
}
