import Redaction
import Testing

@Suite struct LeakTests {
    @Test("the last scan tells the line and the token, never the secret")
    func told() {
        let redactor = Redactor()
        redactor.learn(["DB_PASSWORD": "hunter2-hunter3"])
        _ = redactor.redact("hunter2-hunter3")
        let leaks = redactor.leaks(
            in: Array("one\ntwo hunter2-hunter3\nthree\ntoken=abc-def-1".utf8))
        #expect(leaks.map(\.line) == [2, 4])
        #expect(leaks.map(\.token) == ["[redacted:1]", "[redacted:2]"])
    }

    @Test("a secret that is learnt late is found in what was written before")
    func late() {
        let redactor = Redactor()
        let written = redactor.redact("saw kingfisher-9 here")
        #expect(redactor.leaks(in: Array(written.utf8)).isEmpty)
        redactor.learn(["LATE_TOKEN": "kingfisher-9"])
        #expect(redactor.leaks(in: Array(written.utf8)).count == 1)
    }
}
