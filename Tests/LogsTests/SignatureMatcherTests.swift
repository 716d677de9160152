import Catalog
import Testing

@testable import Logs

@Suite("Signature matcher")
struct SignatureMatcherTests {
    private static let signatures = [
        "model not found: %s. Trying fallback", "no_route intent=<x>", "tenant_{slug} exists",
        "RetryError[...]", "connection refused", "refused", "errorCode: 500.002.1001", "...", "",
        "in 'api\\today.py'",
    ]

    private func matcher(_ signatures: [String] = signatures) -> SignatureMatcher {
        SignatureMatcher(signatures.map { Signature($0) })
    }

    @Test(
        "a line has the signatures that it has, as each alone would find",
        arguments: [
            "Model not found: a/b. Trying fallback model", "12:01 WARN no_route   intent=refund",
            "tenant_acme exists", "failed: RetryError[<Future at 0x7f>]", "Connection  Refused",
            #"{"errorCode":"500.002.1001","x":1}"#, "connection\trefused refused",
            "model not found",
            "Trying fallback then model not found: x", "", "nothing", "tenant_ exist",
            #"detected changes in 'api\\today.py'."#, "no_routeintent=x", "no_route intent=",
            "conne\"ction refused", "connection: refused", ": refused", "refuse d",
        ])
    func agrees(line: String) {
        let expected = Self.signatures.indices.filter {
            Signature(Self.signatures[$0]).matches(line)
        }
        #expect(matcher().matches(in: Array(line.utf8)[...]) == expected, "\(line)")
    }

    @Test("texts inside and behind each other are all found")
    func overlaps() {
        let found = matcher(["he", "she", "hers", "his", "ushe rs"]).matches(
            in: Array("ushers".utf8)[...])
        #expect(found == [0, 1, 2])
    }

    @Test("pieces longer than the automaton's are compared to their end")
    func longPieces() {
        let long = String(repeating: "abc ", count: 60)
        let matcher = matcher([long + "x"])
        #expect(matcher.matches(in: Array((long + "x").utf8)[...]) == [0])
        #expect(matcher.matches(in: Array((long + "y").utf8)[...]) == [])
    }

    private func scan(_ text: String, _ signatures: [String] = signatures) -> [String] {
        let bytes = Array(text.utf8)
        var found: [String] = []
        bytes.withUnsafeBufferPointer { buffer in
            matcher(signatures).scan(buffer) { line, places in
                found.append("\(String(decoding: buffer[line], as: UTF8.self)) \(places)")
                return true
            }
        }
        return found
    }

    @Test(
        "a text is scanned line by line",
        arguments: [
            ("", []), ("refused", ["refused [5]"]), ("a\nrefused\nb\n", ["refused [5]"]),
            ("connection\nrefused\n", ["refused [5]"]), ("\n\nrefused", ["refused [5]"]),
            (
                "connection refused refused\nx\nrefused",
                ["connection refused refused [4, 5]", "refused [5]"]
            ),
            (
                "re\u{1B}[1mfused\nrefused\n\u{1B}[0m\nrefused",
                ["re\u{1B}[1mfused [5]", "refused [5]", "refused [5]"]
            ),
            ("no_route\nintent=x", []),
        ])
    func scanning(text: String, expected: [String]) {
        #expect(scan(text) == expected)
    }

    @Test("a scan stops when it is told to")
    func stops() {
        let bytes = Array("refused\nrefused\n\u{1B}[mrefused\n".utf8)
        var count = 0
        bytes.withUnsafeBufferPointer { buffer in
            matcher().scan(buffer) { _, _ in
                count += 1
                return false
            }
        }
        #expect(count == 1)
    }

    @Test("random texts are searched as each signature alone would", arguments: 0..<20)
    func random(seed: UInt64) {
        var state = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        func next(_ bound: UInt64) -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) % bound
        }
        let letters: [Character] = ["a", "b", "A", " ", ":", "\"", "\\", "\t", "\n", "%"]
        func text(_ length: UInt64) -> String {
            String((0..<length).map { _ in letters[Int(next(10))] })
        }
        let signatures = (0..<8).map { _ in
            text(1 + next(4)).replacing("\n", with: "*") + (next(2) == 0 ? "%s" + text(2) : "")
        }
        for _ in 0..<50 {
            let line = text(next(40)).replacing("\n", with: "b")
            let expected = signatures.indices.filter { Signature(signatures[$0]).matches(line) }
            #expect(
                matcher(signatures).matches(in: Array(line.utf8)[...]) == expected,
                "\(signatures) \(line)")
        }
    }

    @Test("a long text is scanned as its lines are, whatever their lengths", arguments: 0..<4)
    func longText(seed: Int) {
        let (lengths, count) = [
            ([0, 3, 80], 400), ([200, 10], 600), ([5000, 30_000, 1, 1], 60), ([70_000], 240),
        ][seed]
        let lines = (0..<count).map { number in
            let filler = String(repeating: "x ", count: lengths[number % lengths.count] / 2)
            return number % 37 == 13 ? filler + "connection refused" + filler : filler
        }
        let matcher = matcher(["connection refused"])
        let expected = lines.filter { !matcher.matches(in: Array($0.utf8)[...]).isEmpty }
        #expect(
            scan(lines.joined(separator: "\n"), ["connection refused"])
                == expected.map { $0 + " [0]" })
    }

    @Test("no signatures find nothing")
    func empty() {
        #expect(matcher([]).matches(in: Array("anything".utf8)[...]) == [])
        #expect(scan("anything\n", []) == [])
    }
}
