import Catalog

/// Builds a term index from entries, one document an entry.
struct IndexBuilder {
    private(set) var index = TermIndex()
    /// For each document the terms of its title.
    private(set) var titleTerms: [[Int32]] = []

    /// The weight of each term within the entry at hand; 0 where it does not occur.
    private var weights: [Float] = []
    private var prominent: [Bool] = []
    private var touched: [Int] = []
    /// The text at hand in small letters.
    private var lowered: [UInt8] = []
    /// The terms of the field at hand.
    private var found: [(term: Int, weight: Float)] = []
    /// How many words the field at hand has.
    private var length = 0
    /// Two neighbouring words.
    private var joined: [UInt8] = []

    /// How much the parts of a name in mixed case count: `LiveKit` says little of `live`.
    private static let humpWeight: Float = 0.4
    /// How much two neighbouring words count as one.
    private static let joinedWeight: Float = 0.8

    /// Adds an entry.
    mutating func add(_ entry: Entry) {
        var field = SearchField.title
        SearchField.forEachText(of: entry) { text, next in
            if next != field { finish(field) }
            field = next
            collect(text, joining: next.isProminent)
        }
        finish(field)
        index.beginDocument()
        for term in touched {
            index.addPosting(of: term, weight: weights[term], isProminent: prominent[term])
            weights[term] = 0
            prominent[term] = false
        }
        touched.removeAll(keepingCapacity: true)
    }

    /// Adds what was found in a field to the weights of the entry.
    private mutating func finish(_ field: SearchField) {
        if field == .title {
            titleTerms.append(
                found.filter { $0.weight == 1 }.map { Int32(truncatingIfNeeded: $0.term) })
        }
        let influence = SearchField.lengthInfluence
        let normaliser = 1 - influence + influence * Float(length) / field.usualLength
        let weight = field.weight / max(normaliser, 0.5)
        while weights.count < index.vocabulary.count {
            weights.append(0)
            prominent.append(false)
        }
        for (term, share) in found {
            if weights[term] == 0 { touched.append(term) }
            weights[term] += weight * share
            if field.isProminent { prominent[term] = true }
        }
        found.removeAll(keepingCapacity: true)
        length = 0
    }

    private mutating func collect(_ text: String, joining: Bool) {
        var text = text
        text.withUTF8 { collect($0, joining: joining) }
    }

    /// Collects the terms of a text in `found` and counts its words.
    private mutating func collect(_ text: UnsafeBufferPointer<UInt8>, joining: Bool) {
        lowered.removeAll(keepingCapacity: true)
        lowered.append(contentsOf: text)
        lowered.withUnsafeMutableBufferPointer { bytes in
            for index in bytes.indices { bytes[index] = bytes[index].asciiLowercased }
        }
        var previous: Tokenizer.Token?
        var previousHump: Tokenizer.Token?
        Tokenizer.forEachToken(in: text) { token in
            let term = lowered.withUnsafeBufferPointer {
                index.intern(
                    UnsafeBufferPointer(rebasing: $0[token.start..<token.end]), origin: .written)
            }
            found.append((term, token.kind == .hump ? Self.humpWeight : 1))
            switch token.kind {
            case .word, .part:
                length += 1
                if joining, let previous { join(previous, token) }
                previous = token
            case .hump:
                if let previousHump, previousHump.end == token.start { join(previousHump, token) }
                previousHump = token
            case .whole: break
            }
        }
    }

    /// Adds two neighbouring words as one term: `web socket` is `websocket`, too.
    private mutating func join(_ first: Tokenizer.Token, _ second: Tokenizer.Token) {
        joined.removeAll(keepingCapacity: true)
        joined.append(contentsOf: lowered[first.start..<first.end])
        joined.append(contentsOf: lowered[second.start..<second.end])
        guard joined.count <= Tokenizer.longestToken else { return }
        let term = joined.withUnsafeBufferPointer { index.intern($0, origin: .joined) }
        found.append((term, Self.joinedWeight))
    }
}
