#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// How much a word tells by being rare (the inverse document frequency of BM25).
struct InverseFrequency {
    private let documentCount: Float

    /// Makes the measure for a collection.
    init(documentCount: Int) { self.documentCount = Float(documentCount) }

    /// What a word tells that so many documents have.
    func of(_ count: Int) -> Float {
        logf(1 + (documentCount - Float(count) + 0.5) / (Float(count) + 0.5))
    }

    /// What a word tells that no document has: as much as one that a single document has.
    var ofUnknown: Float { of(1) }
}
