import Catalog

/// Looks for many literal texts in one pass (Aho and Corasick, Efficient String Matching, 1975).
///
/// A table tells for every state and every class of bytes what the next state is, so that a byte
/// costs two look-ups however many texts there are. What does not count in a comparison by
/// ``NormalisedByte`` is left out by the table, so that lines need no copy. A line feed leads back
/// to the start: no text spans lines.
struct LiteralAutomaton: Sendable {
    /// A state, times ``width``.
    typealias State = UInt32

    /// The class of every byte.
    let classes: [UInt8]
    /// The next state by state and class.
    let table: [State]
    /// How many classes there are.
    let width: Int
    /// States from here on stand at the end of some text.
    let firstAccepting: State
    /// The texts that end in each accepting state, by their numbers.
    private let outputs: [[Int]]

    /// Prepares the search for texts that are normalised; empty ones are never found.
    init(_ texts: [[UInt8]]) {
        var builder = AutomatonBuilder(texts)
        builder.linkFailures()
        let order = builder.statesWithAcceptingLast()
        width = builder.classes.count
        classes = builder.classes.byByte
        table = builder.table(in: order)
        let plain = order.prefix { builder.outputs[$0].isEmpty }.count
        firstAccepting = State(plain * width)
        outputs = order.dropFirst(plain).map { builder.outputs[$0] }
    }

    /// The texts that end in a state.
    func output(of state: State) -> [Int] {
        state < firstAccepting ? [] : outputs[Int(state - firstAccepting) / width]
    }

    /// Calls a function with every text that ends in a line, again for each place.
    func forEachText(in line: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Void) {
        var state: State = 0
        for byte in line {
            state = table[Int(state) + Int(classes[Int(byte)])]
            if state >= firstAccepting { output(of: state).forEach(body) }
        }
    }
}
