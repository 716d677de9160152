import Machine
import Testing

@testable import Logs

@Suite("Line blocks")
struct LineBlocksTests {
    private static let texts = [
        "", "a", "a\n", "\n\n\n", "one\ntwo\nthree\n", "one\ntwo\nthree",
        "\u{FEFF}marked\nsecond\n", String(repeating: "x", count: 100) + "\nshort\n",
        "short\n" + String(repeating: "x", count: 100), (0..<50).map { "line \($0)\r\n" }.joined(),
    ]

    private func lines(of blocks: any LineBlocks) throws -> [(Int, String)] {
        var found: [(Int, String)] = []
        var block = LineBlock()
        while try blocks.next(&block) {
            found.append((block.number, String(decoding: block.bytes[block.lines], as: UTF8.self)))
        }
        return found
    }

    @Test("a file's blocks have each of its lines once, whole and in order", arguments: texts)
    func files(text: String) throws {
        let file = MemoryFile(Array(text.utf8))
        let expected = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        for size in [4, 5, 7, 16, 1000] {
            let blocks = FileBlocks(file, size: file.size ?? 0, blockSize: size)
            let found = try lines(of: blocks).map(\.1).filter { !$0.isEmpty }
            #expect(found.joined().unicodeScalars.elementsEqual(expected.unicodeScalars))
            #expect(found.dropLast().allSatisfy { $0.utf8.last == 0x0A })
        }
    }

    @Test("pieces become blocks of whole lines, whatever their length", arguments: [1, 7, 70_000])
    func assembler(piece: Int) {
        let text = (0..<30_000).map { "line \($0) of many\n" }.joined() + "the last"
        let bytes = Array(text.utf8)
        var assembler = LineAssembler()
        var blocks: [LineBlock] = []
        for start in stride(from: 0, to: bytes.count, by: piece) {
            if let block = assembler.add(bytes[start..<min(bytes.count, start + piece)]) {
                blocks.append(block)
            }
        }
        if let block = assembler.finish() { blocks.append(block) }
        #expect(blocks.count > 1)
        #expect(blocks.map(\.number) == Array(blocks.indices))
        #expect(blocks.flatMap { $0.bytes[$0.lines] } == bytes)
        #expect(blocks.dropLast().allSatisfy { $0.bytes[$0.lines].last == 0x0A })
    }

    @Test("line feeds are counted whatever the range")
    func lineFeeds() {
        let bytes = (0..<40_000).map { UInt8($0 % 7 == 0 ? 0x0A : 0x41) }
        for range in [0..<0, 0..<1, 3..<64, 0..<65, 1..<20_000, 0..<40_000] {
            let counted = bytes.withUnsafeBufferPointer { $0.lineFeeds(in: range) }
            #expect(counted == bytes[range].count { $0 == 0x0A }, "\(range)")
        }
    }
}
