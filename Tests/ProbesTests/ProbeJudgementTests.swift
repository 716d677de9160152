import Catalog
import Probes
import Redaction
import Testing

@Suite struct ProbeJudgementTests {
    @Test(
        "what a line states keeps no secret, whether or not the line was ready",
        arguments: [
            ("redis cache password=ops12 value=x", ["[redacted:1]", "x"]),
            ("redis cache password=\"two words\" value=x", ["[redacted:1]", "x"]),
            ("redis cache password=ops12 value=kestrel-773", ["[redacted:1]", "[redacted:2]"]),
            ("redis cache password=${REDIS_PASSWORD} value=x", ["${REDIS_PASSWORD}", "x"]),
            ("redis cache command='GET password' value=none", ["GET password", "none"]),
            ("http http://x/ json.token=true json.token_count=12345", ["true", "12345"]),
        ])
    func conditions(text: String, values: [String]) throws {
        let redactor = Redactor()
        redactor.learn(values: ["kestrel-773"])
        let line = try LineCheck.line(text)
        let unready = ProbeCheck.unknown(line, because: "no time", redactor: redactor)
        #expect(unready.line.conditions.map(\.value) == values)
        let check = try ProbeCheck(line, variables: { _ in "set" }, timeout: .seconds(1))
        let results = check.results(
            of: Observation(.unknown("no time"), for: check.request), duration: .zero,
            redactor: redactor)
        #expect(results.map { $0.line.conditions.map(\.value) } == [values])
        #expect(results.map(\.line.text) == [unready.line.text])
    }
}
