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
}
