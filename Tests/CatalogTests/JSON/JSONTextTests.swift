import Foundation
import Testing

@testable import Catalog

@Suite struct JSONTextTests {
    @Test("keys keep their order, empty lists stay on one line")
    func order() {
        let document = JSONText.object([
            ("z", .integer(1)), ("a", .array([])), ("m", .array([.boolean(true), .null])),
        ]).document
        #expect(
            document == "{\n  \"z\": 1,\n  \"a\": [],\n  \"m\": [\n    true,\n    null\n  ]\n}\n")
    }

    @Test(
        "every string survives a parser, and none holds a raw control character",
        arguments: [
            "plain", "quote \" and \\ backslash", "line\nfeed\r\ttab",
            "\u{0}\u{1B}[31m\u{7F}\u{9B}",
            "bidi \u{202E} \u{2066}", "emoji 👩‍👩‍👧 ünïcode", "",
        ])
    func strings(text: String) throws {
        let document = JSONText.strings([text]).document
        let parsed = try JSONSerialization.jsonObject(with: Data(document.utf8)) as? [String]
        #expect(parsed == [text])
        let controls = document.unicodeScalars.filter { $0.isTerminalControl && $0 != "\n" }
        #expect(controls.isEmpty)
    }

    @Test("what JSON has no number for is null")
    func infinity() {
        #expect(JSONText.decimal(.infinity).document == "null\n")
    }
}
