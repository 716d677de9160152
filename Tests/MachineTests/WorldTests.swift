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

    @Test(
        "two ways to the same place are one path, and a circle of links ends",
        arguments: [
            ("a/b", "/srv/a/b"), ("up/b", "/srv/b"), ("a/up/a/up/x", "/srv/x"),
            ("far/x", "/etc/x"), ("chain", "/etc"), ("a/chain/../x", "/srv/a/x"),
            ("nowhere/x", "/srv/gone/x"),
        ])
    func resolvedPath(path: String, resolved: String) {
        let files = FakeFileSystem([
            "/srv/a/up": .link(".."), "/srv/up": .link("./a/.."), "/srv/far": .link("/etc/"),
            "/srv/chain": .link("far"), "/srv/a/chain": .link("../chain"),
            "/srv/nowhere": .link("gone"), "/srv/self": .link("self"),
        ])
        let world = World.fake(files: files, workingDirectory: "/srv")
        #expect(world.resolvedPath(path) == resolved)
        #expect(world.resolvedPath("self/x") == "/srv/self/x")
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
