import Catalog
import Probes
import Testing

@Suite struct ProbeLineValidationTests {
    @Test(
        "a right line has no diagnostics",
        arguments: [
            "http http://x/", "http http://x/ status=200 latency<2s timeout=5s of=portal",
            "http http://x/ header=A:b header=C:d header.X-Y~z json.a.b>3 body~^ok",
            "http ${URL} follow=${FOLLOW} timeout=${LIMIT} latency<${LATENCY}",
            "env A in=b set=true matches=^x one-of=a,b same-in=.env length>=3",
            "env A file=.env value!=x", "http http://x/ json.n!~^x status!=500 redirect~login",
        ])
    func right(text: String) throws {
        #expect(ProbeLineValidation.diagnostics(for: try LineCheck.line(text)) == [])
    }

    @Test(
        "a mistake is named, with what to write instead and where",
        arguments: [
            (
                "htp http://x/ status=200", "probe-kind",
                "unknown probe kind 'htp'; did you mean 'http'?", 1
            ),
            (
                "http http://x/ statsu=200", "probe-key",
                "http has no key 'statsu'; did you mean 'status'?", 16
            ),
            ("http http://x/ json.=1", "probe-key", "http has no key 'json.'", 16),
            (
                "http http://x/ timeout<5s", "probe-operator",
                "'timeout' is an option and takes '=', not '<'", 16
            ),
            (
                "http http://x/ method=GET method=PUT", "probe-key", "'method' may stand only once",
                27
            ),
            (
                "http http://x/ timeout=soon", "probe-value",
                "'timeout' wants a time such as 2s or 5m, not 'soon'", 16
            ),
            (
                "http http://x/ follow=yes", "probe-value",
                "'follow' wants true or false, not 'yes'", 16
            ),
            (
                "http http://x/ latency<fast", "probe-value",
                "'latency' wants a time such as 2s or 5m, not 'fast'", 16
            ),
            ("http http://x/ json.a>b", "probe-value", "'json.a' wants a number, not 'b'", 16),
            (
                "http http://x/ body~'['", "probe-value",
                "'body' wants a regular expression, not '['", 16
            ),
            ("http portal:8000", "probe-subject", "not an http(s) URL: portal:8000", 1),
            ("http http://u:s3cr3t@", "probe-subject", "not an http(s) URL: http://", 1),
            ("http http://x/ status=abc", "probe-value", "'status' wants a number, not 'abc'", 16),
            ("env A set=yes", "probe-value", "'set' wants true or false, not 'yes'", 7),
            ("env A set>true", "probe-value", "'set' is true or false and has no order", 7),
            (
                "env A matches='('", "probe-value", "'matches' wants a regular expression, not '('",
                7
            ),
        ] as [(String, String, String, Int)])
    func mistakes(text: String, rule: String, message: String, column: Int) throws {
        let found = ProbeLineValidation.diagnostics(for: try LineCheck.line(text))
        let first = try #require(found.first)
        #expect(found.count == 1)
        #expect(first.severity == .error)
        #expect(first.rule == rule)
        #expect(first.message.hasPrefix(message), "\(first.message)")
        #expect(first.location.column == column)
    }

    @Test("every mistake of a line is told, in order")
    func several() throws {
        let line = try LineCheck.line("http http://x/ nope=1 latency<x follow=2")
        #expect(
            ProbeLineValidation.diagnostics(for: line).map(\.rule)
                == ["probe-key", "probe-value", "probe-value"])
    }

    @Test("the examples and defaults of every kind are right", arguments: ProbeRegistry.names)
    func declarations(name: String) throws {
        let schema = try #require(ProbeRegistry.kind(named: name)).schema
        let examples = try schema.examples.map { try LineCheck.line($0) }
        // A kind may want an option, as `sql` wants a query.
        let options = (examples.first?.conditions ?? [])
            .filter { schema.option(named: $0.key) != nil }
            .map { "\($0.key)=\($0.value)" }
        let defaults = try ProbeLine(words: [name, "${X}"] + options + schema.defaultConditions)
        for line in examples + [defaults] {
            #expect(line.kind == name)
            #expect(ProbeLineValidation.diagnostics(for: line) == [], "\(line.text)")
        }
        let keys = schema.options.map(\.key) + schema.observables.map(\.key)
        #expect(Set(keys).count == keys.count, "a key is an option or an observable, not both")
    }
}
