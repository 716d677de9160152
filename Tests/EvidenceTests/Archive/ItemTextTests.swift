import Foundation
import Redaction
import Testing

@testable import Evidence

@Suite struct ItemTextTests {
    @Test(
        "nothing steers a terminal, and nothing else is changed",
        arguments: [
            ("plain\ttext\n", "plain\ttext\n"), ("a\u{1B}[31mred\u{1B}[0m\n", "ared\n"),
            ("a\u{1B}]0;title\u{07}b", "ab"), ("one\r\ntwo\r\n", "one\ntwo\n"),
            ("10%\r20%\n", "10%\n20%\n"), ("bell\u{07}", "bell\u{FFFD}"),
            ("\u{202E}txt", "\u{FFFD}txt"), ("C1 \u{9B}31m", "C1 \u{FFFD}31m"),
            ("żółć\n", "żółć\n"),
        ])
    func plain(text: String, expected: String) {
        #expect(ItemText.plain(Array(text.utf8)) == Array(expected.utf8))
    }

    @Test("bytes that are no UTF-8 are replaced, the others stay")
    func invalid() {
        #expect(ItemText.plain([0x61, 0xFF, 0x62]) == Array("a\u{FFFD}b".utf8))
    }

    @Test("a secret that lies across the bound is hidden as a whole", arguments: 0..<40)
    func boundary(offset: Int) throws {
        let redactor = Redactor()
        redactor.learn(["DB_PASSWORD": "hunter2-hunter3-hunter4"])
        let text = String(repeating: "x", count: 80 + offset) + " hunter2-hunter3-hunter4 and more"
        let cut = try #require(
            ItemText(BundleItem("a", text, source: "a"), limit: 100, redactor: redactor))
        let kept = String(decoding: cut.bytes, as: UTF8.self)
        #expect(!kept.contains("hunter"))
        #expect(cut.isTruncated && kept.utf8.count <= 100)
        #expect(redactor.leaks(in: cut.bytes).isEmpty)
    }

    @Test(
        "of what was cut off where it was got, whole lines are kept",
        arguments: [
            ("one\ntwo\nsaw hunter2-hun", "one\ntwo\n"), ("one\ntwo\n", "one\ntwo\n"),
            ("saw hunter2-hun", ""), ("", ""),
            ("saw hunter2-hunter3-hunter4\nx", "saw [redacted:1]\n"),
        ])
    func cutOff(text: String, kept: String) throws {
        let redactor = Redactor()
        redactor.learn(["DB_PASSWORD": "hunter2-hunter3-hunter4"])
        let item = BundleItem("a", Array(text.utf8), source: "a", lack: .end)
        let whole = try #require(ItemText(item, limit: 1000, redactor: redactor))
        #expect(String(decoding: whole.bytes, as: UTF8.self) == kept)
        #expect(whole.isTruncated)
    }

    @Test("a secret with colours in it is found")
    func coloured() throws {
        let redactor = Redactor()
        redactor.learn(["DB_PASSWORD": "hunter2-hunter3-hunter4"])
        let item = BundleItem("a", "saw hunter2-\u{1B}[1mhunter3\u{1B}[0m-hunter4.", source: "a")
        let text = try #require(ItemText(item, limit: 1000, redactor: redactor))
        #expect(String(decoding: text.bytes, as: UTF8.self) == "saw [redacted:1].")
    }
}
