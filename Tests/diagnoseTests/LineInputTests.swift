import Machine
import Testing

@testable import diagnose

@Suite struct LineInputTests {
    /// Files whose standard input holds a text.
    private func input(_ bytes: some Sequence<UInt8>) -> LineInput {
        LineInput(InputFiles(bytes: Array(bytes)))
    }

    private func lines(of input: LineInput) async -> [String] {
        var lines: [String] = []
        while let line = await input.next() { lines.append(line) }
        return lines
    }

    @Test(
        "lines come one by one, the last one ended or not",
        arguments: [
            ("", []), ("y\n", ["y"]), ("y\nn", ["y", "n"]), ("\n\ny\r\n", ["", "", "y\r"]),
        ])
    func lines(text: String, expected: [String]) async {
        #expect(await lines(of: input(text.utf8)) == expected)
    }

    @Test("an endless line is cut, what follows it is read, and bytes that are no text survive")
    func hostile() async {
        let long = [UInt8](repeating: 0x61, count: 1_000_000)
        let read = await lines(of: input(long + [0x0A, 0xFF, 0x0A, 0x79]))
        #expect(read.count == 3)
        #expect(read.first?.count ?? 0 <= 8192)
        #expect(read.last == "y")
    }
}

/// Files of which only standard input is there.
private struct InputFiles: FileSystem {
    var bytes: [UInt8]

    func standardInput() throws(FileFailure) -> any OpenedFile { MemoryFile(bytes) }
    func read(_ path: String, limit: Int) throws(FileFailure) -> [UInt8] { [] }
    func readTail(_ path: String, limit: Int) throws(FileFailure) -> FileTail {
        FileTail(bytes: [])
    }
    func list(_ path: String) throws(FileFailure) -> [String] { [] }
    func kind(of path: String) -> FileKind? { nil }
    func attributes(of path: String) throws(FileFailure) -> FileAttributes {
        throw .notFound(path)
    }
    func volume(of path: String) throws(FileFailure) -> VolumeSpace { throw .notFound(path) }
    func linkTarget(of path: String) -> String? { nil }
}
