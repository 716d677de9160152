import Catalog
import Probes
import Testing

@Suite struct CollectLineTests {
    private func messages(_ words: [String]) throws -> [String] {
        CollectLine.diagnostics(for: try ProbeLine(words: words)).map(\.message)
    }

    @Test(
        "a line that only looks is fine, even where a probe would have to state something",
        arguments: [
            ["log", "portal", "since=5m"], ["http", "http://x/metrics"], ["compose", "*"],
            ["exec", "docker compose version"], ["http", "${URL}"],
        ])
    func fine(words: [String]) throws {
        #expect(try messages(words) == [])
    }

    @Test(
        "what is wrong in a line is told as in a probe line",
        arguments: [
            (["logg", "portal"], "unknown probe kind 'logg'; did you mean 'log'?"),
            (["log", "portal", "sinc=5m"], "log has no key 'sinc'; did you mean 'since'?"),
            (["log", "portal", "since=often"], "'since' wants a time such as 2s, not 'often'"),
            (
                ["http", "http://x", "status=200"],
                "a collect line only looks; 'status' is for a probe block"
            ),
        ])
    func wrong(words: [String], message: String) throws {
        #expect(try messages(words).map { $0.prefix(20) } == [message.prefix(20)])
    }

    @Test("variables are filled in, and those without a value are named")
    func variables() throws {
        let line = try ProbeLine(words: ["http", "${URL}/metrics"])
        let ready = try CollectLine(
            line, variables: { $0 == "URL" ? "http://x" : nil }, timeout: .seconds(3))
        #expect(ready.request.subject == "http://x/metrics")
        #expect(ready.request.expectations.isEmpty)
        #expect(throws: ProbeCheck.Problem.unset(["URL"])) {
            try CollectLine(line, variables: { _ in nil }, timeout: .seconds(3))
        }
    }
}
