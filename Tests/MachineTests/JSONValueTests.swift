import Testing

@testable import Machine

@Suite struct JSONValueTests {
    @Test(
        "documents come back as they were written, blanks aside",
        arguments: [
            ("null", "null"), (" true ", "true"), ("false", "false"), ("0", "0"), ("-0", "-0"),
            ("1.0", "1.0"), ("1e5", "1e5"), ("-1.5E-3", "-1.5E-3"),
            ("12345678901234567890123", "12345678901234567890123"),
            ("\"\"", "\"\""), ("[]", "[]"), ("{}", "{}"), ("[1, [2 ,3] ]", "[1,[2,3]]"),
            ("{\"b\": 1, \"a\": [true]}", "{\"a\":[true],\"b\":1}"),
            ("{\"a\": 1, \"a\": 2}", "{\"a\":2}"),
            ("\u{FEFF}[1]\r\n", "[1]"),
            (#""a\"\\\/\b\f\n\r\tz""#, #""a\"\\/\u0008\u000c\n\r\tz""#),
        ])
    func documents(text: String, compact: String) throws {
        #expect(try JSONValue(parsing: text).compactText == compact)
    }

    @Test(
        "escapes stand for their characters",
        arguments: [
            (#""\u0041""#, "A"), (#""\u00e9\u00E9""#, "éé"), (#""\ud83d\ude00""#, "😀"),
            (#""\ud83d""#, "\u{FFFD}"), (#""\ude00x""#, "\u{FFFD}x"),
            (#""\ud83d\u0041""#, "\u{FFFD}A"), (#""\u0000""#, "\0"),
        ])
    func escapes(text: String, plain: String) throws {
        #expect(try JSONValue(parsing: text).string == plain)
    }

    @Test("invalid UTF-8 in a text is replaced")
    func invalidUTF8() throws {
        #expect(try JSONValue(parsing: [0x22, 0x61, 0xFF, 0x22]).string == "a\u{FFFD}")
    }

    @Test(
        "a document that was cut off is told from one that is none",
        arguments: [
            ("", JSONFailure.incomplete(0)), ("  ", .incomplete(2)), ("{", .incomplete(1)),
            ("{\"a\"", .incomplete(4)), ("[1,", .incomplete(3)), ("\"ab", .incomplete(3)),
            ("tru", .incomplete(3)), ("-", .incomplete(1)), ("1.", .incomplete(2)),
            (#""\u00"#, .incomplete(5)), ("<html>", .unexpected(0)), ("{a:1}", .unexpected(1)),
            ("[1,]", .unexpected(3)), ("[1 2]", .unexpected(3)), ("01", .unexpected(1)),
            ("+1", .unexpected(0)), (".5", .unexpected(0)), ("nul!", .unexpected(3)),
            ("1 x", .unexpected(2)), (#""\x""#, .unexpected(2)), ("{\"a\":1,}", .unexpected(7)),
            ("NaN", .unexpected(0)), ("'a'", .unexpected(0)),
        ])
    func failures(text: String, failure: JSONFailure) {
        #expect(throws: failure) { try JSONValue(parsing: text) }
    }

    @Test("nesting is bounded, so that no document exhausts the stack")
    func nesting() throws {
        let deepest = JSONParser.deepestNesting
        let fine = String(repeating: "[", count: deepest) + String(repeating: "]", count: deepest)
        #expect(try JSONValue(parsing: fine).array?.count == 1)
        #expect(throws: JSONFailure.tooDeep) {
            try JSONValue(parsing: String(repeating: "[", count: 1_000_000))
        }
    }

    @Test(
        "numbers keep their exact value",
        arguments: [
            ("3", 3), ("3.0", 3), ("3.5", nil), ("-7", -7),
            ("9007199254740993", 9_007_199_254_740_993),
            ("1e3", 1000), ("1e400", nil), ("99999999999999999999", nil),
        ] as [(String, Int?)])
    func integers(text: String, value: Int?) throws {
        #expect(try JSONValue(parsing: text).int == value)
    }

    @Test("a truth is no number and a number no truth")
    func truths() throws {
        #expect(try JSONValue(parsing: "true").bool == true)
        #expect(try JSONValue(parsing: "true").int == nil)
        #expect(try JSONValue(parsing: "1").bool == nil)
    }

    @Test("a text is shown without its quotes, anything else as JSON")
    func text() throws {
        let document = try JSONValue(parsing: #"{"a":"x y","b":[null,"z"]}"#)
        #expect(document["a"]?.text == "x y")
        #expect(document["b"]?.text == #"[null,"z"]"#)
        #expect(document["c"] == nil)
    }
}
