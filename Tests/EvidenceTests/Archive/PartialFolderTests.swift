import Foundation
import TestSupport
import Testing

@testable import Evidence

@Suite struct PartialFolderTests {
    @Test("a folder is its owner's alone and goes with its value")
    func lifetime() throws {
        let place = try TemporaryFolder()
        var folder: PartialFolder? = try PartialFolder(in: place.path, for: "e.tar.gz")
        let path = try #require(folder?.path)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        #expect(mode as? Int == 0o700)
        #expect(path.hasPrefix("\(place.path)/e.tar.gz.diagnose-partial-\(getpid())-"))
        folder = nil
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("what a killed run left is taken away, where its lock proves whose it is")
    func stale() throws {
        let place = try TemporaryFolder()
        let inUse = try PartialFolder(in: place.path, for: "used.tar.gz")
        try place.write("old.tar.gz.diagnose-partial-4-abcdef/\(PartialFolder.lockName)", "")
        try place.write("old.tar.gz.diagnose-partial-4-abcdef/old/versions.txt", "docker")
        // No process has this number: it is above the kernel's own limit (proc(5), pid_max).
        let unlocked = "\(place.path)/cut.tar.gz.diagnose-partial-2000000000-abcdef"
        try FileManager.default.createDirectory(
            atPath: unlocked, withIntermediateDirectories: false)
        PartialFolder.removeStale(in: place.path)
        #expect(!place.holds("old.tar.gz.diagnose-partial-4-abcdef"))
        #expect(!FileManager.default.fileExists(atPath: unlocked))
        #expect(FileManager.default.fileExists(atPath: inUse.path))
    }

    @Test(
        "what may be somebody's own stays, whatever its name",
        arguments: [
            "backup.partial-20261121-143000/notes.txt",
            "backup.diagnose-partial-20261121-143000/notes.txt",
            "mine.diagnose-partial-1-abcdef/notes.txt",
            "old.tar.gz.partial-2000000000-abcdef/\(PartialFolder.lockName)",
            "mine.diagnose-partial-old/\(PartialFolder.lockName)",
            "file.diagnose-partial-4-abcdef",
        ])
    func kept(file: String) throws {
        let place = try TemporaryFolder()
        try place.write(file, "x")
        PartialFolder.removeStale(in: place.path)
        #expect(place.holds(file))
    }
}
