import Testing

@testable import Catalog

@Suite("Probe lines")
struct ProbeLineParserTests {
    private func parse(_ text: String) -> ProbeLineParser.Result {
        ProbeLineParser.parse(text, at: SourceLocation(file: "a.md", line: 10, column: 1))
    }

    @Test("a line is a kind, a subject, conditions and a reason")
    func wholeLine() throws {
        let line = try #require(
            parse("http ${URL}/healthz status=200 json.ok=true # no MediaMTX\n").lines.first)
        #expect(line.kind == "http")
        #expect(line.subject == "${URL}/healthz")
        #expect(line.conditions.map(\.key) == ["status", "json.ok"])
        #expect(line.conditions.map(\.value) == ["200", "true"])
        #expect(line.conditions.map(\.column) == [21, 32])
        #expect(line.reason == "no MediaMTX")
        #expect(line.text == "http ${URL}/healthz status=200 json.ok=true")
        #expect(line.location == SourceLocation(file: "a.md", line: 10, column: 1))
    }

    @Test(
        "of two operators at one place the longer one counts",
        arguments: [
            ("a=1", "a", "=", "1"), ("a!=1", "a", "!=", "1"), ("a~x=y", "a", "~", "x=y"),
            ("a!~x", "a", "!~", "x"), ("a<2s", "a", "<", "2s"), ("a<=2s", "a", "<=", "2s"),
            ("a>1GB", "a", ">", "1GB"), ("a>=10%", "a", ">=", "10%"), ("a=", "a", "=", ""),
            ("json.x[n=p].s=up", "json.x[n=p].s", "=", "up"), ("a[b=c", "a[b", "=", "c"),
        ])
    func operators(word: String, key: String, comparison: String, value: String) throws {
        let condition = try #require(parse("http x \(word)").lines.first?.conditions.first)
        #expect(condition.key == key)
        #expect(condition.comparison.rawValue == comparison)
        #expect(condition.value == value)
    }

    @Test(
        "words are quoted as in a shell",
        arguments: [
            (#"absent="Web Socket" "#, "Web Socket"), (#"absent='a "b"'"#, #"a "b""#),
            (#"absent=a\ b"#, "a b"), (#"absent="a\"b""#, #"a"b"#), (#"absent="\d+""#, #"\d+"#),
            (#"absent='\d+'"#, #"\d+"#), (#"absent=a'b c'd"#, "ab cd"),
            (#"absent="a # b""#, "a # b"),
            ("absent=a#b", "a#b"), (#""absent=x y""#, "x y"), ("absent='日本 語'", "日本 語"),
        ])
    func quoting(word: String, value: String) {
        let result = parse("log portal \(word)")
        #expect(result.lines.first?.conditions.first?.value == value)
        #expect(result.diagnostics.isEmpty)
    }

    @Test("empty lines and lines of comment are skipped, and the numbers go on")
    func skipsEmpty() {
        let result = parse("\n# all of them\n\t\r\nhttp x\n")
        #expect(result.lines.map(\.location.line) == [13])
        #expect(result.diagnostics.isEmpty)
    }

    @Test(
        "a malformed line says what is wrong and at which column",
        arguments: [
            ("http x a=\"b c", 10, "probe-unclosed-quote"),
            ("http", 5, "probe-missing-subject"),
            ("http status=200", 5, "probe-missing-subject"),
            ("http x healthy", 8, "probe-missing-operator"),
            ("http x a=1 =2", 12, "probe-missing-operator"),
            ("ht:tp x", 1, "probe-syntax"),
            ("log ä b", 7, "probe-missing-operator"),
        ])
    func malformed(line: String, column: Int, rule: String) throws {
        let result = parse(line)
        let diagnostic = try #require(result.diagnostics.first)
        #expect(result.lines.isEmpty)
        #expect(diagnostic.severity == .error)
        #expect(diagnostic.rule == rule)
        #expect(diagnostic.location.column == column)
    }

    @Test("a malformed line does not lose its neighbours")
    func keepsNeighbours() {
        let result = parse("http a\nhttp\nhttp b\n")
        #expect(result.lines.map(\.subject) == ["a", "b"])
        #expect(result.diagnostics.map(\.location.line) == [11])
    }

    @Test("a word without an operator is shown the form")
    func showsTheForm() {
        #expect(parse("http x healthy").diagnostics.first?.message.contains("key=value") == true)
        #expect(parse("http").diagnostics.first?.message.contains("kind subject") == true)
    }
}
