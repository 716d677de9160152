import Catalog
import Machine
import Probes
import Testing

@Suite struct MediaMTXProbeTests {
    private static let base = "http://localhost:9997"
    private static let state = """
        {"name":"conference/en","confName":"conference/en","source":{"type":"webRTCSession","id":"1"},\
        "available":true,"online":true,"ready":true,"tracks":["Opus"],"tracks2":[{"codec":"Opus"}],\
        "readers":[{"type":"webRTCSession","id":"2"},{"type":"hlsMuxer","id":""}]}
        """
    private static let silent = """
        {"name":"conference/fr","confName":"all_others","source":null,"available":false,"online":false,\
        "tracks2":[],"readers":[]}
        """
    private static let old =
        #"{"name":"old","confName":"old","source":null,"ready":true,"tracks":["A","B"],"readers":[]}"#

    private static func json(_ text: String) -> FakeTransport.Answer { .json(text) }

    private static let answers: [String: FakeTransport.Answer] = [
        "/v3/paths/get/conference/en": json(state), "/v3/paths/get/conference/fr": json(silent),
        "/v3/paths/get/old": json(old), "/v3/paths/get/a%20b%23c": json(old),
        "/v3/config/paths/get/conference/en": json(
            #"{"name":"conference/en","source":"publisher","alwaysAvailable":true}"#),
        "/v3/config/paths/get/all_others": json(#"{"name":"all_others","source":"publisher"}"#),
        "/v3/config/pathdefaults/get": json(#"{"alwaysAvailable":false}"#),
        "/v3/paths/list?itemsPerPage=1&page=0": json(#"{"pageCount":9,"itemCount":9,"items":[]}"#),
        "/v3/paths/list?itemsPerPage=100&page=0": json(
            #"{"pageCount":2,"itemCount":3,"items":[\#(state),\#(old)]}"#),
        "/v3/paths/list?itemsPerPage=100&page=1": json(
            #"{"pageCount":2,"itemCount":3,"items":[\#(silent)]}"#),
        "/v3/config/paths/list?itemsPerPage=100&page=0": json(
            #"{"pageCount":1,"itemCount":4,"items":[{"name":"all_others","alwaysAvailable":false},"#
                + #"{"name":"~^conference/.+$","alwaysAvailable":false},"#
                + #"{"name":"conference/en","alwaysAvailable":true},{"name":"conference/it"}]}"#),
    ]

    private static func check(
        _ extra: [String: FakeTransport.Answer] = [:]
    ) -> (LineCheck, FakeTransport) {
        var table: [String: FakeTransport.Answer] = [:]
        for path in ["paths/get/gone", "config/paths/get/gone", "config/paths/get/conference/fr"] {
            table[base + "/v3/" + path] = .json(#"{"error":"path not found"}"#, status: 404)
        }
        for (path, answer) in answers.merging(extra, uniquingKeysWith: { $1 }) {
            table[base + path] = answer
        }
        let transport = FakeTransport(table)
        return (LineCheck(.fake(transport: transport)), transport)
    }

    @Test(
        "a path that is as it should be passes",
        arguments: [
            "conference/en", "/conference/en", "conference/en available=true alwaysAvailable=true",
            "conference/en online=true ready=true publishers=1 readers=2 tracks=1 paths=1",
            "conference/en source=publisher", "conference/en source=webRTCSession",
            "conference/fr alwaysAvailable=false", "old available=true online=true tracks=2",
            "'a b#c' ready=true", "* reachable=true", "* paths=3", "conference/* paths=2",
            "*/en available=true", "conference/*n alwaysAvailable=true", "gone paths=0",
        ])
    func well(words: String) async throws {
        let result = try await Self.check().0.result("mediamtx \(words)")
        #expect(result.outcome == .pass, "\(words): \(result.observed)")
        #expect(result.component == "mediamtx")
    }

    @Test(
        "a path that is not fails with what was seen",
        arguments: [
            ("conference/fr", "available false"), ("conference/fr publishers=1", "publishers 0"),
            ("conference/en source=rtsp://cam", "source publisher (now webRTCSession)"),
            ("gone", "available path gone does not exist"),
            ("gone alwaysAvailable=true", "alwaysAvailable path gone does not exist"),
            ("* available=true", "available conference/fr: false"),
            ("conference/* alwaysAvailable=true", "alwaysAvailable conference/it: false"),
            ("stage/* available=true", "available no path matches stage/*"),
        ])
    func broken(words: String, observed: String) async throws {
        let result = try await Self.check().0.result("mediamtx \(words)")
        #expect(result.outcome == .fail)
        #expect(result.observed == observed)
    }

    @Test(
        "only what a line states is asked for",
        arguments: [
            ("conference/en available=true", ["/v3/paths/get/conference/en"]),
            ("conference/en alwaysAvailable=true", ["/v3/config/paths/get/conference/en"]),
            ("* reachable=true", ["/v3/paths/list?itemsPerPage=1&page=0"]),
            (
                "* reachable=true paths>0",
                [
                    "/v3/paths/list?itemsPerPage=100&page=0",
                    "/v3/paths/list?itemsPerPage=100&page=1",
                ]
            ),
        ])
    func requests(words: String, paths: [String]) async throws {
        let (check, transport) = Self.check()
        _ = try await check.result("mediamtx \(words)")
        #expect(transport.requests.map(\.url) == paths.map { Self.base + $0 })
    }

    private static let notJSON = FakeTransport.Answer.text("<html>")

    @Test(
        "an API that does not answer as it should is told apart",
        arguments: [
            (
                FakeTransport.Answer.failure(.refused), Outcome.fail,
                "the MediaMTX API at http://localhost:9997: connection refused"
            ),
            (
                .failure(.timedOut(after: .seconds(3))), .fail,
                "the MediaMTX API at http://localhost:9997: no response within 3 s"
            ),
            (
                .json(#"{"error":"authentication error"}"#, status: 401), .unknown,
                "the MediaMTX API wants credentials: give user= and password="
            ),
            (
                .json(#"{"error":"broken\u001b[31m"}"#, status: 500), .fail,
                "the MediaMTX API at http://localhost:9997 answers 500: broken"
            ),
            (notJSON, .fail, "what answers at http://localhost:9997 is not MediaMTX's API"),
            (
                .text("404 page not found", status: 404), .fail,
                "what answers at http://localhost:9997 is not MediaMTX's API (status 404)"
            ),
            (.status(404), .fail, "available path conference/en does not exist"),
        ])
    func failures(answer: FakeTransport.Answer, outcome: Outcome, observed: String) async throws {
        let (check, _) = Self.check(["/v3/paths/get/conference/en": answer])
        let result = try await check.result("mediamtx conference/en")
        #expect(result.outcome == outcome)
        #expect(result.observed == observed)
    }

    @Test("reachable fails where nothing listens and passes where credentials are wanted")
    func reachable() async throws {
        let path = "/v3/paths/list?itemsPerPage=1&page=0"
        let line = "mediamtx * reachable=true"
        #expect(try await Self.check([path: .failure(.refused)]).0.result(line).outcome == .fail)
        #expect(try await Self.check([path: .status(401)]).0.result(line).outcome == .pass)
        let silence = try await Self.check([path: .failure(.refused)]).0
            .result("mediamtx * reachable=false")
        #expect(silence.outcome == .pass)
    }

    @Test("credentials are sent and never shown")
    func credentials() async throws {
        let (check, transport) = Self.check(["/v3/paths/get/conference/en": .status(401)])
        let result = try await check.result("mediamtx conference/en user=ops password=hunter22")
        #expect(
            transport.requests.first?.fields.first { $0.name == "Authorization" }?.value
                == "Basic b3BzOmh1bnRlcjIy")
        #expect(result.observed == "the MediaMTX API does not accept user= and password=")
        #expect(!check.context.redactor.redact("say hunter22").contains("hunter22"))
    }

    @Test("the API's address may end in a slash or in its version")
    func base() async throws {
        let transport = FakeTransport(["http://mtx:1/v3/paths/get/old": Self.json(Self.old)])
        for address in ["http://mtx:1", "http://mtx:1/", "http://mtx:1/v3/"] {
            let check = LineCheck(.fake(transport: transport))
            #expect(try await check.result("mediamtx old api=\(address)").outcome == .pass)
        }
    }

    @Test("a list that claims endless pages is read up to a bound")
    func paging() async throws {
        var answers: [String: FakeTransport.Answer] = [:]
        for page in 0..<100 {
            answers["/v3/paths/list?itemsPerPage=100&page=\(page)"] = .json(
                #"{"pageCount":9999999,"items":[{"name":"p\#(page)","available":true}]}"#)
        }
        let (check, transport) = Self.check(answers)
        #expect(try await check.result("mediamtx * available=true").outcome == .pass)
        #expect(transport.requests.count == 50)
    }

    @Test("what tells of more paths than were asked for is not MediaMTX's API")
    func crowdedPage() async throws {
        let items = [String](repeating: "{}", count: 101).joined(separator: ",")
        let (check, transport) = Self.check([
            "/v3/paths/list?itemsPerPage=100&page=0": .json(
                #"{"pageCount":50,"items":[\#(items)]}"#)
        ])
        let result = try await check.result("mediamtx * available=true")
        #expect(result.outcome == .fail)
        #expect(result.observed == "what answers at http://localhost:9997 is not MediaMTX's API")
        #expect(transport.requests.count == 1)
    }

    @Test("an answer that is too long leaves open what it would tell")
    func longPage() async throws {
        let long = String(repeating: " ", count: 3 << 20)
        let (check, _) = Self.check([
            "/v3/paths/get/conference/en": .json("{\(long)}"),
            "/v3/paths/list?itemsPerPage=1&page=0": .json("{\(long)}"),
        ])
        let result = try await check.result("mediamtx conference/en")
        #expect(result.outcome == .unknown)
        #expect(result.observed == "the MediaMTX API tells more than 2 MB at once")
        #expect(try await check.result("mediamtx * reachable=true").outcome == .pass)
    }

    @Test("all pages together have the time of one look")
    func slowPages() async throws {
        let clock = FakeClock(advancesItself: false)
        let transport = SlowTransport(clock)
        let result = try await LineCheck(.fake(transport: transport, clock: clock))
            .result("mediamtx * paths>0 timeout=10s")
        #expect(result.outcome == .fail)
        #expect(
            result.observed
                == "the MediaMTX API at http://localhost:9997: no response within 10 s")
        #expect(transport.pages.requests.map(\.timeout) == [10, 6, 2].map { .seconds($0) })
    }

    @Test("a MediaMTX that knows no alwaysAvailable says so")
    func oldVersion() async throws {
        let (check, _) = Self.check([
            "/v3/config/paths/get/old": .json(#"{"name":"old"}"#),
            "/v3/config/pathdefaults/get": .json(#"{"source":"publisher"}"#),
        ])
        let result = try await check.result("mediamtx old alwaysAvailable=true")
        #expect(result.observed == "alwaysAvailable this MediaMTX has no alwaysAvailable")
    }
}

/// Takes four seconds for each page of a list that does not end.
private struct SlowTransport: HTTPTransport {
    let clock: FakeClock
    let pages: FakeTransport

    init(_ clock: FakeClock) {
        self.clock = clock
        let page = FakeTransport.Answer.json(#"{"pageCount":9,"items":[]}"#)
        pages = FakeTransport(
            Dictionary(
                uniqueKeysWithValues: (0..<9).map {
                    ("http://localhost:9997/v3/paths/list?itemsPerPage=100&page=\($0)", page)
                }))
    }

    func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        let response = try await pages.send(request)
        let time = Duration.seconds(4)
        clock.advance(by: min(time, request.timeout))
        guard request.timeout >= time else { throw .timedOut(after: request.timeout) }
        return response
    }
}
