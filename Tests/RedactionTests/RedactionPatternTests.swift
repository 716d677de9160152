import Testing

@testable import Redaction

@Suite struct RedactionPatternTests {
    @Test(
        "patterns match as people expect",
        arguments: [
            ("CUST-[0-9]{8}", "id CUST-12345678 ok", ["CUST-12345678"]),
            ("CUST-\\d{4,6}", "CUST-12345678 CUST-123", ["CUST-123456"]),
            ("\\bAB\\d+\\b", "AB12 xAB12 AB12x", ["AB12"]),
            ("(foo|foobar)s?", "foobars", ["foobars"]),
            ("a.c", "abc a\nc azc", ["abc", "azc"]),
            ("[^ ]+@acme\\.test", "to joe.x@acme.test now", ["joe.x@acme.test"]),
            ("(?:ab){2,}", "ababab ab", ["ababab"]),
            ("^key: \\w+", "key: one\n key: two\nkey: three", ["key: one", "key: three"]),
            ("end$", "end\nendx\nthe end", ["end", "end"]),
            ("größe\\d", "größe7", ["größe7"]),
            ("[]x-]{3}", "a]x-b", ["]x-"]),
            ("[\\d_]{3}\\.\\*", "1_2.*", ["1_2.*"]),
            ("a [^\n]*z|bcd", "a bcd z, bcd", ["a bcd z", "bcd"]),
            ("abc(d*e)?", "abcddd abcdde", ["abc", "abcdde"]),
            ("x(a|b|)y+z?y", "xyyy xbyy", ["xyyy", "xbyy"]),
        ])
    func matches(pattern: String, text: String, expected: [String]) throws {
        let bytes = Array(text.utf8)
        let found = try RedactionPattern(pattern).ranges(in: bytes).map { bytes[$0].text }
        #expect(found == expected)
    }

    @Test(
        "what is no pattern, or would take everything out, is refused with the reason",
        arguments: [
            ("(ab", "'(' is not closed"), ("abc)", "')' closes nothing"),
            ("[abc", "'[' is not closed"), ("*abc", "'*' repeats nothing"),
            ("abc{x}", "'{' wants a count up to 200, as in '{2,5}'"),
            ("abc{5,2}", "'{' wants a count up to 200, as in '{2,5}'"),
            ("abc{1000}", "'{' wants a count up to 200, as in '{2,5}'"),
            ("abc\\", "it ends in a backslash"), ("(a)\\1bc", "'\\1' is not known"),
            ("(?=abc)def", "'(?' begins nothing but '(?:'"),
            ("", "it must ask for at least 3 characters"),
            (".*", "it must ask for at least 3 characters"),
            ("ab?c*d", "it must ask for at least 3 characters"),
            ("abc|x", "it must ask for at least 3 characters"),
            ("[z-a]bc", "a range in '[…]' runs backwards"), ("[ä]bc", "'[…]' takes ASCII, not 'ä'"),
            ("(((a{200}){200}){200})", "it repeats too much"),
            ("a" + String(repeating: "{200}", count: 9), "it repeats too much"),
            ("abc()" + String(repeating: "{200}", count: 5), "it repeats too much"),
            ("abc(|()){200}{200}{200}", "it repeats too much"),
            (String(repeating: "(", count: 30) + "abc", "its groups are nested too deeply"),
        ])
    func refused(pattern: String, reason: String) {
        #expect(throws: RedactionPattern.Malformed(reason)) { try RedactionPattern(pattern) }
    }

    @Test("no pattern takes more than the text's length of time", .timeLimit(.minutes(1)))
    func linear() throws {
        let bytes = Array(String(repeating: "a", count: 4_000).utf8) + [0x62]
        for pattern in ["(a+)+aac", "(a|a)*aaac", "(a*)*bbbb", "a{1,200}a{1,200}c"] {
            #expect(try RedactionPattern(pattern).ranges(in: bytes).isEmpty)
        }
    }
}
