import Testing

@testable import Markdown

@Suite("Lines and tabs")
struct LineScannerTests {
    @Test("tabs reach to the next multiple of four columns")
    func tabs() {
        var scanner = LineScanner(ByteText(Array(" \ta".utf8)))
        let hasLine = scanner.nextLine()
        #expect(hasLine)
        #expect(scanner.indent == 4)
        scanner.skipColumns(2)
        #expect(scanner.indent == 2)
        #expect(scanner.rest.spaces == 2)
        scanner.skipColumns(2)
        #expect(scanner.rest.spaces == 0)
        #expect(scanner.first == UInt8(ascii: "a"))
    }

    @Test("lines are counted, and the last one needs no end")
    func lines() {
        var scanner = LineScanner(ByteText(Array("a\n\nb".utf8)), from: 0, line: 7)
        var seen: [Int] = []
        while scanner.nextLine() { seen.append(scanner.isBlank ? 0 : scanner.number) }
        #expect(seen == [7, 0, 9])
    }
}
