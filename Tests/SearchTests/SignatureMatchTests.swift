import Catalog
import Testing

@testable import Search

@Suite("Signature match")
struct SignatureMatchTests {
    @Test(
        "a query that is the message, or a good part of it, is exact",
        arguments: [
            ("Cannot index content - service not initialized for user u_42", true),
            ("service not initialized for user", true),
            ("4003", true),
            ("our nightly report of many lines mentions 4003 somewhere near its end", false),
            ("initialized", false),
            ("", false),
        ])
    func exactness(query: String, isExact: Bool) {
        var entry = Sample.entry("a/b", "Title")
        entry.signatures = [
            "Cannot index content - service not initialized for user ...", "4003",
        ]
        #expect(Self.match(query, entry).isExact == isExact)
    }

    @Test("a part of a message counts for its share")
    func partial() {
        var entry = Sample.entry("a/b", "Title")
        entry.signatures = ["HF structured model not found: %s. Trying fallback model."]
        let match = Self.match("HF structured model not found: meta-llama/Llama-3", entry)
        #expect(match.strength > 0.4 && match.strength < 1)
        #expect(Self.match("nothing of it", entry).strength == 0)
    }

    private static func match(_ query: String, _ entry: Entry) -> SignatureMatch {
        let normalised = Signature.normalised(query)
        return SignatureMatch(
            query: normalised, querySignature: Signature(normalised: normalised), entry: entry)
    }
}
