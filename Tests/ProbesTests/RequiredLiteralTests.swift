import Testing

@testable import Probes

@Suite struct RequiredLiteralTests {
    @Test(
        "the longest text that every match holds is told",
        arguments: [
            ("WebSocketDisconnect", "WebSocketDisconnect", true), ("a b: c", "a b: c", true),
            (#"1\.2"#, "1.2", true), (#"took \d+ ms"#, "took ", false),
            (".*foo.*barbaz", "barbaz", false),
            ("^start", "start", false), ("abc?d", "ab", false), ("abc*", "ab", false),
            ("abc+de", "abc", false), ("abc{2}de", "ab", false), ("[abc]def", "def", false),
            ("(x|yyyy)def", "def", false), (#"code=\[x\]"#, "code=[x]", true),
            ("abc|def", "", false), ("(?i)abc", "", false), ("(?:abc)d", "", false),
            (#"\x41bc"#, "", false), (#"\p{L}bc"#, "", false), ("([)]x)yz", "", false),
            ("café aux", " aux", false), ("", "", false), (".", "", false), ("a{0}", "", false),
            (#"\bword\b"#, "word", false), (#"(\Qab)\E)cd"#, "", false), ("x\\", "", false),
        ])
    func literals(pattern: String, text: String, isWhole: Bool) {
        let literal = RequiredLiteral(in: pattern)
        #expect(literal.text == text)
        #expect(literal.isWhole == isWhole)
    }

    @Test(
        "what an expression matches always holds its text",
        arguments: [
            "abc?d", "a+b*c", "(ab|c)d?e", "[ab]cd{1,2}e", "a.c$", #"a\.b"#, #"\dms"#, "^abc?",
        ])
    func sound(pattern: String) throws {
        let regex = try Regex(pattern)
        let literal = RequiredLiteral(in: pattern).text
        let letters: [Character] = ["a", "b", "c", "d", "e", ".", "1", "m", "s"]
        var state: UInt64 = 7
        for _ in 0..<3000 {
            let text = String(
                (0..<6).map { _ in
                    state = state &* 6_364_136_223_846_793_005 &+ 1
                    return letters[Int((state >> 33) % 9)]
                })
            if text.contains(regex) { #expect(text.contains(literal), "\(pattern) \(text)") }
        }
    }
}
