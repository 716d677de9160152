import Foundation
import Machine
import TestSupport
import Testing

@Suite("Reading the disk", .timeLimit(.minutes(1)))
struct LiveFileSystemTests {
    private let files = LiveFileSystem()

    private func failure(_ work: () throws(FileFailure) -> Void) -> FileFailure? {
        do throws(FileFailure) {
            try work()
            return nil
        } catch {
            return error
        }
    }

    @Test("a file is read up to the bound", arguments: [(0, 0), (5, 5), (200_000, 150_000)])
    func reads(limit: Int, count: Int) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("big", String(repeating: "x", count: 150_000))
        #expect(try files.read(path, limit: limit).count == count)
    }

    @Test(
        "the end of a file is read up to the bound",
        arguments: [
            (0, 150_000, 0), (5, 149_995, 5), (100_000, 50_000, 100_000), (200_000, 0, 150_000),
        ])
    func readsTail(limit: Int, skipped: Int, count: Int) throws {
        let folder = try TemporaryFolder()
        let text = String(repeating: "x", count: 149_999) + "!"
        let path = try folder.write("big", text)
        let tail = try files.readTail(path, limit: limit)
        #expect(tail.skipped == skipped && tail.bytes.count == count)
        #expect(tail.bytes.last == (limit == 0 ? nil : UInt8(ascii: "!")))
        let written = try #require(tail.modified)
        #expect(abs(written.timeIntervalSinceNow) < 3600)
    }

    @Test("what has no end that could be read says so")
    func tailFailures() throws {
        let folder = try TemporaryFolder()
        let missing = folder.path + "/missing"
        #expect(
            failure { () throws(FileFailure) in _ = try files.readTail(missing, limit: 9) }
                == .notFound(missing))
        #expect(
            failure { () throws(FileFailure) in _ = try files.readTail(folder.path, limit: 9) }
                == .wrongKind(folder.path, .directory))
        #expect(
            failure { () throws(FileFailure) in _ = try files.readTail("/dev/zero", limit: 9) }
                == .wrongKind("/dev/zero", .other))
    }

    @Test("a file under /proc, whose size is stated as zero, is read whole")
    func proc() throws {
        guard files.exists("/proc/self/status") else { return }
        #expect(try files.text(of: "/proc/self/status").contains("Pid:"))
        let tail = try files.readTail("/proc/self/status", limit: 1 << 20)
        #expect(String(decoding: tail.bytes, as: UTF8.self).contains("Pid:"))
    }

    @Test("names are listed in order, without the folder's own")
    func lists() throws {
        let folder = try TemporaryFolder()
        for name in ["b", "a", ".hidden", "ü"] { try folder.write(name, "") }
        try folder.makeFolder("inner")
        #expect(try files.list(folder.path) == [".hidden", "a", "b", "inner", "ü"])
    }

    @Test("kinds are told apart, links followed")
    func kinds() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("file", "text")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/link", withDestinationPath: file)
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/dangling", withDestinationPath: "/no/such")
        #expect(files.kind(of: file) == .file)
        #expect(files.kind(of: folder.path) == .directory)
        #expect(files.kind(of: folder.path + "/link") == .file)
        #expect(files.kind(of: folder.path + "/dangling") == nil)
        #expect(files.kind(of: "/dev/null") == .other)
        #expect(try files.text(of: folder.path + "/link") == "text")
    }

    @Test("a link says where it leads, whether or not anything is there")
    func links() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("file", "text")
        for target in ["file", "/no/such", "socket:[123]", String(repeating: "x", count: 3000)] {
            let link = folder.path + "/to-\(target.utf8.count)"
            try FileManager.default.createSymbolicLink(
                atPath: link, withDestinationPath: target)
            #expect(files.linkTarget(of: link) == target)
        }
        #expect(files.linkTarget(of: file) == nil)
        #expect(files.linkTarget(of: folder.path + "/missing") == nil)
        #expect(files.linkTarget(of: file + "\0") == nil)
    }

    @Test("what is not there, or is something else, says so")
    func failures() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("file", "")
        let missing = folder.path + "/missing"
        #expect(
            failure { () throws(FileFailure) in _ = try files.text(of: missing) }
                == .notFound(missing))
        #expect(
            failure { () throws(FileFailure) in _ = try files.text(of: file + "/below") }
                == .notFound(file + "/below"))
        #expect(
            failure { () throws(FileFailure) in _ = try files.text(of: folder.path) }
                == .wrongKind(folder.path, .directory))
        #expect(
            failure { () throws(FileFailure) in _ = try files.list(file) }
                == .wrongKind(file, .file))
        #expect(
            failure { () throws(FileFailure) in _ = try files.text(of: "/etc\0/passwd") }
                == .notFound("/etc\0/passwd"))
    }

    @Test("a pipe is not opened, which would wait for a writer")
    func pipe() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/pipe"
        #expect(mkfifo(path, 0o600) == 0)
        #expect(
            failure { () throws(FileFailure) in _ = try files.text(of: path) }
                == .wrongKind(path, .other))
        #expect(
            failure { () throws(FileFailure) in _ = try files.text(of: "/dev/zero") }
                == .wrongKind("/dev/zero", .other))
    }

    @Test(
        "a file that this user may not read is told apart",
        .disabled(if: geteuid() == 0, "root may"))
    func notPermitted() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("secret", "", permissions: 0)
        #expect(
            failure { () throws(FileFailure) in _ = try files.text(of: path) }
                == .notPermitted(path))
    }
}
