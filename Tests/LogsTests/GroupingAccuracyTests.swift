import Foundation
import Machine
import Testing

@testable import Logs

/// Grouping against the true templates of real logs (the samples of loghub), which lie beside the
/// repository where it is developed.
@Suite("Grouping accuracy")
struct GroupingAccuracyTests {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("shared/logs")

    private static let names: [String] = {
        let found = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let files = found.filter {
            FileManager.default.isReadableFile(atPath: "\(folder.path)/\($0)")
        }
        if files.isEmpty { print("skipped, grouping accuracy: there is no \(folder.path)") }
        return files.filter { $0.hasSuffix(".labels") }.map { String($0.dropLast(7)) }.sorted()
    }()

    @Test("lines are in a group that is a true group exactly", .enabled(if: !names.isEmpty))
    func accuracy() async throws {
        var sum = 0.0
        for name in Self.names {
            let data = try Data(contentsOf: Self.folder.appendingPathComponent(name + ".log"))
            let labels = try String(
                contentsOf: Self.folder.appendingPathComponent(name + ".labels"), encoding: .utf8
            ).split(separator: "\n")
            let input = LogInput(name, .file(MemoryFile(Array(data))))
            let groups = try await LineAssigner.groups(of: input)
            try #require(groups.count == labels.count)
            let share = Self.accuracy(groups, labels)
            sum += share
            #expect(share >= 0.9, "\(name): \(share)")
        }
        #expect(sum / Double(Self.names.count) >= 0.97)
    }

    /// The share of lines in a group that equals a true group exactly.
    private static func accuracy(_ groups: [Int32], _ labels: [Substring]) -> Double {
        var own: [Int32: Set<Int>] = [:]
        var truth: [Substring: Set<Int>] = [:]
        for (line, (group, label)) in zip(groups, labels).enumerated() {
            own[group, default: []].insert(line)
            truth[label, default: []].insert(line)
        }
        let known = Set(truth.values)
        let right = own.values.filter(known.contains).reduce(0) { $0 + $1.count }
        return Double(right) / Double(labels.count)
    }
}
