import Machine
import Testing

@Suite("The fake file system")
struct FakeFileSystemTests {
    private let files = FakeFileSystem([
        "/srv/a.txt": "text", "/srv/inner/b": .bytes([0xFF]), "/srv/empty": .directory,
        "/srv/device": .other, "/srv/secret": .failure(.notPermitted("/srv/secret")),
    ])

    private func failure(_ path: String) -> FileFailure? {
        do throws(FileFailure) {
            _ = try files.read(path, limit: 10)
            return nil
        } catch {
            return error
        }
    }

    @Test("files are read up to the bound, and what was read is remembered")
    func reads() throws {
        #expect(try files.text(of: "/srv/a.txt") == "text")
        #expect(try files.read("/srv/a.txt", limit: 2) == Array("te".utf8))
        #expect(files.pathsRead == ["/srv/a.txt", "/srv/a.txt"])
    }

    @Test("the end of a file is read, with how much stands in front of it")
    func readsTail() throws {
        #expect(try files.readTail("/srv/a.txt", limit: 10) == FileTail(bytes: Array("text".utf8)))
        #expect(
            try files.readTail("/srv/a.txt", limit: 3)
                == FileTail(bytes: Array("ext".utf8), skipped: 1))
    }

    @Test("folders exist above what stands in them")
    func folders() throws {
        #expect(try files.list("/srv") == ["a.txt", "device", "empty", "inner", "secret"])
        #expect(try files.list("/srv/inner/") == ["b"])
        #expect(try files.list("/srv/empty").isEmpty)
        #expect(try files.list("/") == ["srv"])
        #expect(files.kind(of: "/srv/inner") == .directory)
        #expect(files.kind(of: "/srv/inn") == nil)
        #expect(files.kind(of: "/srv/secret") == .file)
    }

    @Test(
        "what cannot be read says why",
        arguments: [
            ("/srv/missing", FileFailure.notFound("/srv/missing")),
            ("/srv/inner", .wrongKind("/srv/inner", .directory)),
            ("/srv/empty", .wrongKind("/srv/empty", .directory)),
            ("/srv/device", .wrongKind("/srv/device", .other)),
            ("/srv/secret", .notPermitted("/srv/secret")),
        ])
    func failures(path: String, expected: FileFailure) {
        #expect(failure(path) == expected)
    }

    @Test("attributes fit what stands there, unless a test sets them")
    func attributes() throws {
        let file = try files.attributes(of: "/srv/a.txt")
        #expect(file.kind == .file && file.size == 4 && file.permissions == 0o644)
        #expect(try files.attributes(of: "/srv/inner").permissions == 0o755)
        #expect(try !files.attributes(of: "/srv/secret").isReadable)
        #expect(throws: FileFailure.notFound("/no")) { try files.attributes(of: "/no") }
        var given = file
        given.owner = 70
        files.set("/srv/a.txt", to: given)
        #expect(try files.attributes(of: "/srv/a.txt") == given)
    }

    @Test("a mounted file system holds what stands below")
    func volumes() throws {
        let full = VolumeSpace(
            bytes: .init(total: 10, used: 10, available: 0),
            inodes: .init(total: 0, used: 0, available: 0))
        #expect(try files.volume(of: "/srv/a.txt").bytes.freePercent == 50)
        files.mount(full, at: "/srv/inner")
        #expect(try files.volume(of: "/srv/inner/b") == full)
        #expect(try files.volume(of: "/srv/inner") == full)
        #expect(try files.volume(of: "/srv/empty") != full)
        #expect(throws: FileFailure.notFound("/no")) { try files.volume(of: "/no") }
    }

    @Test("a link says what it was made with, and nothing stands behind it")
    func links() {
        let files = FakeFileSystem(["/proc/1/fd/3": .link("socket:[7]"), "/file": "text"])
        #expect(files.linkTarget(of: "/proc/1/fd/3") == "socket:[7]")
        #expect(files.linkTarget(of: "/file") == nil)
        #expect(files.kind(of: "/proc/1/fd/3") == nil)
        #expect((try? files.list("/proc/1/fd")) == ["3"])
    }
}
