/// Where an automaton goes from a state with a byte: a hash table with open addressing, since most
/// states have one way on and a full row for each would take megabytes.
struct TransitionTable: Sendable {
    private var keys: [UInt32]
    private var states: [Int32]
    private let mask: Int
    private static let free = UInt32.max

    /// Makes a table for so many transitions at most.
    init(capacity: Int) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        keys = Array(repeating: Self.free, count: size)
        states = Array(repeating: 0, count: size)
        mask = size - 1
    }

    /// The state to go to, `nil` where the pattern does not go on.
    func next(_ state: Int, _ byte: UInt8) -> Int? {
        let key = Self.key(state, byte)
        var slot = self.slot(of: key)
        while keys[slot] != Self.free {
            if keys[slot] == key { return Int(states[slot]) }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// Adds a transition that is not there yet.
    mutating func insert(_ state: Int, _ byte: UInt8, _ next: Int) {
        let key = Self.key(state, byte)
        var slot = self.slot(of: key)
        while keys[slot] != Self.free { slot = (slot + 1) & mask }
        keys[slot] = key
        states[slot] = Int32(truncatingIfNeeded: next)
    }

    private static func key(_ state: Int, _ byte: UInt8) -> UInt32 {
        UInt32(truncatingIfNeeded: state) << 8 | UInt32(byte)
    }

    private func slot(of key: UInt32) -> Int {
        Int(truncatingIfNeeded: (key &* 2_654_435_769) >> 7) & mask
    }
}
