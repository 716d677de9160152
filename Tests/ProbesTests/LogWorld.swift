import Catalog
import Foundation
import Machine
import Probes
import Redaction

/// A compose project with a portal that logs, and what a runbook knows of it.
enum LogWorld {
    /// 2026-11-21T06:10:00Z
    static let now = Date(timeIntervalSince1970: 1_795_241_400)

    static let entries: [Entry] = {
        var entry = Entry(
            id: "ratiba/fsm-greet", system: "ratiba", title: "No route",
            location: SourceLocation(file: "x.md", line: 1))
        entry.signatures = ["intent_router no_route intent=<x>", "greeting loop"]
        var bare = entry
        bare.id = "ratiba/bare"
        bare.signatures = []
        return [entry, bare]
    }()

    /// The lines of a log as `docker compose logs --timestamps` prints them, minutes ago in front.
    static func text(_ lines: [(Double, String)]) -> String {
        lines.map { minutes, text in
            let time = (now - minutes * 60).formatted(.iso8601).replacing("Z", with: ".000000001Z")
            return "\(time) \(text)\n"
        }
        .joined()
    }

    static let log = text([
        (14, "INFO:     Application startup complete."),
        (12, #"{"event":"tts","duration_ms":900,"http":{"status":200},"password":"hunter22"}"#),
        (11, #"{"event":"tts","duration_ms":3100,"error":"no \"voice\" left"}"#),
        (4, "intent_router   no_route intent=refund tenant=4"),
        (3, "ERROR:    Exception in ASGI application"),
        (3, "Traceback (most recent call last):"),
        (3, "  File \"portal.py\", line 1, in send"),
        (3, "starlette.websockets.WebSocketDisconnect: 1006"),
        (2, "level=info msg=\"tts done\" duration_ms=2400"),
    ])

    static func world(
        portal log: String = log, files: [String: FakeFileSystem.Node] = [:]
    ) -> World {
        let containers = [
            ComposeStack.portal, ComposeStack.database, ComposeStack.mediamtx,
            ComposeStack.Container(service: "migrate", state: "created", status: "Created"),
        ]
        let stack = ComposeStack(containers)
        stack.commands.set("docker compose logs", to: .output(log))
        return .fake(
            commands: stack.commands,
            files: FakeFileSystem(
                ["/srv/compose.yaml": "services: {}"].merging(files) { _, new in new }),
            clock: FakeClock(now: now, advancesItself: false), workingDirectory: "/srv")
    }

    /// What a line comes to.
    static func result(
        _ line: String, in world: World = world(), redactor: Redactor = Redactor()
    ) async throws -> ProbeResult {
        var check = LineCheck(world, redactor: redactor)
        check.context.knowledge = RunbookKnowledge(entries)
        return try await check.result(line)
    }
}
