/// What stands in front of the message in the lines of one log, learnt from some of them.
///
/// No format is named anywhere: a part of the head is what nearly all lines have at about the same
/// place. Recognised one after the other are times, levels, brackets, a component with its colon and
/// dashes; what stands between two of them, such as hosts and process ids, is of the head too.
struct HeadLayout: Sendable, Hashable {
    /// The parts in their order.
    private var anchors: [Anchor] = []
    /// How many fields divided by `|` follow them.
    private var fieldCount = 0

    /// A part that the lines have in common.
    private struct Anchor: Hashable {
        var kind: HeadUnit.Kind
        /// How many units may stand in front of it.
        var reach: Int
    }

    /// The share of lines that must have a part.
    private static let commonShare = 0.85
    /// The share of components that must look like identifiers; others may be the start of a
    /// sentence.
    private static let identifierShare = 0.6
    private static let mostAnchors = 10
    private static let fieldSign = UInt8(ascii: "|")
    /// How far from the anchors fields are looked for, in bytes.
    private static let fieldReach = 80

    /// The head of lines that have none.
    init() {}

    /// Learns from lines.
    init(learningFrom lines: [ArraySlice<UInt8>]) {
        guard !lines.isEmpty else { return }
        var ends = [Int](repeating: 0, count: lines.count)
        while anchors.count < Self.mostAnchors {
            guard let (anchor, newEnds) = commonPart(of: lines, behind: ends) else { break }
            anchors.append(anchor)
            ends = newEnds
        }
        let counts = zip(lines, ends).map { Self.fieldSigns(in: $0, behind: $1) }.sorted()
        fieldCount = counts[counts.count / 10]
    }

    /// Where the message of a line starts.
    func end(of line: UnsafeBufferPointer<UInt8>) -> Int {
        var end = 0
        for anchor in anchors {
            if let next = Self.find(anchor.kind, in: line, behind: end, reach: anchor.reach) {
                end = next.unit.end
            }
        }
        for _ in 0..<fieldCount {
            let window = end..<min(line.count, end + Self.fieldReach)
            guard let sign = line.offset(of: Self.fieldSign, in: window) else { break }
            end = sign + 1
        }
        return end
    }

    // MARK: Learning

    /// How many units may stand in front of a part.
    private func reach(of kind: HeadUnit.Kind) -> Int? {
        switch kind {
        case .time: 6
        case .level: 4
        case .bracketed: 1
        // Behind a level only its program is named, in front of it a host may be too.
        case .name where anchors.contains { $0.kind == .name }: nil
        case .name: anchors.contains { $0.kind == .level } ? 0 : 2
        case .dash: 2
        case .number, .word: nil
        }
    }

    /// The nearest part that nearly all lines have behind some places, and where it ends in each.
    private func commonPart(
        of lines: [ArraySlice<UInt8>], behind ends: [Int]
    ) -> (Anchor, [Int])? {
        var best: (distance: Double, anchor: Anchor, ends: [Int])?
        for kind in HeadUnit.Kind.allCases {
            guard let reach = reach(of: kind) else { continue }
            let found = zip(lines, ends).map { line, end in
                line.withUnsafeBufferPointer { Self.find(kind, in: $0, behind: end, reach: reach) }
            }
            let hits = found.compactMap(\.self)
            guard Double(hits.count) >= Self.commonShare * Double(lines.count) else { continue }
            let distance = Double(hits.reduce(0) { $0 + $1.distance }) / Double(hits.count)
            if kind == .name {
                let identifiers = hits.count { $0.unit.isIdentifier || $0.distance > 0 }
                guard Double(identifiers) >= Self.identifierShare * Double(hits.count) else {
                    continue
                }
            }
            if distance < best?.distance ?? .infinity {
                let newEnds = zip(found, ends).map { $0?.unit.end ?? $1 }
                best = (distance, Anchor(kind: kind, reach: reach), newEnds)
            }
        }
        return best.map { ($0.anchor, $0.ends) }
    }

    private static func find(
        _ kind: HeadUnit.Kind, in line: UnsafeBufferPointer<UInt8>, behind end: Int, reach: Int
    ) -> (unit: HeadUnit, distance: Int)? {
        var scanner = HeadUnitScanner(line, at: end)
        for distance in 0...reach {
            guard let unit = scanner.next() else { return nil }
            if unit.kind == kind { return (unit, distance) }
        }
        return nil
    }

    /// How many field signs follow, where the first follows at once.
    private static func fieldSigns(in line: ArraySlice<UInt8>, behind end: Int) -> Int {
        let rest = line.dropFirst(end)
        return rest.first == fieldSign ? rest.prefix(fieldReach).count { $0 == fieldSign } : 0
    }
}
