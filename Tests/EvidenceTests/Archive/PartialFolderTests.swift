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
        #expect(path.hasPrefix("\(place.path)/e.tar.gz.partial-\(getpid())-"))
        folder = nil
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("what a killed run left is taken away; what is in use or somebody's own stays")
    func stale() throws {
        let place = try TemporaryFolder()
        let inUse = try PartialFolder(in: place.path, for: "used.tar.gz")
        try place.write("old.tar.gz.partial-4-abcdef/\(PartialFolder.lockName)", "")
        try place.write("old.tar.gz.partial-4-abcdef/old/versions.txt", "docker")
        // No process has this number: it is above the kernel's own limit (proc(5), pid_max).
        try place.write("cut.tar.gz.partial-2000000000-abcdef/old/versions.txt", "docker")
        try place.write("mine.partial-1-abcdef/notes.txt", "x")
        try place.write("mine.partial-old/\(PartialFolder.lockName)", "x")
        try place.write("file.partial-4-abcdef", "x")
        PartialFolder.removeStale(in: place.path)
        #expect(!place.holds("old.tar.gz.partial-4-abcdef"))
        #expect(!place.holds("cut.tar.gz.partial-2000000000-abcdef"))
        #expect(place.holds("mine.partial-1-abcdef/notes.txt"))
        #expect(place.holds("mine.partial-old") && place.holds("file.partial-4-abcdef"))
        #expect(FileManager.default.fileExists(atPath: inUse.path))
    }
}
