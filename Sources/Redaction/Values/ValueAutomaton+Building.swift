extension ValueAutomaton {
    /// Builds the automaton of the values, which are found in all their forms.
    ///
    /// Values whose forms are more than so many bytes in all are left out, longest first; no
    /// environment has as many.
    init(_ values: [(bytes: [UInt8], isWord: Bool)], mostBytes: Int = ValueAutomaton.mostBytes) {
        var patterns: [Pattern] = []
        var size = 0
        let shortestFirst = values.enumerated().sorted {
            ($0.element.bytes.count, $0.offset) < ($1.element.bytes.count, $1.offset)
        }
        for (position, value) in shortestFirst {
            for form in ValueForms(of: value.bytes).all where size <= mostBytes {
                size += form.bytes.count
                patterns.append(
                    Pattern(
                        form: form, value: position,
                        isWord: value.isWord && form.bytes.count < SecretValue.longestWord))
            }
        }
        self.init(patterns)
    }

    /// The most bytes of all forms together; states and bytes must fit in 32 bits.
    static let mostBytes = 8 << 20

    private init(_ patterns: [Pattern]) {
        self.patterns = patterns
        var filter = WindowFilter()
        var trie = Trie(capacity: patterns.reduce(0) { $0 + $1.form.bytes.count })
        for (position, pattern) in patterns.enumerated() {
            filter.insert(pattern.form.bytes)
            trie.insert(pattern.form.bytes, position: Int32(truncatingIfNeeded: position))
        }
        trie.link()
        self.filter = filter
        table = trie.table
        depths = trie.depths
        fallbacks = trie.fallbacks
        outputs = trie.outputs
        owners = trie.owners
    }
}

/// The tree of all patterns, and for each of its nodes the longest of its own ends that is a node.
private struct Trie {
    var table: TransitionTable
    var depths: [Int32] = [0]
    var fallbacks: [Int32] = [0]
    var outputs: [Int32] = [-1]
    var owners: [Int32] = [-1]
    private var parents: [(state: Int, byte: UInt8)] = [(0, 0)]

    init(capacity: Int) { table = TransitionTable(capacity: capacity) }

    mutating func insert(_ bytes: [UInt8], position: Int32) {
        var state = 0
        for byte in bytes {
            if let next = table.next(state, byte) {
                state = next
            } else {
                let next = depths.count
                table.insert(state, byte, next)
                depths.append(depths[state] + 1)
                fallbacks.append(0)
                outputs.append(-1)
                owners.append(position)
                parents.append((state, byte))
                state = next
            }
        }
        // Of two values with the same form the first counts.
        if outputs[state] < 0 { outputs[state] = position }
    }

    /// Finds the fallbacks, those of shorter nodes first.
    mutating func link() {
        let order = depths.indices.sorted { depths[$0] < depths[$1] }
        for state in order where depths[state] > 1 {
            let (parent, byte) = parents[state]
            var fallback = Int(fallbacks[parent])
            while table.next(fallback, byte) == nil, fallback != 0 {
                fallback = Int(fallbacks[fallback])
            }
            let next = table.next(fallback, byte) ?? 0
            fallbacks[state] = Int32(truncatingIfNeeded: next)
        }
        for state in order where outputs[state] < 0 {
            outputs[state] = outputs[Int(fallbacks[state])]
        }
    }
}
