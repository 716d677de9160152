import Catalog

/// Builds the states of a ``LiteralAutomaton``.
struct AutomatonBuilder {
    /// The bytes that lead to different states, each a class.
    struct ByteClasses {
        /// The class of each byte.
        private(set) var byByte = [UInt8](repeating: Self.other, count: 256)
        /// The literal that each class from ``firstLiteral`` on stands for.
        private(set) var literals: [UInt8] = []

        /// Bytes in no text.
        static let other: UInt8 = 0
        static let lineFeed: UInt8 = 1
        static let dropped: UInt8 = 2
        static let blank: UInt8 = 3
        static let firstLiteral = 4

        /// How many there are.
        var count: Int { Self.firstLiteral + literals.count }

        init(_ texts: [[UInt8]]) {
            literals = Set(texts.joined()).subtracting([0x20]).sorted()
            let numbers = Dictionary(
                uniqueKeysWithValues: literals.enumerated().map {
                    ($0.element, UInt8(truncatingIfNeeded: Self.firstLiteral + $0.offset))
                })
            for byte in UInt8.min...UInt8.max {
                switch NormalisedByte(byte) {
                case .dropped: byByte[Int(byte)] = Self.dropped
                case .blank: byByte[Int(byte)] = Self.blank
                case .literal(let literal): byByte[Int(byte)] = numbers[literal] ?? Self.other
                }
            }
            byByte[Int(UInt8(ascii: "\n"))] = Self.lineFeed
        }
    }

    /// The classes of bytes.
    let classes: ByteClasses
    /// The texts that end in each state, those of shorter suffixes among them.
    private(set) var outputs: [[Int]] = [[]]
    /// Each state's next one by literal, as far as the texts themselves lead.
    private var branches: [[UInt8: Int]] = [[:]]
    /// The longest other state that is a suffix of each.
    private var failures = [0]
    /// The byte that leads to each state; `nil` for the start.
    private var lastBytes: [UInt8?] = [nil]
    /// The states by their depth.
    private var breadthFirst: [Int] = []

    /// Makes a state for every head of the texts.
    init(_ texts: [[UInt8]]) {
        classes = ByteClasses(texts)
        for (number, text) in texts.enumerated() where !text.isEmpty {
            var state = 0
            for byte in text { state = branch(of: state, by: byte) }
            outputs[state].append(number)
        }
    }

    private mutating func branch(of state: Int, by byte: UInt8) -> Int {
        if let next = branches[state][byte] { return next }
        let next = branches.count
        branches[state][byte] = next
        branches.append([:])
        outputs.append([])
        failures.append(0)
        lastBytes.append(byte)
        return next
    }

    /// Finds where each state goes on when its text does not.
    mutating func linkFailures() {
        var queue = [0]
        var position = 0
        while position < queue.count {
            let state = queue[position]
            position += 1
            for (byte, next) in branches[state] {
                let failure = state == 0 ? 0 : follow(byte, from: failures[state])
                failures[next] = failure
                outputs[next] += outputs[failure]
                queue.append(next)
            }
        }
        breadthFirst = queue
    }

    /// The state that a literal leads to.
    private func follow(_ byte: UInt8, from start: Int) -> Int {
        var state = start
        while true {
            if let next = branches[state][byte] { return next }
            if state == 0 { return 0 }
            state = failures[state]
        }
    }

    /// The states, those that end a text behind all others, the start first.
    func statesWithAcceptingLast() -> [Int] {
        breadthFirst.filter { outputs[$0].isEmpty } + breadthFirst.filter { !outputs[$0].isEmpty }
    }

    /// The table of next states, states numbered by their place in the order, times the width.
    func table(in order: [Int]) -> [LiteralAutomaton.State] {
        let width = classes.count
        var numbers = [Int](repeating: 0, count: order.count)
        for (number, state) in order.enumerated() { numbers[state] = number }
        var table = [LiteralAutomaton.State](repeating: 0, count: order.count * width)
        // A state's row is that of its failure, which is shallower and so ready, but for its own
        // branches.
        for state in breadthFirst {
            let row = numbers[state] * width
            let failure = numbers[failures[state]] * width
            if state != 0 {
                for column in 0..<width { table[row + column] = table[failure + column] }
            }
            for (byte, next) in branches[state] {
                let column = byte == 0x20 ? Int(ByteClasses.blank) : Int(classes.byByte[Int(byte)])
                table[row + column] = LiteralAutomaton.State(numbers[next] * width)
            }
            table[row + Int(ByteClasses.dropped)] = LiteralAutomaton.State(row)
            if !NormalisedByte.keepsBlank(behind: lastBytes[state]) {
                table[row + Int(ByteClasses.blank)] = LiteralAutomaton.State(row)
            }
        }
        return table
    }
}
