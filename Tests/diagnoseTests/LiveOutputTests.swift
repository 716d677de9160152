import Redaction
import Synchronization
import Testing

@testable import diagnose

@Suite struct LiveOutputTests {
    /// What is shown of parts that come one after the other, a text for each call.
    private func shown(_ parts: [[UInt8]], secret: String = "hunter2-secret") -> [String] {
        let redactor = Redactor()
        redactor.learn(values: [secret])
        let texts = Mutex<[String]>([])
        let output = LiveOutput(redactor) { text in texts.withLock { $0.append(text) } }
        for part in parts { output.append(part) }
        output.finish()
        return texts.withLock { $0 }
    }

    private func shown(_ parts: String...) -> [String] { shown(parts.map { Array($0.utf8) }) }

    @Test("whole lines are shown as they come, the rest at the end")
    func lines() {
        #expect(shown("a\nb", "c\n", "d") == ["  | a\n", "  | bc\n", "  | d\n"])
        #expect(shown() == [])
        #expect(shown("\n\n") == ["  | \n  | \n"])
    }

    @Test("a secret is hidden, also where it comes in two parts")
    func secrets() {
        let texts = shown("key hunter2-", "secret ok\n")
        #expect(texts == ["  | key [redacted:1] ok\n"])
    }

    @Test("what would steer a terminal, and bytes that are no text, are made harmless")
    func controls() {
        let texts = shown([Array("\u{1B}[2J\u{1B}]0;x\u{07}a\r\n".utf8), [0xFF, 0x0A]])
        let text = texts.joined()
        #expect(!text.contains("\u{1B}") && !text.contains("\u{07}") && !text.contains("\r"))
        #expect(text.contains("a") && text.contains("\u{FFFD}"))
    }

    @Test("a private key is held back until it is whole, and none of its lines is shown")
    func keys() {
        let body = ["MIIEvQIBADANBgkqhkiG9w0BAQEF", "AASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj"]
        let texts = shown(
            "before\n-----BEGIN PRIVATE KEY-----\n", body[0] + "\n", body[1] + "\n",
            "-----END PRIVATE KEY-----\nafter\n")
        let text = texts.joined()
        #expect(text.contains("before") && text.contains("after"))
        for line in body { #expect(!text.contains(line)) }
    }

    @Test("a line without an end does not pile up")
    func endless() {
        let texts = shown(Array(repeating: [UInt8](repeating: 0x61, count: 64 << 10), count: 5))
        #expect(texts.count == 2)
        #expect(texts.joined().count { $0 == "a" } == 5 * 64 << 10)
    }
}
