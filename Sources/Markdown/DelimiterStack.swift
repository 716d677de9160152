/// A run of `*`, `_` or `~` that may open or close emphasis.
struct DelimiterRun {
    /// The delimiter.
    let byte: UInt8
    /// How many there are.
    let length: Int
    /// Whether it may open emphasis.
    let canOpen: Bool
    /// Whether it may close emphasis.
    let canClose: Bool
    /// How many are not used up.
    var remaining: Int
    /// How many delimiters each emphasis takes that it opens, innermost first.
    var opens: [Int] = []
    /// How many delimiters each emphasis takes that it closes, innermost first.
    var closes: [Int] = []
    /// The run before it that may still match.
    fileprivate var previous: Int?
    /// The run behind it that may still match.
    fileprivate var next: Int?

    init(byte: UInt8, length: Int, canOpen: Bool, canClose: Bool) {
        self.byte = byte
        self.length = length
        self.canOpen = canOpen
        self.canClose = canClose
        remaining = length
    }
}

/// The delimiter runs of a text, of which those that may still match form a linked list
/// (CommonMark 0.31.2, appendix, "process emphasis").
struct DelimiterStack {
    /// All runs in order.
    private(set) var runs: [DelimiterRun] = []
    /// The last run that may still match.
    private var top: Int?

    /// Adds a run at the end and returns its place in ``runs``.
    mutating func append(_ run: DelimiterRun) -> Int {
        let index = runs.count
        runs.append(run)
        runs[index].previous = top
        if let top { runs[top].next = index }
        top = index
        return index
    }

    /// Matches the runs from `bottom` on with each other; none of them may match later.
    mutating func match(from bottom: Int) {
        guard let top, top >= bottom else { return }
        var floors = Floors(bottom: bottom)
        var current = first(from: bottom)
        while let closer = current {
            guard runs[closer].canClose else {
                current = runs[closer].next
                continue
            }
            if let opener = opener(for: closer, floor: floors[runs[closer]]) {
                current = join(opener, closer)
                continue
            }
            current = runs[closer].next
            floors[runs[closer]] = closer
            if !runs[closer].canOpen { remove(closer) }
        }
        while let top = self.top, top >= bottom { remove(top) }
    }

    /// The first run from `bottom` on that may still match.
    private func first(from bottom: Int) -> Int? {
        var index = top
        while let current = index, let previous = runs[current].previous, previous >= bottom {
            index = previous
        }
        return index
    }

    /// The nearest run before a closer that it matches, not below `floor`.
    private func opener(for closer: Int, floor: Int) -> Int? {
        var index = runs[closer].previous
        while let current = index, current >= floor {
            if runs[current].opens(with: runs[closer]) { return current }
            index = runs[current].previous
        }
        return nil
    }

    /// Makes an emphasis of two runs and returns the next run to look at.
    private mutating func join(_ opener: Int, _ closer: Int) -> Int? {
        let isPair = runs[opener].remaining >= 2 && runs[closer].remaining >= 2
        let size = isPair ? 2 : 1
        while let between = runs[closer].previous, between > opener { remove(between) }
        runs[opener].opens.append(size)
        runs[opener].remaining -= size
        runs[closer].closes.append(size)
        runs[closer].remaining -= size
        if runs[opener].remaining == 0 { remove(opener) }
        guard runs[closer].remaining == 0 else { return closer }
        let next = runs[closer].next
        remove(closer)
        return next
    }

    /// Takes a run out of the list of those that may still match.
    private mutating func remove(_ index: Int) {
        let (previous, next) = (runs[index].previous, runs[index].next)
        if let previous { runs[previous].next = next }
        if let next { runs[next].previous = previous }
        if top == index { top = previous }
    }
}

extension DelimiterRun {
    /// Whether it opens what the other closes: same delimiter, and the "rule of three" where one
    /// of them may do both.
    fileprivate func opens(with closer: DelimiterRun) -> Bool {
        guard canOpen, byte == closer.byte else { return false }
        if byte == .tilde { return true }
        guard closer.canOpen || canClose else { return true }
        return (length + closer.length) % 3 != 0 || closer.length % 3 == 0
    }
}

/// Below which run no opener can be for a kind of closer, so that none is looked for twice.
private struct Floors {
    private var values: [Int]

    init(bottom: Int) { values = Array(repeating: bottom, count: 18) }

    subscript(run: DelimiterRun) -> Int {
        get { values[Self.place(of: run)] }
        set { values[Self.place(of: run)] = newValue }
    }

    private static func place(of run: DelimiterRun) -> Int {
        let symbol = run.byte == .asterisk ? 0 : run.byte == .underscore ? 1 : 2
        return symbol * 6 + (run.canOpen ? 3 : 0) + run.length % 3
    }
}
