import Catalog
import Testing

@testable import Logs

@Suite("Window filter")
struct WindowFilterTests {
    private static let signatures = [
        "must be set", "bad base64", "no such table", "connection refused", "KeyError",
        "Exited (137)", "FAILED: No 'script_location' key found", "model not found: %s. Trying",
        "relation does not exist",
    ]

    /// Lines that have a signature in some form, and others, shuffled the same way each time.
    private static func text(_ lines: Int) -> (bytes: [UInt8], lines: [String]) {
        let forms: [@Sendable (String) -> String] = [
            { $0 }, { $0.uppercased() }, { $0.replacing(" ", with: "   ") },
            { $0.replacing(" ", with: "\t") }, { $0.replacing(" ", with: "\" ") },
            { $0.replacing(" ", with: " '") }, { "x" + $0 + "y" }, { String($0.dropLast()) },
            { $0.replacing("e", with: "") }, { "\u{1B}[31m" + $0 + "\u{1B}[0m" },
        ]
        var random: UInt64 = 42
        func next(_ bound: Int) -> Int {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(random >> 33) % bound
        }
        let texts = (0..<lines).map { _ in
            let signature = signatures[next(signatures.count)]
                .replacing("%s", with: "a/b")
            let filling = String(repeating: "error in some other line ", count: next(4))
            return String(filling.dropFirst(next(7))) + forms[next(forms.count)](signature)
                + filling.dropFirst(next(5))
        }
        return (Array(texts.joined(separator: "\n").utf8), texts)
    }

    @Test("a scan with a sample finds the lines that each alone has")
    func agrees() {
        let (bytes, lines) = Self.text(4000)
        let signatures = Self.signatures.map { Signature($0) }
        let plain = SignatureMatcher(signatures)
        let expected = lines.map { plain.matches(in: LogLine(Array($0.utf8)[...]).text) }
            .filter { !$0.isEmpty }
        #expect(expected.count > 1000)
        #expect(WindowFilter(signatures, rarity: WindowRarity(bytes)) != nil)
        var found: [[Int]] = []
        bytes.withUnsafeBufferPointer { buffer in
            SignatureMatcher(signatures, sample: bytes).scan(buffer) { _, places in
                found.append(places)
                return true
            }
        }
        #expect(found == expected)
    }

    @Test("signatures without a word that is long enough are left to the automaton")
    func short() {
        let signatures = [Signature("E42"), Signature("connection refused")]
        let bytes = Array("x E42 y\nconnection refused\n".utf8)
        #expect(WindowFilter(signatures, rarity: WindowRarity(bytes)) == nil)
        var count = 0
        bytes.withUnsafeBufferPointer { buffer in
            SignatureMatcher(signatures, sample: bytes).scan(buffer) { _, _ in
                count += 1
                return true
            }
        }
        #expect(count == 2)
    }
}
