import Catalog
import Foundation

/// Finds many signatures in log text in one pass.
///
/// One literal piece of each signature, its longest, is looked for byte by byte; a line that has it
/// is then compared with the whole signature. Time grows with the text alone, but for the lines
/// that have a piece without the rest, each compared once for every such signature.
public struct SignatureMatcher: Sendable {
    /// The signatures, found by their place here.
    public let signatures: [Signature]

    private let automaton: LiteralAutomaton
    /// Tells quickly which lines of a text need a look; `nil` where the signatures are too short.
    private let filter: WindowFilter?
    /// Whether a line that has the piece of a signature may lack the rest.
    private let needsCheck: [Bool]

    /// Longer pieces are looked for by their head, in bytes.
    private static let longestHead = 64
    /// All heads together are kept shorter than this, in bytes, for each takes room in a table.
    private static let mostHeadBytes = 64 << 10

    /// Prepares the search; a signature of gaps alone is never found.
    ///
    /// - Parameter sample: Some of the text that is going to be scanned, by which the search is
    ///   made fast; it has no influence on what is found.
    public init(_ signatures: [Signature], sample: some Collection<UInt8> = []) {
        let room = Self.mostHeadBytes / max(1, signatures.count)
        let length = min(Self.longestHead, max(4, room))
        let heads = signatures.map { signature in
            Array((Self.longest(of: signature.pieces) ?? []).prefix(length))
        }
        self.signatures = signatures
        automaton = LiteralAutomaton(heads)
        needsCheck = zip(signatures, heads).map { $0.pieces != [$1] }
        filter = sample.isEmpty ? nil : WindowFilter(signatures, rarity: WindowRarity(sample))
    }

    /// The first of the longest pieces.
    private static func longest(of pieces: [[UInt8]]) -> [UInt8]? {
        pieces.dropFirst().reduce(pieces.first) { best, piece in
            piece.count > (best?.count ?? 0) ? piece : best
        }
    }

    /// The signatures that a line has, by their places and in their order.
    ///
    /// - Parameter line: One line without its end and without escape sequences.
    public func matches(in line: ArraySlice<UInt8>) -> [Int] {
        line.withUnsafeBufferPointer { matches(in: $0, copy: { line }) }
    }

    private func matches(
        in line: UnsafeBufferPointer<UInt8>, copy: () -> ArraySlice<UInt8>
    ) -> [Int] {
        var found: Set<Int> = []
        automaton.forEachText(in: line) { found.insert($0) }
        if found.isEmpty { return [] }
        lazy var normalised = Signature.normalised(copy())
        return found.sorted().filter {
            !needsCheck[$0] || signatures[$0].matches(normalised)
        }
    }
}

extension SignatureMatcher {
    /// Calls a function for each line of a text that has signatures.
    ///
    /// Lines end with a line feed; colours in them don't count. Where a sample was given, what stands
    /// between two words must be blanks of one kind, or a quote with a blank at most, and a quote
    /// within a word that the signature has none in hides it.
    ///
    /// - Parameters:
    ///   - bytes: Whole lines, such as a block of a file.
    ///   - body: Gets the line's place in the text and the places of its signatures, and tells
    ///     whether to go on.
    public func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>, [Int]) -> Bool
    ) {
        var start = 0
        while start < bytes.count {
            let escape = bytes.offset(of: EscapeSequences.escape, in: start..<bytes.count)
            let coloured = escape.map { bytes.line(around: $0, in: start..<bytes.count) }
            let plainEnd = coloured?.lowerBound ?? bytes.count
            guard scanPlain(bytes, start..<plainEnd, body) else { return }
            guard let coloured else { return }
            let line = EscapeSequences.removed(from: Array(bytes[coloured])[...])
            let found = matches(in: line)
            if !found.isEmpty, !body(coloured, found) { return }
            start = coloured.upperBound + 1
        }
    }

    /// Scans lines without escape sequences, and tells whether to go on.
    private func scanPlain(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>,
        _ body: (Range<Int>, [Int]) -> Bool
    ) -> Bool {
        var rest = range
        while let place = firstPlace(in: bytes, rest) {
            let line = bytes.line(around: place, in: rest)
            rest = min(line.upperBound + 1, range.upperBound)..<range.upperBound
            if filter != nil, automaton.firstEnd(in: bytes, line) == nil { continue }
            let slice = UnsafeBufferPointer(rebasing: bytes[line])
            let found = matches(in: slice, copy: { Array(slice)[...] })
            if !found.isEmpty, !body(line, found) { return false }
        }
        return true
    }

    /// A place in the first line of a range that may have a signature.
    private func firstPlace(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
        guard let filter else { return automaton.firstEnd(in: bytes, range).map { $0 - 1 } }
        return filter.first(in: bytes, range)
    }
}
