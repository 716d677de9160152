import Foundation
import Machine
import TestSupport
import Testing

@testable import Probes

/// Looks at real files; what root may do everywhere is tried on a read-only mount.
@Suite(.timeLimit(.minutes(1))) struct FileProbeDiskTests {
    private let folder: TemporaryFolder
    private let check: LineCheck

    init() throws {
        folder = try TemporaryFolder()
        check = LineCheck(folder.world())
    }

    @Test("mode, owner and what this user may do are the real ones")
    func attributes() async throws {
        try folder.write("data/booths.db", "x", permissions: 0o640)
        let owner = geteuid()
        let words = "mode=0640 owner=\(owner) readable=true writable=true size=1B kind=file"
        let result = try await check.result("file data/booths.db \(words)")
        #expect(result.outcome == .pass, "\(result.observed)")
        #expect(try await check.result("file data kind=directory writable=true").outcome == .pass)
    }

    @Test(
        "a file of another user that this one may not write to",
        .disabled(if: geteuid() == 0, "root may"))
    func denied() async throws {
        try folder.write("locked", "text", permissions: 0)
        let result = try await check.result("file locked writable=true readable=true")
        #expect(result.outcome == .fail)
        #expect(result.observed.contains("readable false: it belongs to"))
        #expect(try await check.result("file locked contains=text").outcome == .unknown)
        let owned = try await check.result("file /etc/passwd writable=true")
        #expect(owned.observed == "writable false: it belongs to root (0) with mode 0644")
    }

    @Test("nothing on a read-only mount is writable, and that is said")
    func readOnly() async throws {
        try await folder.withMount(at: "ro", "ro,size=64k") {
            let result = try await check.result("file ro writable=true")
            #expect(result.outcome == .fail)
            #expect(result.observed == "writable false: its file system is mounted read-only")
        }
    }

    @Test("links are followed, and one that leads nowhere does not exist")
    func links() async throws {
        try folder.write("real", "text")
        let files = FileManager.default
        try files.createSymbolicLink(
            atPath: folder.path + "/link", withDestinationPath: folder.path + "/real")
        try files.createSymbolicLink(
            atPath: folder.path + "/dangling", withDestinationPath: folder.path + "/gone")
        #expect(try await check.result("file link kind=file contains=text").outcome == .pass)
        let dangling = try await check.result("file dangling")
        #expect(dangling.outcome == .fail)
        #expect(
            dangling.observed
                == "exists false: dangling does not exist: it is a link to \(folder.path)/gone")
    }

    @Test("a pipe is never opened, nor a device read")
    func pipes() async throws {
        #expect(mkfifo(folder.path + "/pipe", 0o600) == 0)
        for path in ["pipe", "/dev/zero"] {
            let result = try await check.result("file \(path) contains=x match=y pattern=z")
            #expect(result.outcome == .fail)
            #expect(result.observed == "\(path) is not a regular file or folder")
        }
    }

    @Test("any bytes whatever are looked at without harm")
    func noise() async throws {
        var state: UInt64 = 88_172_645_463_325_252
        let bytes = (0..<60_000).map { _ -> UInt8 in
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return UInt8(truncatingIfNeeded: state)
        }
        try folder.write("noise", bytes)
        try folder.write("noise.env", bytes.reversed())
        let words = "covers=noise.env same-as=noise.env same-match=noise.env pattern=.{3} match=x"
        let result = try await check.result("file noise \(words) contains~[a-z]{9}")
        #expect(result.outcome != .pass)
        let isShowable = result.observed.unicodeScalars.allSatisfy {
            $0.properties.generalCategory != .control && $0.properties.generalCategory != .format
        }
        #expect(isShowable, "\(result.observed)")
        #expect(result.observed.count < 4000)
    }
}
