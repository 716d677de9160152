import Testing

@testable import Catalog

@Suite("Signature")
struct SignatureTests {
    @Test(
        "gaps match anything, everything else matches itself",
        arguments: [
            ("model not found: %s. Trying fallback", "Model not found: a/b. Trying fallback", true),
            ("no_route intent=<x>", "12:01 WARN no_route intent=refund tenant=4", true),
            ("tenant_{slug} exists", "tenant_acme_42 exists", true),
            ("failed: RetryError[...]", "failed: RetryError[<Future at 0x7f>]", true),
            ("/livekit/* 503", "GET /livekit/token 503", true),
            ("%(name)s is missing", "DATABASE_URL is missing", true),
            ("Trying … fallback", "trying the second fallback", true),
            ("expected hello", "expected  \n hello", true),
            ("'script_location' key", "No 'script_location' key found", true),
            ("user bob: gone", #"{"error":"user \"bob\":gone"}"#, true),
            ("errorCode: 500.002", #"{"errorCode":"500.002.1001"}"#, true),
            (#"in 'api\today.py'"#, #"detected in 'api\\today.py'."#, true),
            ("bad base64", "bad postcard", false),
            ("a %s b", "b then a", false),
            ("100% sure", "100 sure", false),
            ("...", "anything", false),
            ("", "anything", false),
        ])
    func matching(signature: String, text: String, expected: Bool) {
        #expect(Signature(signature).matches(text) == expected)
    }

    @Test(
        "gaps cut a signature into its literal pieces",
        arguments: [
            ("a %s b", ["a", "b"]), ("<x>", []), ("x < y > z", ["x", "z"]),
            ("50% done", ["50% done"]),
            ("${VAR} unset", ["unset"]), ("a.b..c", ["a.b..c"]), ("{unclosed", ["{unclosed"]),
        ])
    func pieces(signature: String, expected: [String]) {
        let pieces = Signature(signature).pieces.map { String(decoding: $0, as: UTF8.self) }
        #expect(pieces == expected)
    }

    @Test("a text made to backtrack takes no longer than its length")
    func linear() {
        let pattern = String(repeating: "a", count: 500) + "b"
        let text = String(repeating: "a", count: 200_000)
        let clock = ContinuousClock()
        let duration = clock.measure { #expect(!Signature(pattern).matches(text)) }
        #expect(duration < .seconds(10))
    }
}
