import Foundation
import Machine
import Testing

@Suite("The world")
struct WorldTests {
    @Test(
        "paths are made absolute from the working directory",
        arguments: [
            ("a", "/srv/a"), ("./a/../b", "/srv/b"), ("/x//y/", "/x/y"), ("../../..", "/"),
            ("", "/srv"),
        ])
    func absolutePath(path: String, absolute: String) {
        #expect(World.fake(workingDirectory: "/srv").absolutePath(path) == absolute)
    }

    @Test("the live world is this process's own")
    func live() async throws {
        let world = World.live()
        #expect(world.workingDirectory == FileManager.default.currentDirectoryPath)
        #expect(world.environment["PATH"] == ProcessInfo.processInfo.environment["PATH"])
        #expect(abs(world.clock.now.timeIntervalSinceNow) < 5)
        let before = world.clock.uptime
        try await world.clock.sleep(for: .milliseconds(1))
        #expect(world.clock.uptime - before >= .milliseconds(1))
        #expect(world.files.kind(of: world.workingDirectory) == .directory)
        let result = try await world.commands.run(Command("pwd", timeout: .seconds(10)))
        #expect(result.output == world.workingDirectory + "\n")
    }
}
