import Redaction
import Testing

@Suite struct RedactionStreamTests {
    private static let secret = "hunter2-hunter3-hunter4"

    private func streamed(_ text: [UInt8], in parts: Int, _ redactor: Redactor) -> [UInt8] {
        var stream = RedactionStream(redactor)
        var output: [UInt8] = []
        var rest = text[...]
        while !rest.isEmpty {
            output += stream.append(rest.prefix(parts))
            rest = rest.dropFirst(parts)
        }
        return output + stream.finish()
    }

    @Test(
        "a stream comes out as the whole would, however it is parted",
        arguments: [1 << 10, 65_537, 1 << 20])
    func parts(length: Int) {
        let line =
            "2026-11-21T06:09:00Z INFO request 3f2504e0 took 12 ms password=\(Self.secret) done\n"
        let key = Made.block("PRIVATE" + " KEY", lines: 40)
        let text = Array((0..<5000).map { $0 % 500 == 0 ? key + "\n" : line }.joined().utf8)
        let whole = Redactor()
        whole.learn(values: [Self.secret])
        let parted = Redactor()
        parted.learn(values: [Self.secret])
        let output = streamed(text, in: length, parted)
        #expect(output == whole.redact(text))
        #expect(parted.leaks(in: output).isEmpty)
    }

    @Test("a flag is not parted from its value on the next line")
    func items() {
        let value = "kestrel-773-" + String(repeating: "hobby-", count: 20)
        let text = Array(
            String(repeating: "  - --requirepass\n  - \(value)\n", count: 8000).utf8)
        #expect(streamed(text, in: 65_537, Redactor()) == Redactor().redact(text))
    }

    @Test("a line without end, and bytes that are no text, pass through")
    func longLine() {
        var bytes = [UInt8](repeating: 0xFF, count: 900_000)
        bytes += Array("x \(Self.secret) y".utf8)
        bytes += [UInt8](repeating: 0x80, count: 700_000)
        let redactor = Redactor()
        redactor.learn(values: [Self.secret])
        let output = streamed(bytes, in: 4096, redactor)
        #expect(output.count == bytes.count - Self.secret.utf8.count + "[redacted:1]".utf8.count)
        #expect(redactor.leaks(in: output).isEmpty)
    }

    @Test("a secret longer than all bounds is not put out behind its token")
    func endless() {
        let text = "token=" + String(repeating: "a1", count: 3 << 19) + " end"
        let output = streamed(Array(text.utf8), in: 100_000, Redactor())
        #expect(String(decoding: output, as: UTF8.self) == "token=[redacted:1] end")
    }

    @Test("nothing at all stays nothing")
    func empty() { #expect(streamed([], in: 1, Redactor()) == []) }
}
