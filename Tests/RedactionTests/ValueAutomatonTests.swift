import Testing

@testable import Redaction

@Suite struct ValueAutomatonTests {
    private func ranges(_ values: [String], in text: String) -> [String] {
        let automaton = ValueAutomaton(values.map { (Array($0.utf8), false) })
        let bytes = Array(text.utf8)
        return automaton.matches(in: bytes).map { bytes[$0.range].text }
    }

    @Test("values within, beside and across each other are found")
    func overlaps() {
        #expect(ranges(["abcdef"], in: "abcdefabcdef") == ["abcdef", "abcdef"])
        #expect(ranges(["abcdef", "xabcdefx"], in: "xabcdefx").last == "xabcdefx")
        #expect(ranges(["aabaaab", "baaabaa"], in: "aabaaabaab") == ["aabaaab", "baaabaa"])
        #expect(ranges(["aaaaaab"], in: "aaaaaaaaaaaaab") == ["aaaaaab"])
        #expect(ranges(["abcabcabd"], in: "abcabcabcabd") == ["abcabcabd"])
        #expect(ranges([], in: "abc") == [])
        #expect(ranges(["abcdef"], in: "") == [])
        #expect(ranges(["abcdef"], in: "abc") == [])
    }

    @Test("it finds what a plain search finds")
    func random() {
        for seed in 0..<200 {
            let values = (0..<4).map {
                Made.text(6 + ($0 + seed) % 4, of: "ab", seed: seed * 31 + $0)
            }
            let text = Made.text(400, of: "ab", seed: seed * 97)
            let bytes = Array(text.utf8)
            let wanted = Set(
                values.flatMap { value -> [Range<Int>] in
                    let bytesOfValue = Array(value.utf8)
                    return bytes.indices.filter { bytes[$0...].starts(with: bytesOfValue) }
                        .map { $0..<($0 + bytesOfValue.count) }
                })
            let automaton = ValueAutomaton(values.map { (Array($0.utf8), false) })
            let found = automaton.matches(in: bytes).map(\.range)
            // What ends where a longer one ends is within it.
            for range in wanted {
                let isCovered = found.contains {
                    $0.lowerBound <= range.lowerBound && $0.upperBound == range.upperBound
                }
                #expect(isCovered, "\(values) \(range)")
            }
            #expect(Set(found).isSubset(of: wanted))
        }
    }

    @Test("where there is no room for all values, the longest are left out")
    func bounded() {
        let long = (0..<4).map { "a\($0)" + Made.text(500, seed: $0) }
        let values = (long + ["kestrel-773"]).map { (Array($0.utf8), false) }
        let automaton = ValueAutomaton(values, mostBytes: 2000)
        let bytes = Array("saw kestrel-773 there".utf8)
        #expect(automaton.matches(in: bytes).map { bytes[$0.range].text } == ["kestrel-773"])
        #expect(automaton.matches(in: bytes).map(\.value) == [4])
        #expect(ranges(["abcdef"] + long, in: long[3]).contains(long[3]))
    }

    @Test("the start of a value before the end of an excerpt is found")
    func cutOff() {
        #expect(ranges(["hunter2-hunter3"], in: "saw hunter2-h…") == ["hunter2-h"])
        #expect(ranges(["hunter2-hunter3"], in: "saw hunt…") == [])
    }

    @Test("base64 takes the signs beside it along that hold bits of the value")
    func base64() {
        // "x:hunter2-hunter3!" and what stands of the value in it.
        #expect(
            ranges(["hunter2-hunter3"], in: "eDpodW50ZXIyLWh1bnRlcjMh") == ["podW50ZXIyLWh1bnRlcjM"]
        )
    }
}
