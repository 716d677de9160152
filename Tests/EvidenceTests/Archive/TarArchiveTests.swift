import Machine
import TestSupport
import Testing

@testable import Evidence

@Suite struct TarArchiveTests {
    /// What the machine's tar makes of files.
    private func archive(_ files: [String: String], format: String = "ustar") async throws
        -> [UInt8]
    {
        let folder = try TemporaryFolder()
        for (path, text) in files { try folder.write(path, text) }
        let result = try await LiveCommandRunner().run(
            Command(
                "tar", ["--format=\(format)", "-cf", "-"] + files.keys.sorted(),
                directory: folder.path, timeout: .seconds(20)))
        return result.standardOutput
    }

    @Test(
        "files are read in order, long names and GNU's own format too", arguments: ["ustar", "gnu"])
    func read(format: String) async throws {
        let long = "bundle/" + String(repeating: "folder/", count: 8) + "file.txt"
        let bytes = try await archive([long: "long", "bundle/a.txt": "one"], format: format)
        let members = try TarArchive(bytes, limits: .read).members
        #expect(members.map(\.path) == ["bundle/a.txt", long])
        #expect(members.map { Array($0.content) } == [Array("one".utf8), Array("long".utf8)])
    }

    @Test("a name in two parts is put together")
    func prefix() async throws {
        let long = "bundle/" + String(repeating: "folder/", count: 18) + "file.txt"
        let members = try TarArchive(try await archive([long: "long"]), limits: .read).members
        #expect(members.map(\.path) == [long])
    }

    @Test("no cut and no changed byte of a head traps or passes")
    func damaged() async throws {
        let bytes = try await archive(["bundle/a.txt": String(repeating: "x", count: 700)])
        for length in stride(from: 0, to: 2048, by: 37) {
            #expect(throws: TarArchive.Refusal(reason: "it ends too early")) {
                try TarArchive(Array(bytes.prefix(length)), limits: .read)
            }
        }
        // The last byte of the checksum's field stands behind its end and says nothing.
        for position in 0..<512 where position != 155 {
            var changed = bytes
            changed[position] ^= 0x15
            #expect(throws: TarArchive.Refusal.self) {
                try TarArchive(changed, limits: .read)
            }
        }
    }
}
