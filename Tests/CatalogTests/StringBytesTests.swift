import Testing

@testable import Catalog

@Suite("Texts as bytes")
struct StringBytesTests {
    @Test(
        "a text is found where its bytes first stand",
        arguments: [
            ("a / b / c", " / ", 0, 1), ("a / b / c", " / ", 2, 5), ("…—x", "—", 0, 3),
            ("ab", "", 1, 1), ("aab", "ab", 0, 1),
        ])
    func finds(text: String, wanted: String, start: Int, offset: Int) {
        #expect(text.offset(of: wanted, from: start) == offset)
    }

    @Test(
        "a text that is not there is not found",
        arguments: [("", "a", 0), ("ab", "abc", 0), ("ab", "a", 1), ("a", "a", 7)])
    func misses(text: String, wanted: String, start: Int) {
        #expect(text.offset(of: wanted, from: start) == nil)
    }

    @Test("a text is cut at bytes, empty parts left out, up to a limit")
    func splits() {
        let isSlash = { (byte: UInt8) in byte == UInt8(ascii: "/") }
        #expect("/usr//bin/é".split(where: isSlash) == ["usr", "bin", "é"])
        #expect("one/two/three".split(upTo: 6, where: isSlash) == ["one", "tw"])
        #expect("".split(where: isSlash).isEmpty)
    }

    @Test("the beginning and a single byte are looked at without normalising")
    func begins() {
        #expect("：x".begins(with: "："))
        #expect(!"e\u{301}".begins(with: "é"))
        #expect("ab:c".index(ofByte: UInt8(ascii: ":")).map { "ab:c"[$0...] } == ":c")
        #expect("abc".index(ofByte: UInt8(ascii: ":")) == nil)
    }
}
