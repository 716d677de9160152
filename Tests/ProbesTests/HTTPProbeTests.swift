import Catalog
import Machine
import Probes
import Redaction
import Testing

@Suite struct HTTPProbeTests {
    private static let url = "http://portal.example/healthz"

    private func check(_ answer: FakeTransport.Answer) -> LineCheck {
        LineCheck(.fake(transport: FakeTransport([Self.url: answer])))
    }

    private static let health = FakeTransport.Answer.json(
        """
        {"ok": true, "count": 3, "ratio": 1.50, "name": "portal", "none": null, "big": 9007199254740993,
         "booths": [{"id": "a", "live": true}, {"id": "b", "live": false}, {"id": "c"}], "empty": []}
        """, latency: .milliseconds(1400))

    @Test(
        "conditions that hold pass",
        arguments: [
            "", "status=200", "status<400", "status!=500", "latency<2s", "latency>=1s",
            "json.ok=true", "json.count=3", "json.count>2", "json.ratio=1.5", "json.name=portal",
            "json.name~^port", "json.none=null", "json.booths.length=3", "json.booths[0].live=true",
            "json.booths.1.live=false", "json.booths[*].id~^[abc]$", "json.booths[id=a].live=true",
            "json.empty[*].x=1", "json.big=9007199254740993", "json.absent!=true",
            "json.booths[*].live!=maybe", "header.content-type=application/json",
            "header.X-None!=1", "body~booths", "body!~oops", "json.booths[2].id=c json.ok=true",
        ])
    func passes(conditions: String) async throws {
        let result = try await check(Self.health).result("http \(Self.url) \(conditions)")
        #expect(result.outcome == .pass, "\(result.observed)")
    }

    @Test(
        "conditions that do not hold fail and say what was seen",
        arguments: [
            ("status=201", "status 200"), ("latency<1s", "latency 1.4 s"),
            ("json.ok=false", "json.ok true"),
            ("json.absent=true", "json.absent is not in the answer"),
            ("json.a.b=true", "json.a.b is not in the answer, which has no a"),
            ("json.booths[*].live=true", "json.booths[*].live is not in booths[2] of the answer"),
            ("json.booths[*].live!=false", "json.booths[*].live booths[1]: false"),
            ("json.booths[*].id=a", "json.booths[*].id booths[1]: b, booths[2]: c"),
            ("json.name>3", "json.name portal, which is not text"),
            ("header.X-None=1", "header.X-None is not among the header fields"),
            ("redirect~login", "redirect none, the status is 200"),
            ("json.ok=true json.count=4", "json.count 3"),
        ])
    func fails(conditions: String, observed: String) async throws {
        let result = try await check(Self.health).result("http \(Self.url) \(conditions)")
        #expect(result.outcome == .fail)
        #expect(result.isMeasured)
        #expect(result.observed == observed)
    }

    @Test(
        "no answer fails every condition with its reason",
        arguments: [
            (HTTPFailure.refused, "connection refused"), (.nameNotFound, "host name not found"),
            (.reset, "connection reset before a response"), (.unreachable, "host unreachable"),
            (.tls("certificate has expired"), "TLS failed: certificate has expired"),
            (.timedOut(after: .seconds(10)), "no response within 10 s"),
            (.tooManyRedirects, "too many redirects"),
            (.malformedResponse, "answered, but not with HTTP"),
        ])
    func noAnswer(failure: HTTPFailure, observed: String) async throws {
        let result = try await check(.failure(failure))
            .result("http \(Self.url) json.ok=true latency<1s")
        #expect(result.outcome == .fail)
        #expect(!result.isMeasured)
        #expect(result.observed == observed)
    }

    @Test("the want of an answer tells where the line asks for one, be it for another status")
    func answerAsked() async throws {
        let result = try await check(.failure(.refused))
            .result("http \(Self.url) status!=500 json.ok=true")
        #expect(result.outcome == .fail)
        #expect(result.isMeasured)
        #expect(!result.isConfiguration)
    }

    @Test("an address that this program can't ask is unknown, not down")
    func unsupported() async throws {
        let result = try await check(.failure(.unsupported("not from here")))
            .result("http \(Self.url) status=200")
        #expect(result.outcome == .unknown)
        #expect(result.observed == "not from here")
    }

    @Test(
        "a body that is no JSON fails with its type and start",
        arguments: [
            (
                "<html>\n<b>Bad\u{1B}[31m gateway</b>", "text/html", 502,
                "answered 502 with text/html that is not JSON: <html> <b>Bad [31m gateway</b>"
            ),
            ("", "application/json", 204, "answered 204 with an empty body instead of JSON"),
            (
                "{\"ok\": tr", "application/json", 200,
                "answered 200 with JSON that ends too early, after 9 bytes"
            ),
        ])
    func notJSON(body: String, type: String, status: Int, observed: String) async throws {
        let result = try await check(.text(body, status: status, type: type))
            .result("http \(Self.url) json.ok!=false")
        #expect(result.outcome == .fail)
        #expect(result.observed == observed)
    }

    @Test("JSON behind the bound of what is read is unknown, not a failure")
    func truncated() async throws {
        let body = "[" + String(repeating: "1,", count: 1 << 20) + "1]"
        let result = try await check(.json(body)).result("http \(Self.url) json.length>1")
        #expect(result.outcome == .unknown)
        #expect(result.observed == "the answer is longer than 1 MB, so its JSON can't be read")
    }

    @Test("the start of an error's body is evidence, on one line and without secrets")
    func evidence() async throws {
        let redactor = Redactor()
        redactor.learn(values: ["hunter2hunter2"])
        let padding = String(repeating: "x", count: 190)
        var check = check(.text("\(padding)\n\thunter2hunter2 \(padding)", status: 503))
        check.context.redactor = redactor
        let result = try await check.result("http \(Self.url)")
        #expect(result.observed == "status 503")
        let line = try #require(result.evidence.first)
        #expect(line.hasPrefix("body: xxx") && line.hasSuffix("…"))
        #expect(!line.contains("hunter2h") && !line.contains("\n") && line.count < 220)
    }

    @Test("a header or member whose name says secret is not shown")
    func secretValues() async throws {
        let answer = FakeTransport.Answer.text(
            "{\"access_token\": \"s3cr3t-value\"}",
            fields: [HTTPField(name: "Set-Cookie", value: "s3cr3t-value")])
        for line in ["header.Set-Cookie=x", "json.access_token=x"] {
            let result = try await check(answer).result("http \(Self.url) \(line)")
            #expect(result.outcome == .fail)
            #expect(result.observed.hasSuffix(" 12 characters"))
        }
    }
}

@Suite struct HTTPProbeRequestTests {
    @Test(
        "options make the request",
        arguments: [
            ("", "GET", [], nil, true), ("method=options", "OPTIONS", [], nil, true),
            ("send='{\"a\":1}'", "POST", [], "{\"a\":1}", true),
            ("send=x method=PUT follow=false", "PUT", [], "x", false),
            ("header='A: 1' header=B:2 redirect~x", "GET", ["A=1", "B=2"], nil, false),
            ("redirect~x follow=true", "GET", [], nil, true),
        ] as [(String, String, [String], String?, Bool)])
    func options(
        words: String, method: String, fields: [String], body: String?, follows: Bool
    ) async throws {
        let transport = FakeTransport()
        _ = try await LineCheck(.fake(transport: transport))
            .result("http http://portal.example/x \(words) timeout=3s")
        let request = try #require(transport.requests.first)
        #expect(request.method == method)
        #expect(request.fields.map { "\($0.name)=\($0.value)" } == fields)
        #expect(request.body.map { String(decoding: $0, as: UTF8.self) } == body)
        #expect(request.followsRedirects == follows)
        #expect(request.timeout == .seconds(3))
    }

    @Test(
        "what is no request is unknown, and shows no secret",
        arguments: [
            ("ftp://host/x", "", "not an http(s) URL: ftp://host/x"),
            ("portal:8000", "", "not an http(s) URL: portal:8000"),
            ("http://user:s3cr3t@", "", "not an http(s) URL: http://"),
            ("http://u:s3/cr3t@host:y/?k=s3cr3t", "", "not an http(s) URL: http://host:y/…"),
            ("http://a b/", "", "not an http(s) URL: http://ab/"),
            ("http://x/", "method='GET /'", "'GET /' is not an HTTP method"),
            ("http://x/", "header=s3cr3t", "header 's3cr3t' is not of the form 'Name: value'"),
            ("http://x/", "header='A B: s3cr3t'", "header 'A B' is not of the form 'Name: value'"),
        ])
    func unusable(subject: String, words: String, observed: String) async throws {
        let transport = FakeTransport()
        let result = try await LineCheck(.fake(transport: transport))
            .result("http ${URL} \(words)", variables: ["URL": subject])
        #expect(result.outcome == .unknown)
        #expect(result.observed == observed)
        #expect(transport.requests.isEmpty)
    }

    @Test("a line break in a header cannot smuggle a second field in")
    func smuggling() async throws {
        let transport = FakeTransport()
        var check = try LineCheck.check("http http://x/ header=A:b")
        check.request.identity.options = [OptionValue(key: "header", value: "A: b\r\nC: d")]
        let observation = await HTTPProbe().observe(
            check.request, in: LineCheck(.fake(transport: transport)).context)
        #expect(transport.requests.isEmpty)
        #expect(
            observation.readings.values.first
                == .unknown("header 'A' is not of the form 'Name: value'"))
    }

    @Test(
        "a redirect equals its target as sent or in full",
        arguments: ["redirect=/login", "redirect=http://x/login", "redirect~^/log status=302"])
    func redirects(condition: String) async throws {
        let transport = FakeTransport([
            "http://x/a": .status(302, fields: [HTTPField(name: "location", value: "/login")])
        ])
        let result = try await LineCheck(.fake(transport: transport))
            .result("http http://x/a \(condition)")
        #expect(result.outcome == .pass, "\(result.observed)")
    }

    @Test(
        "the component is the host, with its port where the host says nothing",
        arguments: [
            ("http://portal.example:8000/x", "portal.example"),
            ("http://mediamtx:9997", "mediamtx"),
            ("http://localhost:8000/x", "localhost:8000"), ("https://127.0.0.1", "127.0.0.1:443"),
            ("http://10.0.0.7:81/", "10.0.0.7:81"), ("http://[::1]:8000/", "[::1]:8000"),
        ])
    func components(url: String, component: String) throws {
        #expect(try LineCheck.check("http \(url)").component == component)
        #expect(try LineCheck.check("http \(url) of=me").component == "me")
    }

    @Test("a published port of this machine stands for its compose service")
    func publishedPort() async throws {
        let commands = FakeCommandRunner([
            "docker compose config": .output(
                "{\"services\":{\"portal\":{\"ports\":[{\"target\":80,\"published\":\"8000\"}]}}}")
        ])
        // Standing still, so that the patience with compose does not end before its answer.
        let check = LineCheck(
            .fake(
                commands: commands, files: FakeFileSystem(["/srv/compose.yaml": ""]),
                clock: FakeClock(advancesItself: false)))
        #expect(try await check.result("http http://localhost:8000/").component == "portal")
        #expect(try await check.result("http http://127.0.0.1:8000/").component == "portal")
        #expect(try await check.result("http http://[::1]:8000/").component == "portal")
        #expect(try await check.result("http http://portal.example/").component == "portal.example")
    }

    @Test("compose that never answers does not cost the answer of the server")
    func hangingCompose() async throws {
        let check = LineCheck(
            .fake(
                transport: FakeTransport(["http://localhost:8000/": .text("fine")]),
                commands: FakeCommandRunner(["docker": .hang]),
                files: FakeFileSystem(["/srv/compose.yaml": ""]),
                clock: FakeClock(advancesItself: true)))
        let result = try await check.result("http http://localhost:8000/ status=200")
        #expect(result.outcome == .pass)
        #expect(result.component == "localhost:8000")
    }
}
