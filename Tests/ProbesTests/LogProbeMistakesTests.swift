import Probes
import Testing

@Suite struct LogProbeMistakesTests {
    @Test(
        "a line that states nothing sensible is a mistake",
        arguments: [
            ("log portal", "a log line says what must be true"),
            ("log portal since=5m where=x", "a log line says what must be true"),
            ("log portal entry=a/b pattern=x", "pattern= and entry= exclude each other"),
            ("log portal entry=a/b absent=x", "entry= is for count, which the line does not state"),
            ("log portal absent!=x", "'absent' takes '=' or '~', not '!='"),
            ("log portal present=", "'present' wants a text to look for"),
            ("log portal absent=x since=0s", "'since' wants a time above 0"),
            ("log portal absent=x since=-5m", "'since' wants a time above 0"),
            (
                "log portal entry=ratiba/fsm-gret",
                "no runbook has an entry 'ratiba/fsm-gret'; did you mean"
            ),
            ("log portal entry=ratiba/bare", "the entry ratiba/bare has no signatures"),
            ("log portal absent~\"[\"", "'absent' wants a regular expression"),
        ])
    func mistakes(text: String, message: String) throws {
        let found = ProbeLineValidation.diagnostics(
            for: try LineCheck.line(text), knowing: RunbookKnowledge(LogWorld.entries))
        #expect(found.count == 1)
        #expect(found.first?.message.hasPrefix(message) == true, "\(found)")
    }

    @Test(
        "an entry that may be known elsewhere is no mistake",
        arguments: [
            "log portal entry=other/x", "log portal entry=${ENTRY}",
            "log portal entry=ratiba/fsm-greet",
        ])
    func entries(text: String) throws {
        let line = try LineCheck.line(text)
        let knowledge = RunbookKnowledge(LogWorld.entries)
        #expect(ProbeLineValidation.diagnostics(for: line, knowing: knowledge) == [])
        #expect(ProbeLineValidation.diagnostics(for: line) == [])
    }
}
