import Evidence
import Foundation
import Machine
import Redaction
import TestSupport

/// A folder for bundles, with the machine's own tar and gzip and a clock that stands.
struct Bench {
    let folder: TemporaryFolder
    let redactor = Redactor()
    var world: World

    init() throws {
        folder = try TemporaryFolder()
        world = World.live()
        world.clock = FakeClock(advancesItself: false)
        world.environment = ["TMPDIR": folder.path]
        world.workingDirectory = folder.path
    }

    /// Writes a bundle of these items to `evidence.tar.gz`.
    @discardableResult
    func write(
        _ items: [BundleItem], missing: [MissingItem] = [], to name: String = "evidence.tar.gz",
        limits: BundleLimits = .written
    ) async throws -> WrittenBundle {
        var writer = try BundleWriter(to: name, redactor: redactor, limits: limits, in: world)
        for item in items { try writer.add(item) }
        for item in missing { writer.miss(item.what, because: item.reason) }
        return try await writer.finish(version: "1.2.3")
    }

    /// Runs a program of the machine in the folder and gives what it printed.
    @discardableResult
    func run(_ program: String, _ arguments: [String]) async throws -> CommandResult {
        try await world.commands.run(
            Command(program, arguments, directory: folder.path, timeout: .seconds(20)))
    }

    /// What stands in the folder.
    var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    }
}
