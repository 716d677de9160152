import Foundation
import Testing

@testable import Probes

/// The small readers of what docker and compose print.
@Suite struct ComposeTextTests {
    @Test(
        "the engine's words for a state are read",
        arguments: [
            ("Up 3 minutes (healthy)", "running", nil, "healthy", 180),
            ("Up Less than a second", "running", nil, nil, 0),
            ("Up About an hour (unhealthy)", "running", nil, "unhealthy", 3600),
            ("Up 2 seconds (health: starting)", "running", nil, "starting", 2),
            ("Up 2 weeks", "running", nil, nil, 1_209_600),
            ("Up 9223372036854775807 years", "running", nil, nil, nil),
            ("Up 4 minutes (Paused)", "paused", nil, nil, 240),
            ("Exited (137) 3 seconds ago", "exited", 137, nil, nil),
            ("Restarting (1) Less than a second ago", "restarting", 1, nil, nil),
            ("Created", "created", nil, nil, nil), ("", "", nil, nil, nil),
        ] as [(String, String, Int?, String?, Int?)])
    func status(text: String, state: String, exit: Int?, health: String?, uptime: Int?) {
        let words = StatusWords(text)
        #expect(words.state == state)
        #expect(words.exitCode == exit)
        #expect(words.health == health)
        #expect(words.uptime == uptime)
    }

    @Test(
        "why the engine could not start a container is said in a few words",
        arguments: [
            ("", nil),
            (
                "driver failed programming external connectivity on endpoint a-1 (698f00f4): Bind for 0.0.0.0:15532 failed: port is already allocated",
                "port 15532 is already allocated"
            ),
            (
                "Bind for [::]:5434 failed: port is already allocated",
                "port 5434 is already allocated"
            ),
            (
                "listen tcp4 0.0.0.0:5434: bind: address already in use",
                "port 5434 is already in use"
            ),
            (
                "failed to bind host port for 0.0.0.0:80:172.18.0.2:8080/tcp: address already in use",
                "port 80 is already in use"
            ),
            ("port is already allocated", "port is already allocated"),
            (
                "exec: \"nope\": executable file not found in $PATH",
                "exec: \"nope\": executable file not found in $PATH"
            ),
        ])
    func engineErrors(error: String, explanation: String?) {
        #expect(EngineError.explanation(of: error) == explanation)
    }

    @Test(
        "the engine's times are read",
        arguments: [
            ("2026-11-21T03:09:52.843427659Z", 1_795_230_592.843427659),
            ("1970-01-01T00:00:00Z", 0), ("2024-02-29T23:59:59+01:00", 1_709_247_599),
            ("0001-01-01T00:00:00Z", nil), ("", nil), ("yesterday", nil),
            ("2024-13-01T00:00:00Z", nil), ("99999999999999999999-01-01T00:00:00Z", nil),
        ] as [(String, Double?)])
    func times(text: String, seconds: Double?) {
        let time = EngineTime.date(of: text)?.timeIntervalSince1970
        #expect(time.map { ($0 * 1000).rounded() } == seconds.map { ($0 * 1000).rounded() })
    }

    @Test(
        "escape sequences and control characters never come through",
        arguments: [
            ("\u{1B}[1;31mred\u{1B}[0m", "red"), ("\u{1B}]0;title\u{7}text", "text"),
            ("a\tb\u{0}c", "a bc"), ("\u{202E}evil", "evil"), ("\u{9B}31mx", "x"),
            ("  both ends  ", "both ends"), ("\u{1B}]0;title\u{1B}\\x", "x"),
        ])
    func plainText(text: String, plain: String) {
        #expect(PlainText.line(of: text) == plain)
    }

    @Test("long lines are cut and only the last ones kept")
    func bounds() {
        #expect(PlainText.line(of: String(repeating: "x", count: 900), limit: 300).count == 301)
        #expect(PlainText.lines(of: "a\nb\n\nc\n", last: 2) == ["b", "c"])
    }

    @Test(
        "a list of containers may be an array, lines, or nothing",
        arguments: [
            ("", 0), ("[]", 0), (#"[{"ID":"a","Service":"s"},{"ID":"b","Service":"t"}]"#, 2),
            ("{\"ID\":\"a\",\"Service\":\"s\"}\n{\"ID\":\"b\",\"Service\":\"t\"}\n", 2),
            (#"{"ID":"a","Service":"s","Labels":{"com.docker.compose.oneoff":"False"}}"#, 1),
            ("NAME  IMAGE", nil), ("[1, null, {}]", 0),
        ])
    func containerLists(text: String, count: Int?) {
        #expect(ComposeContainer.list(json: Array(text.utf8))?.count == count)
    }

    @Test("a circle of dependencies does not hang the order of start")
    func circularDependencies() {
        let configuration = ComposeConfiguration(
            name: "x",
            services: [
                ComposeService(name: "a", dependencies: ["b": "service_started"]),
                ComposeService(name: "b", dependencies: ["a": "service_started", "gone": ""]),
            ])
        #expect(configuration.startOrder == ["b", "a"])
    }

    @Test("ports, lists and defaults of the file's own form are read too")
    func shortForms() throws {
        let json = """
            {"name":"n","services":{"a":{"ports":["8080:80","127.0.0.1:9000-9002:90-92/tcp","77",
            {"published":"70000","target":1},{"published":0}],"environment":["A=b=c","B"],
            "healthcheck":{"disable":true},"depends_on":["b"],"deploy":{"replicas":0}},"b":null}}
            """
        let configuration = try #require(ComposeConfiguration(json: Array(json.utf8)))
        let service = try #require(configuration.services["a"])
        #expect(service.publishedPorts == [8080, 9000, 9001, 9002])
        #expect(service.environment == ["A": "b=c", "B": nil])
        #expect(!service.hasHealthcheck)
        #expect(service.scale == 0)
        #expect(configuration.startOrder == ["b", "a"])
    }
}
