import Foundation
import Machine
import TestSupport
import Testing

@Suite struct PrivateFileTests {
    private func mode(of path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return try #require(attributes[.posixPermissions] as? Int)
    }

    @Test("a file is made with its folders, all for their owner alone, and replaced in one step")
    func written() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/a/b/state.json"
        try PrivateFile.write(Array("one".utf8), to: path)
        try PrivateFile.write(Array("two".utf8), to: path)
        #expect(try folder.text(of: "a/b/state.json") == "two")
        #expect(try mode(of: path) == 0o600)
        #expect(try mode(of: folder.path + "/a") == 0o700)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path + "/a/b")
                == ["state.json"])
    }

    @Test("lines are added, and a file of another mode becomes private")
    func appended() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("log", "one\n", permissions: 0o644)
        try PrivateFile.append(Array("two\n".utf8), to: path)
        #expect(try folder.text(of: "log") == "one\ntwo\n")
        #expect(try mode(of: path) == 0o600)
    }

    @Test("a link that somebody else laid is not followed, and a folder is no file")
    func links() throws {
        let folder = try TemporaryFolder()
        let target = try folder.write("target", "kept")
        let link = folder.path + "/link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
        #expect(throws: FileFailure.self) { try PrivateFile.append([0x61], to: link) }
        try PrivateFile.write(Array("new".utf8), to: link)
        #expect(try folder.text(of: "target") == "kept")
        #expect(throws: FileFailure.self) { try PrivateFile.write([0x61], to: folder.path) }
        #expect(throws: FileFailure.self) { try PrivateFile.append([0x61], to: target + "/x") }
    }

    @Test("a pipe is never waited for")
    func pipe() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/pipe"
        #expect(mkfifo(path, 0o600) == 0)
        #expect(throws: FileFailure.self) { try PrivateFile.append([0x61], to: path) }
    }

    @Test("what was removed is gone, and removing it again is nothing")
    func removed() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("state", "x")
        PrivateFile.remove(path)
        PrivateFile.remove(path)
        #expect(!folder.holds("state"))
    }
}
