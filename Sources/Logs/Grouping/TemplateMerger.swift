/// Tells which shapes come from one template: those that differ in a word that takes many values.
///
/// Two shapes of one length that agree but for one word may be two messages (`link up`, `link down`)
/// or one with a name in it. A place is a gap if at least ``manyValues`` values stand there, the
/// rest being the same, or if a gap is one of them. Names often stand in several messages: a place
/// half of whose values are known to be names needs three. At the first word of a message, which
/// says what happened, more are needed, and where two places change at once, too.
struct TemplateMerger {
    /// The template of each shape, by its number.
    private(set) var templateOfShape: [Int]
    /// The templates, by their numbers.
    private(set) var templates: [[MessageToken]]

    private var knownNames: Set<MessageToken> = []

    private static let manyValues = 6
    private static let manyFirstWords = 10
    private static let manyPairs = 10
    private static let manyKnownNames = 3
    private static let rounds = 5
    /// Longer shapes are compared in their first places only.
    private static let mostPlaces = 60
    /// Pairs of places are looked at in shapes of few words only, for there are many.
    private static let mostWordsOfPairs = 14
    private static let mostShapesOfPairs = 20_000

    /// Merges shapes.
    init(_ shapes: [[MessageToken]]) {
        templates = shapes
        templateOfShape = Array(shapes.indices)
        for round in 0..<Self.rounds {
            var gaps: [Int: Set<Int>] = [:]
            findSingleGaps(&gaps, usesNames: round > 0)
            findPairedGaps(&gaps)
            let isChanged = apply(gaps)
            if !isChanged, round > 0 { break }
        }
    }

    // MARK: Finding gaps

    private mutating func findSingleGaps(_ gaps: inout [Int: Set<Int>], usesNames: Bool) {
        var neighbours: [UInt64: [Int]] = [:]
        forEachPlace { template, place, key, _ in neighbours[key, default: []].append(template) }
        var wanted: [UInt64: Bool] = [:]
        for (key, members) in neighbours where members.count > 1 { wanted[key] = true }
        var places: [UInt64: (place: Int, isFirst: Bool)] = [:]
        forEachPlace { _, place, key, isFirst in
            if wanted[key] != nil { places[key] = (place, isFirst) }
        }
        for (key, (place, isFirst)) in places {
            guard let members = neighbours[key] else { continue }
            let values = members.map { templates[$0][place] }
            guard isGap(values, isFirst: isFirst, usesNames: usesNames) else { continue }
            knownNames.formUnion(values.filter(\.isWord))
            for member in members { gaps[member, default: []].insert(place) }
        }
    }

    private func isGap(_ values: [MessageToken], isFirst: Bool, usesNames: Bool) -> Bool {
        if values.contains(.gap) { return true }
        let isVerb = isFirst && !values.allSatisfy(\.isDotted)
        if values.count >= (isVerb ? Self.manyFirstWords : Self.manyValues) { return true }
        guard usesNames, values.count >= Self.manyKnownNames else { return false }
        return values.count { knownNames.contains($0) } * 2 >= values.count
    }

    /// Calls a function with each place that may be a gap and a key of all that stands around it.
    private func forEachPlace(
        _ body: (_ template: Int, _ place: Int, _ key: UInt64, _ isFirst: Bool) -> Void
    ) {
        for (number, template) in templates.enumerated() where !template.isEmpty {
            let words = template.count { $0.isWord }
            let sum = Self.sum(of: template)
            var isFirst = true
            for (place, token) in template.prefix(Self.mostPlaces).enumerated() {
                // At least one word must remain that says what it is about.
                if token.isReplaceable, words - (token.isWord ? 1 : 0) > 0 {
                    let key = sum &- Self.weight(of: token, at: place)
                    body(number, place, Self.mixed(key &+ UInt64(place)), isFirst)
                }
                if token.isWord { isFirst = false }
            }
        }
    }

    private func findPairedGaps(_ gaps: inout [Int: Set<Int>]) {
        guard templates.count <= Self.mostShapesOfPairs else { return }
        var neighbours: [UInt64: [(template: Int, first: Int, second: Int)]] = [:]
        for (number, template) in templates.enumerated() {
            let words = template.indices.filter { template[$0].isWord }
            guard (4...Self.mostWordsOfPairs).contains(words.count) else { continue }
            let sum = Self.sum(of: template)
            for (offset, first) in words.enumerated().dropFirst() {
                for second in words[(offset + 1)...] {
                    let key =
                        sum &- Self.weight(of: template[first], at: first)
                        &- Self.weight(of: template[second], at: second)
                    let place = UInt64(first) << 16 | UInt64(second)
                    neighbours[Self.mixed(key &+ place), default: []]
                        .append((number, first, second))
                }
            }
        }
        for members in neighbours.values where members.count >= Self.manyPairs {
            let firsts = Set(members.map { templates[$0.template][$0.first] })
            let seconds = Set(members.map { templates[$0.template][$0.second] })
            guard min(firsts.count, seconds.count) >= Self.manyPairs else { continue }
            for member in members {
                gaps[member.template, default: []].formUnion([member.first, member.second])
            }
        }
    }

    /// A number of all tokens and their places, from which single ones can be taken away again.
    private static func sum(of template: [MessageToken]) -> UInt64 {
        var sum = mixed(UInt64(template.count))
        for (place, token) in template.enumerated() { sum &+= weight(of: token, at: place) }
        return sum
    }

    private static func weight(of token: MessageToken, at place: Int) -> UInt64 {
        mixed(token.value &+ UInt64(place) &* 0x9E37_79B9_7F4A_7C15)
    }

    /// Spreads a number over all bits (the finalizer of SplitMix64).
    private static func mixed(_ value: UInt64) -> UInt64 {
        var value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }

    // MARK: Merging

    /// Puts gaps into templates and makes equal ones one; tells whether any changed.
    private mutating func apply(_ gaps: [Int: Set<Int>]) -> Bool {
        var isChanged = false
        var numbers: [UInt64: Int] = [:]
        var merged: [[MessageToken]] = []
        var newNumber = [Int](repeating: 0, count: templates.count)
        for (number, template) in templates.enumerated() {
            var tokens = template
            for place in gaps[number] ?? [] where tokens[place] != .gap {
                tokens[place] = .gap
                isChanged = true
            }
            let key = MessageShapes.key(of: tokens)
            if let known = numbers[key] {
                newNumber[number] = known
            } else {
                numbers[key] = merged.count
                newNumber[number] = merged.count
                merged.append(tokens)
            }
        }
        templates = merged
        templateOfShape = templateOfShape.map { newNumber[$0] }
        return isChanged
    }
}
