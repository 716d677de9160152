import Catalog
import Search

/// A symptom in somebody's words, looked for among a few entries; scores keep their order.
struct SymptomSubject: FuzzSubject {
    let name = "symptom"
    let longestInput = 512

    private static let index: SearchIndex = {
        let titles = [
            "listener hears nothing", "401 at the portal's token endpoint",
            "WebSocketDisconnect: 1006 in the portal's log", "queue jobs pile up, worker is down",
        ]
        return SearchIndex(
            entries: titles.enumerated().map { place, title in
                var entry = Entry(
                    id: "demo/\(place)", system: "demo", title: title,
                    location: SourceLocation(file: "demo.md", line: place + 1))
                entry.symptoms = [title]
                entry.signatures = ["WebSocketDisconnect: <n>"]
                return entry
            })
    }()

    func read(_ bytes: [UInt8]) async throws(BrokenPromise) {
        let result = Self.index.search(String(decoding: bytes, as: UTF8.self))
        let scores = result.matches.map(\.score)
        try BrokenPromise.unless(
            scores == scores.sorted(by: >) && scores.allSatisfy(\.isFinite), "scores \(scores)")
        let sure = result.matches.map(\.confidence)
        try BrokenPromise.unless(sure.allSatisfy { (0...1).contains($0) }, "confidence \(sure)")
        _ = Self.index.explaining(result)
    }
}
