/// Follows all ways through a program at once, from all places where a match may begin.
struct PatternThreads {
    /// A way: the state that waits for a byte, and where it began.
    private struct Thread {
        var state: Int
        var start: Int
    }

    private let program: PatternProgram
    private let bytes: [UInt8]
    private var threads: [Thread] = []
    /// For each state the round in which it was last reached: of two ways to it the older counts.
    private var rounds: [Int]
    private var round = 1

    /// The most bytes that a match has; it bounds how far is read for a longer match than one found.
    private static let longestMatch = 512

    init(_ program: PatternProgram, _ bytes: [UInt8]) {
        self.program = program
        self.bytes = bytes
        rounds = Array(repeating: 0, count: program.steps.count)
    }

    /// The first match from a place on, as long as possible.
    mutating func match(from start: Int) -> Range<Int>? {
        var place = start
        var best: Range<Int>?
        threads = []
        round += 1
        while place < bytes.count {
            if best == nil, program.first[Int(bytes[place])] {
                var begun: [Thread] = []
                _ = follow(program.start, from: place, at: place, into: &begun)
                threads += begun
            }
            if threads.isEmpty {
                if best != nil { return best }
            } else if let found = step(at: place) {
                let isBetter = best.map {
                    found.lowerBound < $0.lowerBound
                        || (found.lowerBound == $0.lowerBound && found.upperBound > $0.upperBound)
                }
                if isBetter ?? true { best = found }
            }
            place += 1
            if threads.isEmpty { round += 1 }
            if let best { threads.removeAll { $0.start > best.lowerBound } }
        }
        return best
    }

    /// Reads the byte at a place, and gives the match that ends behind it.
    private mutating func step(at place: Int) -> Range<Int>? {
        let byte = Int(bytes[place])
        var next: [Thread] = []
        var match: Range<Int>?
        round += 1
        for thread in threads where place - thread.start < Self.longestMatch {
            guard case .bytes(let set, let following) = program.steps[thread.state], set[byte],
                follow(following, from: thread.start, at: place + 1, into: &next)
            else { continue }
            // Older ways come first.
            if match == nil { match = thread.start..<(place + 1) }
        }
        threads = next
        return match
    }

    /// Adds the states that wait for a byte, and tells whether the end of the pattern is reached.
    private mutating func follow(
        _ state: Int, from start: Int, at place: Int, into threads: inout [Thread]
    ) -> Bool {
        var pending = [state]
        var isMatch = false
        while let state = pending.popLast() {
            if rounds[state] == round { continue }
            rounds[state] = round
            switch program.steps[state] {
            case .bytes: threads.append(Thread(state: state, start: start))
            case .both(let left, let right): pending += [left, right]
            case .boundary(let isWanted, let next):
                if isBoundary(place) == isWanted { pending.append(next) }
            case .lineStart(let next):
                if place == 0 || bytes[place - 1] == 0x0A { pending.append(next) }
            case .lineEnd(let next):
                if place == bytes.count || bytes[place] == 0x0A { pending.append(next) }
            case .match: isMatch = true
            }
        }
        return isMatch
    }

    private func isBoundary(_ place: Int) -> Bool {
        isWord(bytes.byte(at: place - 1)) != isWord(bytes.byte(at: place))
    }

    private func isWord(_ byte: UInt8?) -> Bool {
        byte.map { $0.isAlphanumeric || $0 == UInt8(ascii: "_") } ?? false
    }
}
