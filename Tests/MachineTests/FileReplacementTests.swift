import Foundation
import Machine
import Testing

@Suite struct FileReplacementTests {
    /// A folder that is gone afterwards.
    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("diagnose-replace-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.path)
    }

    private func permissions(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test(
        "the bytes change; permissions stay, and nothing is left beside it",
        arguments: [0o640, 0o755])
    func replace(mode: Int) throws {
        try withFolder { folder in
            let path = folder + "/a.md"
            try Data("old".utf8).write(to: URL(fileURLWithPath: path))
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
            try FileReplacement.replace(path, holding: Array("old".utf8), with: [0xFF, 0x00])
            #expect(FileManager.default.contents(atPath: path) == Data([0xFF, 0x00]))
            #expect(try permissions(path) == mode)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.md"])
        }
    }

    @Test("a link stays a link; what it leads to changes")
    func link() throws {
        try withFolder { folder in
            try Data("old".utf8).write(to: URL(fileURLWithPath: folder + "/a.md"))
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/link.md", withDestinationPath: "a.md")
            try FileReplacement.replace(
                folder + "/link.md", holding: Array("old".utf8), with: [0x61])
            #expect(FileManager.default.contents(atPath: folder + "/a.md") == Data([0x61]))
            #expect(
                try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/link.md")
                    == "a.md")
        }
    }

    @Test("what changed meanwhile, is read-only, a folder or gone is left as it is")
    func refusals() throws {
        try withFolder { folder in
            let path = folder + "/a.md"
            try Data("new".utf8).write(to: URL(fileURLWithPath: path))
            #expect(throws: FileFailure.other(path, "has changed meanwhile")) {
                try FileReplacement.replace(path, holding: Array("ne".utf8), with: [])
            }
            try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
            #expect(throws: FileFailure.other(path, "is read-only")) {
                try FileReplacement.replace(path, holding: Array("new".utf8), with: [])
            }
            #expect(FileManager.default.contents(atPath: path) == Data("new".utf8))
            #expect(throws: FileFailure.wrongKind(folder, .directory)) {
                try FileReplacement.replace(folder, holding: [], with: [])
            }
            #expect(throws: FileFailure.notFound(folder + "/b.md")) {
                try FileReplacement.replace(folder + "/b.md", holding: [], with: [])
            }
        }
    }

    @Test("the day is told in UTC")
    func today() {
        let clock = FakeClock(now: Date(timeIntervalSince1970: 1_767_225_599))
        #expect(clock.today == "2025-12-31")
        clock.advance(by: .seconds(1))
        #expect(clock.today == "2026-01-01")
    }
}
