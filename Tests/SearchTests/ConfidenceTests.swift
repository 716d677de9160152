import Testing

@testable import Search

@Suite("Confidence")
struct ConfidenceTests {
    @Test("an entry that explains all of a query is sure, one that explains nothing is not")
    func ends() {
        #expect(Self.confidence(coverage: 1, title: 1, matches: 4).value > 0.95)
        #expect(Self.confidence(coverage: 0, title: 0, matches: 0).value < 0.05)
    }

    @Test("more coverage never makes it less sure")
    func monotone() {
        let values = stride(from: Float(0), through: 1, by: 0.1).map {
            Self.confidence(coverage: $0, title: 0.2, matches: 2).value
        }
        #expect(values == values.sorted())
    }

    @Test("an error message and nothing else is sure")
    func signature() {
        var confidence = Self.confidence(coverage: 0, title: 0, matches: 0)
        confidence.signature = 1
        #expect(confidence.value > 0.9)
    }

    private static func confidence(coverage: Float, title: Float, matches: Int) -> Confidence {
        Confidence(
            coverage: coverage, systemCoverage: coverage, titleCoverage: title, margin: 0,
            matches: matches, signature: 0)
    }
}
