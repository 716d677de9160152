/// Follows all ways through a program at once.
struct PatternThreads {
    private let program: PatternProgram
    /// For each state the round in which it was last reached, so that none is followed twice.
    private var rounds: [Int]
    private var round = 0

    /// The most bytes that a match has; it bounds the time for texts that match all the way.
    private static let longestMatch = 512

    init(_ program: PatternProgram) {
        self.program = program
        rounds = Array(repeating: 0, count: program.steps.count)
    }

    /// The end of the longest match that begins at a place.
    mutating func longestMatch(from start: Int, in bytes: [UInt8]) -> Int? {
        var longest: Int?
        var states: [Int] = []
        round += 1
        if follow(program.start, at: start, in: bytes, into: &states) { longest = start }
        var place = start
        while !states.isEmpty, place < min(bytes.count, start + Self.longestMatch) {
            let byte = Int(bytes[place])
            place += 1
            round += 1
            var next: [Int] = []
            for state in states {
                guard case .bytes(let set, let following) = program.steps[state], set[byte] else {
                    continue
                }
                if follow(following, at: place, in: bytes, into: &next) { longest = place }
            }
            states = next
        }
        return longest
    }

    /// Adds the states that wait for a byte, and tells whether the end of the pattern is reached.
    private mutating func follow(
        _ state: Int, at place: Int, in bytes: [UInt8], into states: inout [Int]
    ) -> Bool {
        var pending = [state]
        var isMatch = false
        while let state = pending.popLast() {
            if rounds[state] == round { continue }
            rounds[state] = round
            switch program.steps[state] {
            case .bytes: states.append(state)
            case .both(let left, let right): pending += [left, right]
            case .boundary(let isWanted, let next):
                if isBoundary(place, in: bytes) == isWanted { pending.append(next) }
            case .lineStart(let next):
                if place == 0 || bytes[place - 1] == 0x0A { pending.append(next) }
            case .lineEnd(let next):
                if place == bytes.count || bytes[place] == 0x0A { pending.append(next) }
            case .match: isMatch = true
            }
        }
        return isMatch
    }

    private func isBoundary(_ place: Int, in bytes: [UInt8]) -> Bool {
        isWord(bytes.byte(at: place - 1)) != isWord(bytes.byte(at: place))
    }

    private func isWord(_ byte: UInt8?) -> Bool {
        byte.map { $0.isAlphanumeric || $0 == UInt8(ascii: "_") } ?? false
    }
}
