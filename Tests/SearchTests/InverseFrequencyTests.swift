import Testing

@testable import Search

@Suite("Inverse frequency")
struct InverseFrequencyTests {
    @Test("a rare word tells more than a common one, an unknown as much as a rare one")
    func order() {
        let measure = InverseFrequency(documentCount: 60)
        #expect(measure.of(1) > measure.of(10))
        #expect(measure.of(10) > measure.of(60))
        #expect(measure.of(60) > 0)
        #expect(measure.ofUnknown == measure.of(1))
    }
}
