import Foundation
import Logs
import Testing

/// Logs of real systems (the samples of loghub, 2000 lines each), which lie beside the repository
/// where it is developed.
@Suite("Real logs")
struct RealLogsTests {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("shared/logs")

    private static let isThere: Bool = {
        let isThere = FileManager.default.fileExists(atPath: folder.path)
        if !isThere { print("skipped, real logs: there is no \(folder.path)") }
        return isThere
    }()

    private func lines(_ name: String) throws -> [LogLine] {
        let data = try Data(contentsOf: Self.folder.appendingPathComponent(name + ".log"))
        return LogLines(Array(data)).map(LogLine.init)
    }

    @Test(
        "every line tells its time", .enabled(if: isThere),
        arguments: [
            "Apache", "BGL", "Hadoop", "HealthApp", "OpenSSH", "Spark", "Windows",
        ])
    func times(name: String) throws {
        let lines = try lines(name)
        let untimed = lines.filter { $0.time == nil }
        #expect(untimed.isEmpty, "\(untimed.count): \(untimed.first?.string ?? "")")
    }

    @Test(
        "lines of logs with levels tell theirs", .enabled(if: isThere),
        arguments: ["Apache", "BGL", "Hadoop", "Spark", "Windows"])
    func levels(name: String) throws {
        let lines = try lines(name)
        let without = lines.filter { $0.level == nil }
        #expect(
            without.count * 100 <= lines.count, "\(without.count): \(without.first?.string ?? "")")
    }

    @Test(
        "a log without stack traces has a record a line", .enabled(if: isThere),
        arguments: ["Apache", "OpenSSH", "Spark"])
    func records(name: String) throws {
        let data = try Data(contentsOf: Self.folder.appendingPathComponent(name + ".log"))
        let records = LogRecords(Array(data)).reduce(into: 0) { count, _ in count += 1 }
        #expect(records == LogLines(Array(data)).reduce(into: 0) { count, _ in count += 1 })
    }
}
