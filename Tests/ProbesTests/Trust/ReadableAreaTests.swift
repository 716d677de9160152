import Foundation
import Machine
import TestSupport
import Testing

@testable import Probes

@Suite struct ReadableAreaTests {
    /// A project beside a secret, with links of every sort.
    private static func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("secret/key", "hunter2")
        try folder.write("project/notes.txt", "all is well")
        try folder.write("project/deep/er/notes.txt", "all is well")
        for (name, target) in [
            ("out", "../secret/key"), ("away", "../secret"), ("chain", "out"),
            ("absolute", folder.path + "/secret/key"), ("within", "deep/er/notes.txt"),
            ("round", "about"), ("about", "round"), ("environ", "/proc/self/environ"),
            ("home", "../project/notes.txt"), ("deep/up", "../../secret/key"),
        ] {
            try FileManager.default.createSymbolicLink(
                atPath: folder.path + "/project/" + name, withDestinationPath: target)
        }
        return folder
    }

    private static func breach(_ path: String, in folder: String) async -> Breach? {
        var world = World.live()
        world.workingDirectory = folder
        return await ReadableArea(
            in: world, folders: ReadableArea.logFolders, within: .seconds(5)
        )
        .breach(byReading: [path])
    }

    @Test(
        "files below the working directory may be read, and logs",
        arguments: [
            "notes.txt", "./deep/../notes.txt", "deep/er/notes.txt", "within", "home",
            "not-there", "../project/notes.txt", "/var/log/app.log",
        ])
    func inside(path: String) async throws {
        let folder = try Self.folder()
        let breach = await Self.breach(path, in: folder.path + "/project")
        #expect(breach == nil)
    }

    @Test(
        "what lies or leads elsewhere may not",
        arguments: [
            "../secret/key", "out", "away/key", "chain", "absolute", "round", "environ",
            "deep/up", "/etc/passwd", "/proc/self/environ", "/proc/1/../self/environ",
            "/var/log/../../etc/passwd", "/dev/stdin", "/sys/kernel/notes", "../projects/x",
        ])
    func outside(path: String) async throws {
        let folder = try Self.folder()
        let breach = await Self.breach(path, in: folder.path + "/project")
        #expect(breach == .reads(path))
    }

    @Test("a working directory that is a link is the folder that it leads to")
    func linkedHome() async throws {
        let folder = try Self.folder()
        let link = folder.path + "/link"
        try FileManager.default.createSymbolicLink(
            atPath: link, withDestinationPath: folder.path + "/project")
        let inside = await Self.breach("notes.txt", in: link)
        #expect(inside == nil)
        let outside = await Self.breach("out", in: link)
        #expect(outside == .reads("out"))
    }

    @Test("at the root of the file system, what the kernel makes up is out still")
    func root() async {
        let inside = await Self.breach("etc/hostname", in: "/")
        #expect(inside == nil)
        let outside = await Self.breach("proc/self/environ", in: "/")
        #expect(outside == .reads("proc/self/environ"))
    }
}
