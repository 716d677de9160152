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
    /// How far in front of a value its name may stand.
    private static let longestLead = 256
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
        var cut = cut(between: findings)
        if cut == 0 {
            guard waiting.count >= Self.mostWaiting else { return [] }
            isWithinSecret = findings.last?.range.upperBound == waiting.count
            cut = waiting.count
        }
        let ready = redactor.redact(Array(waiting[..<cut]))
        waiting.removeFirst(cut)
        return ready
    }

    /// The place up to which text can be put out: no secret lies across it, and no name parted from
    /// its value.
    private func cut(between findings: [SecretFinder.Finding]) -> Int {
        var cut = behindNoFlag(lineStart(before: waiting.count - Self.overlap))
        // A name stands on the line of its value.
        let isLine = cut == 0 || waiting[cut - 1] == 0x0A
        let lead = isLine ? 0 : Self.longestLead
        for range in findings.map(\.range) where range.upperBound > cut {
            if range.lowerBound - lead >= cut { break }
            // What reaches the end may go on behind it.
            if range.upperBound == waiting.count {
                return behindNoFlag(lineStart(before: range.lowerBound))
            }
            cut = range.upperBound
        }
        return cut
    }

    /// The start of a line, or of the one above where that is a flag in a list of YAML or JSON: what
    /// stands on the line may be its value.
    private func behindNoFlag(_ start: Int) -> Int {
        guard start > 0, waiting[start - 1] == 0x0A else { return start }
        let above = lineStart(before: start - 1)
        var place = waiting.end(from: above, within: Self.longestLead) { $0 == 0x20 || $0 == 0x09 }
        if waiting.holds("- ", at: place) { place += 2 }
        if let sign = waiting.byte(at: place), "\"'".utf8.contains(sign) { place += 1 }
        return waiting.byte(at: place) == UInt8(ascii: "-") ? above : start
    }

    /// The start of the last line that begins before a place; in a line that has no start within
    /// reach, the last word's or the place itself.
    private func lineStart(before place: Int) -> Int {
        let lowest = max(0, place - Self.overlap)
        if let end = waiting[lowest..<place].lastIndex(of: 0x0A) { return end + 1 }
        if lowest == 0 { return 0 }
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
