import Testing

@testable import Search

@Suite("Number table")
struct NumberTableTests {
    @Test("numbers come back as they were, whatever stands behind them")
    func roundTrip() throws {
        let numbers = [0, 1, 127, 128, 16_383, 16_384, 2_097_151, Int(UInt32.max)]
        let written = numbers.flatMap { NumberTable.bytes(of: $0, width: 5) }
        #expect(written.allSatisfy { $0 < 0x80 })
        try (written + [1, 2]).withUnsafeBufferPointer { buffer in
            var bytes = LastingBytes(buffer)
            let table = try #require(NumberTable(numbers.count, width: 5, from: &bytes))
            #expect(numbers.indices.map { table[$0] } == numbers)
            #expect(bytes.count == 2)
        }
    }

    @Test("there are no more numbers than bytes", arguments: [2, 9, Int.max])
    func tooFew(count: Int) {
        Array(repeating: UInt8(1), count: 7).withUnsafeBufferPointer { buffer in
            var bytes = LastingBytes(buffer)
            #expect(NumberTable(count, width: 4, from: &bytes) == nil)
            #expect(bytes.count == 7)
        }
    }
}
