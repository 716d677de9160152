import Catalog

@testable import Search

/// Entries made by hand, which no change to a runbook touches.
enum Sample {
    /// An entry with a title and no more.
    static func entry(_ id: String, _ title: String, kind: Entry.Kind = .failure) -> Entry {
        Entry(
            id: id, system: String(id.prefix { $0 != "/" }), title: title, kind: kind,
            location: SourceLocation(file: "sample.md", line: 1))
    }

    /// A small catalog of two systems.
    static var entries: [Entry] {
        var silent = entry("media/silent", "Listener hears nothing")
        silent.symptoms = ["The listener page opens, but the connection is silent."]
        silent.causes = ["The path is missing alwaysAvailable."]
        var socket = entry("media/socket", "WebSocket disconnects repeatedly")
        socket.causes = ["A deadlock on `asyncio.Lock` in `portal/booth_state.py`."]
        socket.signatures = ["WebSocketDisconnect"]
        var login = entry("media/login", "Admin login fails")
        login.symptoms = ["/admin/login shows an error although the password is right."]
        var code = entry("media/code-4003", "4003: token scope mismatch", kind: .code)
        code.signatures = ["4003"]
        var index = entry("search/index", "Indexing attempted before initialization completes")
        index.signatures = ["Cannot index content - service not initialized for user ..."]
        var memory = entry("search/memory", "Backend OOM, worker over 1 GB")
        memory.fixes = [Fix(text: "Restart it", commands: ["docker compose restart backend"])]
        let migration = entry("search/heads", "The migrations have two heads")
        return [silent, socket, login, code, index, memory, migration]
    }

    /// The index of that catalog.
    static func index() -> SearchIndex { SearchIndex(entries: entries) }
}
