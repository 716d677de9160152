import Testing

@testable import Logs

@Suite("Head layout")
struct HeadLayoutTests {
    /// A style of log: a line of it whose message is `MESSAGE`.
    private static let forms = [
        "2026-11-21 06:00:00,123 INFO [main] org.example.app.Starter: MESSAGE",
        "2026-11-21 06:00:00,123 - WARN  [Worker[id=1]/10.0.0.1:80:Election@774] - MESSAGE",
        "26/11/21 06:00:00 INFO executor.Backend: MESSAGE",
        "261121 060000 148 INFO node.DataNode$Responder: MESSAGE",
        "[Sat Nov 21 06:00:00 2026] [error] MESSAGE",
        "Nov 21 06:00:00 web-1 sshd[4711]: MESSAGE",
        "Nov 21 06:00:00 web-1 su(pam_unix)[4711]: MESSAGE",
        "- 1795240800 2026.11.21 n12 Nov 21 06:00:00 n12/n12 crond[4711]: MESSAGE",
        "11-21 06:00:00.123  1702  2395 D WindowManager: MESSAGE",
        "app.log.1 2026-11-21 06:00:00.123 25746 INFO app.wsgi.server [req-1 - - -] MESSAGE",
        "[11.21 06:00:00] browser.exe - MESSAGE",
        "20261121-6:0:0:123|Step|30002312|MESSAGE",
        "2026-11-21T06:00:00.123Z ERROR MESSAGE",
        "2026-11-21T06:00:00+01:00 ERROR MESSAGE",
        "MESSAGE",
    ]
    /// Messages that have little in common.
    private static let messages = [
        "started in 12 ms", "cannot open the door", "user anna left", "no route to host",
        "link up", "queue is empty: waiting", "cache miss for key", "shutting down now",
        "retrying in 3 s", "ambient=30",
    ]

    @Test("what stands in front of messages is recognised by what lines share", arguments: forms)
    func styles(style: String) {
        let lines = (0..<60).map { number in
            style.replacing("MESSAGE", with: Self.messages[number % Self.messages.count])
        }
        let layout = HeadLayout(learningFrom: lines.map { Array($0.utf8)[...] })
        for (number, line) in lines.enumerated() {
            let bytes = Array(line.utf8)
            let end = bytes.withUnsafeBufferPointer { layout.end(of: $0) }
            let message = String(decoding: bytes[end...], as: UTF8.self)
            #expect(
                message.drop { $0 == " " } == Self.messages[number % Self.messages.count],
                "\(line)")
        }
    }

    @Test("the start of a sentence is no component")
    func sentences() {
        let texts = ["ERROR Refused: by peer", "ERROR Timeout: by peer", "ERROR Closed: by peer"]
        let layout = HeadLayout(learningFrom: texts.map { Array($0.utf8)[...] })
        for text in texts {
            let end = Array(text.utf8).withUnsafeBufferPointer { layout.end(of: $0) }
            #expect(end == 5, "\(text)")
        }
    }
}
