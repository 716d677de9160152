import Logs
import Testing

@testable import Probes

@Suite struct LinePatternTests {
    private func answer(_ pattern: LinePattern, _ line: String) throws -> LineTest.Answer {
        try #require(LineTest(pattern)).answer(for: LogLine(Array(line.utf8)[...]))
    }

    @Test(
        "a line is looked at as it stands and with JSON's escapes resolved",
        arguments: [
            (LinePattern.literal("a \"b\""), #"{"m":"a \"b\""}"#, true),
            (.literal(#"\"b"#), #"{"m":"a \"b\""}"#, true), (.literal("A"), "a", false),
            (.literal("é"), #"{"m":"\u00e9"}"#, true), (.literal("a.c"), "abc", false),
            (.regex("a.c"), "abc", true), (.regex("^abc"), "xabc", false),
            (.regex(#"user "\w+" left"#), #"{"m":"user \"bob\" left"}"#, true),
            (.signatures(["user %s left"]), #"{"m":"User \"bob\"  left"}"#, true),
            (.signatures(["caf\u{E9} closed", "x y"]), #"{"m":"caf\u00e9 closed"}"#, true),
            (.signatures(["user %s left"]), "user bob stays", false),
            (.literal("red light"), "\u{1B}[31mred\u{1B}[0m light", true),
        ])
    func answers(pattern: LinePattern, line: String, isFound: Bool) throws {
        #expect(try answer(pattern, line) == (isFound ? .found : .notFound))
    }

    @Test("an expression of plain text is a literal, and what is none is refused")
    func regexes() throws {
        #expect(try LinePattern(regex: "WebSocketDisconnect") == .literal("WebSocketDisconnect"))
        #expect(try LinePattern(regex: #"1\.2"#) == .literal("1.2"))
        #expect(try LinePattern(regex: "a|b") == .regex("a|b"))
        #expect(throws: LogProblem("'(' is not a regular expression")) {
            try LinePattern(regex: "(")
        }
    }

    @Test("a match behind the bound of a line's length is not told from none")
    func cut() throws {
        let line = String(repeating: "x", count: LineTest.longestLine) + " code 1006"
        #expect(try answer(.regex(#"code \d+"#), line) == .cut)
        #expect(try answer(.regex(#"core \d+"#), line) == .notFound)
        #expect(try answer(.regex(#"x \d+|z"#), line) == .cut)
        #expect(try answer(.regex("x+"), line) == .found)
        #expect(try answer(.literal("code 1006"), line) == .found)
    }
}
