import Testing

@testable import Search

@Suite("Candidate")
struct CandidateTests {
    @Test("an exact signature stands first, then the rank, then the earlier entry")
    func order() {
        var exact = SignatureMatch.none
        exact.isExact = true
        let weakButExact = Self.candidate(document: 2, value: 1, signature: exact)
        let strong = Self.candidate(document: 1, value: 9)
        let equal = Self.candidate(document: 0, value: 9)
        #expect(weakButExact.isBetter(than: strong))
        #expect(equal.isBetter(than: strong))
        #expect(!strong.isBetter(than: equal))
    }

    @Test("what knows the system stands before the general runbook")
    func general() {
        let own = Self.candidate(document: 1, value: 5)
        let general = Self.candidate(document: 0, value: 5, id: "general/x")
        #expect(own.isBetter(than: general))
    }

    private static func candidate(
        document: Int, value: Float, signature: SignatureMatch = .none, id: String = "a/x"
    ) -> Candidate {
        Candidate(
            Scorer.Score(document: document, value: value, covered: 1), signature: signature,
            entry: Sample.entry(id, "Title"), information: 1)
    }
}
