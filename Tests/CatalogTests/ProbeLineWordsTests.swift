import Testing

@testable import Catalog

@Suite("Probe lines of the command line")
struct ProbeLineWordsTests {
    @Test("words that the shell split are the same line as in a block")
    func words() throws {
        let line = try ProbeLine(words: ["log", "portal", "absent=Web Socket", "since=5m"])
        #expect(line.kind == "log")
        #expect(line.conditions.map(\.value) == ["Web Socket", "5m"])
        #expect(line.text == "log portal 'absent=Web Socket' since=5m")
        #expect(line.reason == nil)
    }

    @Test(
        "the text of a line reads back as the line", arguments: ["a b", "it's", #"a"b\c'"#, "#x"])
    func readsBack(value: String) throws {
        let line = try ProbeLine(words: ["log", "portal", "absent=\(value)"])
        let result = ProbeLineParser.parse(line.text, at: SourceLocation(file: "x", line: 1))
        #expect(result.lines.first?.conditions == line.conditions)
    }

    @Test(
        "what cannot be read is thrown with words for a person",
        arguments: [
            ([], "empty probe line"), (["http"], "'http' has no subject"),
            (["http", "x", "healthy"], "'healthy' has no comparison"),
            (["http", "status=200"], "'http' has no subject"), (["a b", "x"], "not a probe kind"),
        ] as [([String], String)])
    func throwsReadably(words: [String], expected: String) {
        #expect {
            try ProbeLine(words: words)
        } throws: { error in
            "\(error)".contains(expected)
        }
    }
}
