import Catalog
import Demo
import Machine
import Probes
import Testing

/// The `cors` kind against a real server that answers preflights rightly and wrongly.
@Suite struct CORSProbeTests {
    @Test("it asks as a browser does")
    func question() async throws {
        try await PreflightServer.run { server, check in
            let result = try await check.result(
                "cors \(server.url)/right?a=1 origin=\(PreflightServer.origin) method=put header=X-Token "
                    + "header=Accept header=content-type header=x-token")
            #expect(result.outcome == .pass, "\(result.observed)")
            let request = try #require(server.requests.first)
            #expect(server.requests.count == 1)
            #expect(request.method == "OPTIONS" && request.target == "/right?a=1")
            #expect(request.value(of: "Origin") == PreflightServer.origin)
            #expect(request.value(of: "Access-Control-Request-Method") == "PUT")
            #expect(request.value(of: "Access-Control-Request-Headers") == "content-type,x-token")
            #expect(request.value(of: "Cookie") == nil && request.value(of: "Authorization") == nil)
        }
    }

    @Test("without headers that need leave it asks for none")
    func plainQuestion() async throws {
        try await PreflightServer.run { server, check in
            _ = try await check.result(
                "cors \(server.url)/right origin=\(PreflightServer.origin) header=Accept")
            let request = try #require(server.requests.first)
            #expect(request.value(of: "Access-Control-Request-Headers") == nil)
            #expect(request.value(of: "Access-Control-Request-Method") == "GET")
        }
    }

    @Test("the fields that decide are the evidence, fit to be shown")
    func evidence() async throws {
        try await PreflightServer.run { server, check in
            let other = try await check.result(
                "cors \(server.url)/other origin=\(PreflightServer.origin)")
            #expect(
                other.evidence == [
                    "Access-Control-Allow-Headers: Content-Type, X-Token",
                    "Access-Control-Allow-Methods: GET, PUT",
                    "Access-Control-Allow-Origin: https://b.example",
                ])
            let nginx = try await check.result(
                "cors \(server.url)/405 origin=\(PreflightServer.origin)")
            #expect(nginx.evidence == ["Server: nginx/1.27"])
            let control = try await check.result(
                "cors \(server.url)/control origin=\(PreflightServer.origin)")
            #expect(control.outcome == .fail)
            let shown = ([control.observed] + control.evidence).joined()
            #expect(!shown.unicodeScalars.contains { $0.properties.generalCategory == .control })
        }
    }

    @Test(
        "the fields themselves can be asked for",
        arguments: [
            ("/none allow-origin=x", "allow-origin is not among the header fields"),
            ("/right allow-methods=PATCH", "allow-methods GET, PUT"),
            ("/right allow-headers=X-B", "allow-headers Content-Type, X-Token"),
            ("/none max-age>1s", "max-age is not among the header fields"),
            ("/right max-age>1h", "max-age 600 s"),
            ("/ages max-age>1s", "max-age soon, which is not a time such as 2s or 5m"),
            ("/405 status=204", "status 405"),
        ] as [(String, String)])
    func fields(words: String, observed: String) async throws {
        try await PreflightServer.run { server, check in
            let result = try await check.result(
                "cors \(server.url)\(words) origin=\(PreflightServer.origin)")
            #expect(result.outcome == .fail)
            #expect(result.observed == observed)
        }
    }

    @Test(
        "no answer fails with what happened",
        arguments: [
            ("/hang timeout=300ms", "no response within 300 ms"),
            ("/reset", "connection reset before a response"),
            ("/garbage", "answered, but not with HTTP"),
        ] as [(String, String)])
    func silence(words: String, observed: String) async throws {
        try await PreflightServer.run { server, check in
            let result = try await check.result(
                "cors \(server.url)\(words) origin=\(PreflightServer.origin)")
            #expect(result.outcome == .fail && !result.isMeasured && !result.isConfiguration)
            #expect(result.observed == observed)
            server.stop()
            let refused = try await check.result(
                "cors \(server.url)/ origin=\(PreflightServer.origin)")
            #expect(refused.observed == "connection refused")
        }
    }

    @Test(
        "a line that asks nothing a browser would is unknown, and says why",
        arguments: [
            (
                "cors http://a.test/",
                "origin= is missing: the page's origin, as in "
                    + "origin=https://app.example"
            ),
            (
                "cors http://a.test/ origin=https://b.test/",
                "'https://b.test/' is no origin: write "
                    + "scheme://host:port, without a path or a slash at the end"
            ),
            (
                "cors http://a.test/ origin=b.test",
                "'b.test' is no origin: write scheme://host:port, "
                    + "without a path or a slash at the end"
            ),
            (
                "cors http://a.test/ origin=https://u:p@b.test",
                "'https://u:[redacted:1]@b.test' is no "
                    + "origin: write scheme://host:port, without a path or a slash at the end"
            ),
            ("cors ${URL} origin=https://b.test", "not an http(s) URL: ftp://a.test/"),
            (
                "cors http://a.test/ origin=https://b.test method='A B'",
                "'A B' is not an HTTP method"
            ),
            (
                "cors http://a.test/ origin=https://b.test header='X: y'",
                "'X: y' is not the name of a header"
            ),
        ] as [(String, String)])
    func wrongLines(line: String, observed: String) async throws {
        let transport = FakeTransport()
        let result = try await LineCheck(.fake(transport: transport))
            .result(line, variables: ["URL": "ftp://a.test/"])
        #expect(result.outcome == .unknown)
        #expect(result.observed == observed)
        #expect(transport.requests.isEmpty)
    }

    @Test("the compose service that publishes the port is at fault")
    func component() async throws {
        var world = ComposeStack([.init(service: "portal")]).world
        // Standing still, so that the patience with compose does not end before its answer.
        world.clock = FakeClock(advancesItself: false)
        let line = "cors http://localhost:8000/ origin=https://b.test"
        let result = try await LineCheck(world).result(line)
        #expect(result.component == "portal")
    }
}
