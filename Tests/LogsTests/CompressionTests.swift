import Foundation
import Machine
import Testing

@testable import Logs

@Suite("Compressed logs")
struct CompressionTests {
    private static let runner = LiveCommandRunner()

    @Test(
        "the system's own programs read what they wrote", arguments: Compression.allCases)
    func reads(compression: Compression) async throws {
        guard Self.runner.isInstalled(compression.rawValue) else {
            print("skipped, \(compression.rawValue) is not installed")
            return
        }
        let folder = NSTemporaryDirectory() + "diagnose-compressed-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/x.log"
        let text = (0..<10_000).map { "2026-11-21 06:00:00 ERROR failure \($0)\n" }.joined()
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        _ = try await Self.runner.run(Command(compression.rawValue, [path], timeout: .seconds(30)))
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        let packed = try #require(names.first { $0 != "x.log" })
        let input = try LogInput(path: folder + "/" + packed, in: World.live())
        let survey = await LogSurveyor(LogQuery(signatures: []), now: Date()).survey([input])
        #expect(survey.lineCount == 10_000 && survey.groups.map(\.count) == [10_000])
    }
}
