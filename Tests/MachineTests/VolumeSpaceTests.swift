import Foundation
import Machine
import Testing

@Suite("The room on a file system", .timeLimit(.minutes(1)))
struct VolumeSpaceTests {
    private let files = LiveFileSystem()

    /// The numbers in the last line that `df` prints: total, used, available, percent used.
    private func numbers(_ option: String, _ path: String) async throws -> [Int] {
        let result = try await LiveCommandRunner().run(
            Command("df", ["-P", option, path], timeout: .seconds(30)))
        let line = result.output.split(separator: "\n").last ?? ""
        return line.split(separator: " ").dropFirst().prefix(4).compactMap { word in
            Int(word.hasSuffix("%") ? word.dropLast() : word)
        }
    }

    @Test("bytes and inodes are those that df shows", arguments: ["a", "b"])
    func likeDF(name: String) async throws {
        try await TemporaryMount.run("size=4m,nr_inodes=64") { folder in
            let bytes = [UInt8](repeating: 1, count: name == "a" ? 1 << 20 : 3_000_000)
            try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name))
            let space = try files.volume(of: folder + "/" + name)
            let kilobytes = try await numbers("-k", folder)
            #expect(kilobytes.first == space.bytes.total / 1024)
            #expect(kilobytes.dropFirst().first == space.bytes.used / 1024)
            #expect(kilobytes.dropFirst(2).first == space.bytes.available / 1024)
            let free = try #require(space.bytes.freePercent)
            // df rounds what is used up.
            #expect(kilobytes.last == Int((100 - free).rounded(.up)))
            let inodes = try await numbers("-i", folder)
            #expect(inodes.first == 64 && space.inodes.total == 64)
            #expect(inodes.dropFirst().first == space.inodes.used)
            #expect(!space.isReadOnly)
        }
    }

    @Test("a full file system has nothing left")
    func full() async throws {
        try await TemporaryMount.run("size=64k,nr_inodes=4") { folder in
            let file = FileManager.default
            #expect(file.createFile(atPath: folder + "/one", contents: Data(count: 65_536)))
            let space = try files.volume(of: folder)
            #expect(space.bytes.available == 0)
            #expect(space.bytes.freePercent == 0)
            _ = [2, 3, 4].map { file.createFile(atPath: "\(folder)/\($0)", contents: nil) }
            #expect(try files.volume(of: folder).inodes.freePercent == 0)
        }
    }

    @Test("root's reserve counts neither as used nor as left")
    func reserve() {
        let space = VolumeSpace(
            blockSize: 4096, blocks: (total: 100, free: 30, available: 20),
            inodes: (total: 0, free: 0, available: 0))
        #expect(space.bytes == .init(total: 409_600, used: 286_720, available: 81_920))
        #expect(space.bytes.freePercent.map { Int($0) } == 22)
        #expect(space.inodes.freePercent == nil)
    }

    @Test("counts that can't be true trap nothing")
    func hostile() {
        let space = VolumeSpace(
            blockSize: .max, blocks: (total: .max, free: .max, available: .max),
            inodes: (total: 5, free: 9, available: 9))
        #expect(space.bytes == .init(total: .max, used: 0, available: .max))
        #expect(space.bytes.freePercent == 100)
        #expect(space.inodes == .init(total: 5, used: 0, available: 5))
        #expect(VolumeSpace.Amount(total: 0, used: .max, available: 1).freePercent == nil)
    }

    @Test("a pseudo file system has no room at all")
    func pseudo() throws {
        guard files.exists("/proc/self") else { return }
        #expect(try files.volume(of: "/proc").bytes.freePercent == nil)
    }
}
