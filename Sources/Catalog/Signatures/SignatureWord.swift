/// A part of a signature that stands in a line byte by byte, but for letter case.
///
/// Blanks and quotes end it, for a line may have more or fewer of those; a quote in the middle of a
/// word is not expected.
public struct SignatureWord: Sendable, Hashable {
    /// Its bytes, capitals made small.
    public let bytes: [UInt8]
    /// The word that follows, with nothing but blanks between; empty where something else follows.
    public let next: [UInt8]
    /// The last byte of the word in front of it, with nothing but blanks between; `nil` where
    /// something else stands there.
    public let previous: UInt8?

    /// The words of a signature that belong to its pieces.
    ///
    /// - Parameters:
    ///   - text: The signature as people write it.
    ///   - pieces: What its gaps leave, normalised.
    static func words(of text: String, in pieces: [[UInt8]]) -> [SignatureWord] {
        let runs = runs(of: text)
        /// Whether a run and the one behind it stand in a piece with a blank between.
        func isJoined(_ offset: Int) -> Bool {
            guard runs.indices.contains(offset), runs.indices.contains(offset + 1),
                runs[offset].endsAtBlank, runs[offset].bytes.last != UInt8(ascii: ":")
            else { return false }
            return isHeld(runs[offset].bytes + [0x20] + runs[offset + 1].bytes, by: pieces)
        }
        return runs.enumerated().compactMap { offset, run in
            guard isHeld(run.bytes, by: pieces) else { return nil }
            return SignatureWord(
                bytes: run.bytes, next: isJoined(offset) ? runs[offset + 1].bytes : [],
                previous: isJoined(offset - 1) ? runs[offset - 1].bytes.last : nil)
        }
    }

    /// The runs of bytes that are neither blank nor dropped, and whether only blanks follow each.
    private static func runs(of text: String) -> [(bytes: [UInt8], endsAtBlank: Bool)] {
        var runs: [(bytes: [UInt8], endsAtBlank: Bool)] = []
        var run: [UInt8] = []
        func end(atBlank: Bool) {
            if run.isEmpty {
                if !atBlank, let last = runs.indices.last { runs[last].endsAtBlank = false }
            } else {
                runs.append((run, atBlank))
                run = []
            }
        }
        for byte in text.utf8 {
            switch NormalisedByte(byte) {
            case .dropped: end(atBlank: false)
            case .blank: end(atBlank: true)
            case .literal(let literal): run.append(literal)
            }
        }
        end(atBlank: false)
        return runs
    }

    /// Whether a run stands in a piece; one that touches a gap does not.
    private static func isHeld(_ run: [UInt8], by pieces: [[UInt8]]) -> Bool {
        pieces.contains { ByteSearch.end(of: run, in: $0, from: 0) != nil }
    }
}
