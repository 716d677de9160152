import Logs
import Redaction

/// Makes what was captured fit to stand in a bundle: nothing that steers a terminal, no secrets, no
/// more than fits.
struct ItemText {
    /// What is written.
    private(set) var bytes: [UInt8]
    /// Whether something was cut off.
    private(set) var isTruncated: Bool

    /// How often what is left of secrets is looked for.
    private static let attempts = 4
    /// How far in front of the bound a line's end is looked for.
    private static let reach = 64 << 10

    /// The most bytes of an item that are looked at, unless more may be kept.
    private static let longest = 8 << 20

    /// Cleans an item; `nil` where its secrets could not be hidden.
    ///
    /// Secrets are hidden before the text is cut, since a redactor does not know half a secret. What
    /// ends where it was cut off may end with one: what stands behind its last line end goes.
    init?(_ item: BundleItem, limit: Int, redactor: Redactor) {
        let longest = max(limit, Self.longest)
        let lacksEnd = item.lack == .end || item.bytes.count > longest
        isTruncated = lacksEnd || item.lack != .nothing
        var text = Self.plain(Array(item.bytes.prefix(longest)))
        if lacksEnd {
            text = Array(text[..<(text.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)])
        }
        var stream = RedactionStream(redactor)
        text = stream.append(text) + stream.finish()
        for _ in 0..<Self.attempts {
            if redactor.findings(in: text) == 0 { break }
            text = redactor.redact(text)
        }
        bytes = text
        cut(to: limit)
        guard redactor.findings(in: bytes) == 0 else { return nil }
    }

    /// Cuts at the end of a line where there is one, and never within a token.
    private mutating func cut(to limit: Int) {
        guard bytes.count > limit else { return }
        isTruncated = true
        let kept = bytes.prefix(limit)
        let near = kept.suffix(Self.reach)
        let end =
            near.lastIndex(of: 0x0A) ?? near.lastIndex(of: 0x20)
            ?? near.suffix(32).lastIndex(of: UInt8(ascii: "[")) ?? kept.endIndex
        bytes = Array(kept[..<end])
    }

    /// The text in whole UTF-8, without escape sequences; what else would steer a terminal is made
    /// visible.
    static func plain(_ bytes: [UInt8]) -> [UInt8] {
        if bytes.allSatisfy({ $0 == 0x0A || $0 == 0x09 || (0x20...0x7E).contains($0) }) {
            return bytes
        }
        var output = String.UnicodeScalarView()
        for (position, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
            .enumerated()
        {
            if position > 0 { output.append("\n") }
            let whole = line.last == 0x0D ? line.dropLast() : line
            let text = String(decoding: EscapeSequences.removed(from: whole), as: UTF8.self)
            for scalar in text.unicodeScalars {
                switch scalar {
                case "\t": output.append(scalar)
                case "\r": output.append("\n")
                case _ where scalar.isSteering: output.append("\u{FFFD}")
                default: output.append(scalar)
                }
            }
        }
        return Array(String(output).utf8)
    }
}

extension Redactor {
    /// How many secrets stand in a text.
    fileprivate func findings(in bytes: [UInt8]) -> Int { leaks(in: bytes).count }
}

extension Unicode.Scalar {
    /// Whether it is a C0, DEL or C1 control, or a bidirectional one (UAX #9).
    fileprivate var isSteering: Bool {
        switch value {
        case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
            true
        default: false
        }
    }
}
