import Foundation
import Machine
import TestSupport
import Testing

@Suite("What the system knows of a path", .timeLimit(.minutes(1)))
struct FileAttributesTests {
    private let files = LiveFileSystem()

    @Test(
        "size, mode and owner are the system's",
        arguments: [0o644, 0o600, 0o755, 0o4711, 0o1777, 0o444])
    func attributes(permissions: Int) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("file", "some text", permissions: permissions)
        let attributes = try files.attributes(of: path)
        #expect(attributes.kind == .file)
        #expect(attributes.size == 9)
        #expect(attributes.permissions == permissions)
        #expect(attributes.owner == Int(geteuid()))
        #expect(attributes.ownerName == String(cString: getpwuid(geteuid()).pointee.pw_name))
        #expect(attributes.isReadable)
        #expect(attributes.isWritable || permissions == 0o444)
    }

    @Test("the time of the last change is that of the file, fractions included")
    func modified() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("file", "")
        let moment = Date(timeIntervalSince1970: 1_700_000_000.25)
        try FileManager.default.setAttributes([.modificationDate: moment], ofItemAtPath: path)
        let seen = try files.attributes(of: path).modified
        #expect(abs(seen.timeIntervalSince(moment)) < 0.001)
    }

    @Test("links are followed, folders and devices told apart")
    func kinds() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("file", "text", permissions: 0o600)
        let link = folder.path + "/link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
        #expect(try files.attributes(of: link) == files.attributes(of: file))
        #expect(try files.attributes(of: folder.path).kind == .directory)
        #expect(try files.attributes(of: "/dev/null").kind == .other)
    }

    @Test("an owner without a name has a number", .enabled(if: geteuid() == 0, "only root may"))
    func nameless() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("file", "")
        #expect(chown(path, 54_321, 54_321) == 0)
        let attributes = try files.attributes(of: path)
        #expect(attributes.owner == 54_321)
        #expect(attributes.ownerName == nil)
    }

    @Test("what is not there says so", arguments: ["missing", "file/below", "a\0b"])
    func missing(name: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("file", "")
        let path = folder.path + "/" + name
        #expect(throws: FileFailure.notFound(path)) { try files.attributes(of: path) }
        #expect(throws: FileFailure.notFound(path)) { try files.volume(of: path) }
    }

    @Test(
        "what this user may not do is told by access, not by the mode",
        .disabled(if: geteuid() == 0, "root may"))
    func denied() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("secret", "", permissions: 0)
        let attributes = try files.attributes(of: path)
        #expect(!attributes.isReadable && !attributes.isWritable)
        #expect(try !files.attributes(of: "/etc/passwd").isWritable)
        let closed = try folder.makeFolder("closed")
        try folder.write("closed/file", "")
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: closed)
        #expect(throws: FileFailure.notPermitted(closed + "/file")) {
            try files.attributes(of: closed + "/file")
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: closed)
    }

    @Test("on a read-only mount nothing is writable, not even for root")
    func readOnly() async throws {
        try await TemporaryMount.run("ro,size=64k") { folder in
            let attributes = try files.attributes(of: folder)
            #expect(attributes.isReadable)
            #expect(!attributes.isWritable)
            #expect(try files.volume(of: folder).isReadOnly)
        }
    }
}
