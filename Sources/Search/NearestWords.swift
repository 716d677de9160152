/// Collects the words with the fewest differences from a given one.
struct NearestWords {
    /// The fewest differences so far; `Int.max` where no word is near enough.
    private(set) var distance = Int.max
    /// The words with so many differences, in order of their letters, whatever order they came in.
    var words: [[UInt8]] { found.sorted { $0.lexicographicallyPrecedes($1) } }

    private var found: [[UInt8]] = []
    private let word: [UInt8]
    private let allowed: Int
    private let letters: UInt32
    private var rows: [[Int]]

    /// Starts a search for words at most `allowed` differences away.
    init(word: [UInt8], allowed: Int) {
        self.word = word
        self.allowed = allowed
        letters = word.withUnsafeBufferPointer(Self.letters)
        rows = Array(repeating: Array(repeating: 0, count: word.count + 1), count: 3)
    }

    /// Looks at one word of a vocabulary.
    mutating func offer(_ vocabulary: Vocabulary, _ number: Int) {
        let length = vocabulary.length(of: number)
        guard length >= 4, length <= word.count + allowed, word.count <= length + allowed
        else { return }
        let limit = min(allowed, distance)
        let differences = vocabulary.withBytes(of: number) { known -> Int in
            // A difference changes two letters of the set at most.
            guard (Self.letters(of: known) ^ letters).nonzeroBitCount <= 2 * limit else {
                return .max
            }
            return self.differences(known, limit: limit)
        }
        guard differences <= limit else { return }
        if differences < distance {
            distance = differences
            found.removeAll()
        }
        let candidate = vocabulary.word(number)
        if !found.contains(candidate) { found.append(candidate) }
    }

    /// The set of letters of a word, one bit each.
    private static func letters(of word: UnsafeBufferPointer<UInt8>) -> UInt32 {
        word.reduce(0) { $0 | 1 << UInt32($1 & 31) }
    }

    /// The optimal string alignment distance, or a number above `limit`.
    private mutating func differences(
        _ known: UnsafeBufferPointer<UInt8>, limit: Int
    ) -> Int {
        for column in 0...word.count { rows[1][column] = column }
        for row in 1...known.count {
            rows[2][0] = row
            var smallest = row
            for column in 1...word.count {
                var value = rows[1][column - 1] + (known[row - 1] == word[column - 1] ? 0 : 1)
                value = min(value, rows[1][column] + 1, rows[2][column - 1] + 1)
                if row > 1, column > 1, known[row - 1] == word[column - 2],
                    known[row - 2] == word[column - 1]
                {
                    value = min(value, rows[0][column - 2] + 1)
                }
                rows[2][column] = value
                smallest = min(smallest, value)
            }
            if smallest > limit { return .max }
            rows.swapAt(0, 1)
            rows.swapAt(1, 2)
        }
        return rows[1][word.count]
    }
}
