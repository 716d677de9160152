import Catalog
import Foundation
import Logs
import Machine

/// A log, surveyed and grouped: every line gets a group, and no line is lost.
struct LogLinesSubject: FuzzSubject {
    let name = "log-lines"

    /// 2026-11-21T06:10:00Z
    private static let now = Date(timeIntervalSince1970: 1_795_241_400)
    private static let signatures = ["WebSocketDisconnect: <n>", "no route", "ERROR <x> failed"]

    func read(_ bytes: [UInt8]) async throws(BrokenPromise) {
        let log = LogInput("app.log", .file(MemoryFile(bytes, modified: 1_795_241_000)))
        let count = LogLines(bytes).reduce(0) { count, _ in count + 1 }
        let query = LogQuery(
            signatures: Self.signatures.map { Signature($0) }, floor: nil, keepsLines: true)
        let survey = await LogSurveyor(query, now: Self.now).survey([log], baseline: log)
        try BrokenPromise.unless(
            survey.lineCount == count, "\(survey.lineCount) of \(count) lines surveyed")
        let groups = (try? await LineAssigner.groups(of: log)) ?? []
        try BrokenPromise.unless(
            groups.count == count, "\(groups.count) groups for \(count) lines")
        for record in LogRecords(bytes) { _ = record }
        for line in LogLines(bytes) {
            let line = LogLine(line)
            _ = (line.severity, line.fields, line.unescaped)
            _ = line.time?.date(before: Self.now, offset: 3600)
        }
    }
}
