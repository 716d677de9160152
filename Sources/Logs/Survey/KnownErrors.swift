import Catalog

/// The error signatures of runbooks, with the entries that they point to.
public struct KnownErrors: Sendable {
    /// The signatures, each once.
    public private(set) var signatures: [Signature] = []
    /// The signatures as people wrote them, at the same places.
    public private(set) var texts: [String] = []
    /// The entries that each points to, at the same places.
    public private(set) var entries: [[Entry]] = []

    /// Gathers the signatures of entries.
    public init(_ entries: [Entry]) {
        var places: [[[UInt8]]: Int] = [:]
        for entry in entries {
            for text in entry.signatures {
                let signature = Signature(text)
                guard !signature.pieces.isEmpty else { continue }
                if let place = places[signature.pieces] {
                    if !self.entries[place].contains(where: { $0.id == entry.id }) {
                        self.entries[place].append(entry)
                    }
                } else {
                    places[signature.pieces] = signatures.count
                    signatures.append(signature)
                    texts.append(text)
                    self.entries.append([entry])
                }
            }
        }
    }
}
