/// A regular expression as steps to follow.
struct PatternProgram: Sendable {
    /// What a state asks for.
    enum Step: Sendable {
        /// A byte of a set, then on.
        case bytes([Bool], next: Int)
        /// Both ways on.
        case both(Int, Int)
        case boundary(isWanted: Bool, next: Int)
        case lineStart(next: Int)
        case lineEnd(next: Int)
        case match
    }

    private(set) var steps: [Step] = [.match]
    /// The state to begin with.
    private(set) var start = 0
    /// The bytes that a match may begin with.
    private(set) var first = [Bool](repeating: false, count: 256)

    /// How often a node was added: what asks for nothing takes no step, however often it repeats.
    private var additions = 0

    private static let mostSteps = 2000
    /// Groups and sequences take no step of their own.
    private static let mostAdditions = 10 * mostSteps

    init(_ node: PatternNode) throws(RedactionPattern.Malformed) {
        start = try add(node, then: 0)
        var seen: Set<Int> = []
        collectFirst(start, &seen)
    }

    /// Adds the steps of a node that go on to a state, and gives the state to begin with.
    private mutating func add(
        _ node: PatternNode, then next: Int
    ) throws(RedactionPattern.Malformed) -> Int {
        additions += 1
        guard steps.count < Self.mostSteps, additions < Self.mostAdditions else {
            throw RedactionPattern.Malformed("it repeats too much")
        }
        switch node {
        case .bytes(let set):
            return append(.bytes((0..<256).map { set.contains(UInt8($0)) }, next: next))
        case .boundary(let isWanted): return append(.boundary(isWanted: isWanted, next: next))
        case .lineStart: return append(.lineStart(next: next))
        case .lineEnd: return append(.lineEnd(next: next))
        case .sequence(let parts):
            var state = next
            for part in parts.reversed() { state = try add(part, then: state) }
            return state
        case .choice(let parts):
            var state = try add(parts.last ?? .sequence([]), then: next)
            for part in parts.dropLast().reversed() {
                state = append(.both(try add(part, then: next), state))
            }
            return state
        case .repeated(let part, let least, let most):
            var state = next
            if let most {
                for _ in least..<max(least, most) {
                    state = append(.both(try add(part, then: state), next))
                }
            } else {
                let loop = append(.match)
                steps[loop] = .both(try add(part, then: loop), next)
                state = loop
            }
            for _ in 0..<least { state = try add(part, then: state) }
            return state
        }
    }

    private mutating func append(_ step: Step) -> Int {
        steps.append(step)
        return steps.count - 1
    }

    private mutating func collectFirst(_ state: Int, _ seen: inout Set<Int>) {
        var pending = [state]
        while let state = pending.popLast() {
            guard seen.insert(state).inserted else { continue }
            switch steps[state] {
            case .bytes(let set, _):
                for byte in 0..<256 where set[byte] { first[byte] = true }
            case .both(let left, let right): pending += [left, right]
            case .boundary(_, let next), .lineStart(let next), .lineEnd(let next):
                pending.append(next)
            case .match: break
            }
        }
    }
}
