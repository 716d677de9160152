import Catalog
import Testing

@testable import Evidence

@Suite struct CloseCodesTests {
    private func text(_ lines: [String], runbooks: [Runbook] = []) -> String {
        let log = BundleItem(
            "logs/portal.txt", lines.joined(separator: "\n"), source: "docker compose logs")
        let items = CloseCodes(in: [log], knowing: runbooks).captured.items
        return items.first.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    }

    @Test(
        "close codes are found as programs write them",
        arguments: [
            ("WebSocketDisconnect: 1006", 1006), ("connection closed with code=4003", 4003),
            ("{\"event\":\"ws.close\",\"code\":4001}", 4001),
            ("received 1011 (internal error)", 1011),
            ("sent 1000 (OK); then closed", 1000), ("Close code 4999", 4999),
        ])
    func found(line: String, code: Int) {
        #expect(text([line, line]).contains("  \(code)  2  logs/portal.txt\n"))
    }

    @Test(
        "other numbers are no close codes",
        arguments: [
            "listening on port 4003", "code 200", "2026-11-21T12:00:00 closed", "code 1016",
            "close 40031", "paid 3999 KES", "closed x4003", "code 5000",
        ])
    func notFound(line: String) {
        #expect(text([line]).contains("in a log:\n  none\n"))
    }

    @Test("what the runbooks say a code means stands beside it")
    func meaning() {
        let catalog = Catalog.load(
            sources: [
                RunbookSource(
                    file: "v.md",
                    bytes: Array("# V\n\n## Close codes\n\n- `4003`: token scope mismatch\n".utf8))
            ])
        let line = text(["close code 4003"], runbooks: catalog.runbooks)
        #expect(line.contains("  4003  1  logs/portal.txt  v/code-4003: "))
    }

    @Test("attempts to reconnect are counted by log")
    func reconnects() {
        #expect(
            text(["Reconnecting in 3 s", "reconnected", "connected"])
                .contains("reconnecting:\n  2  logs/portal.txt\n"))
    }
}
