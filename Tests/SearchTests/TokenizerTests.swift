import Testing

@testable import Search

@Suite("Tokenizer")
struct TokenizerTests {
    @Test(
        "words, identifiers and their parts come apart",
        arguments: [
            ("Listener hears nothing", ["Listener", "hears", "nothing"]),
            ("MEDIAMTX_WHIP_BASE", ["MEDIAMTX", "WHIP", "BASE", "MEDIAMTX_WHIP_BASE"]),
            ("asyncio.Lock", ["asyncio", "Lock", "asyncio.Lock"]),
            ("room-token", ["room", "token", "room-token"]),
            ("sessionId", ["session", "Id", "sessionId"]),
            ("HTTPServer", ["HTTP", "Server", "HTTPServer"]),
            ("/livekit/*", ["livekit"]),
            ("src/livekit", ["src", "livekit", "src/livekit"]),
            ("500.002.1001", ["500.002.1001"]),
            ("401/503", ["401", "503", "401/503"]),
            ("doesn't", ["doesn", "t"]),
            ("the portal's log", ["the", "portal", "log"]),
            ("end. Next", ["end", "Next"]),
            ("a → b – “c”", ["a", "b", "c"]),
            ("café", ["café"]),
            ("", []),
            ("... -- ::", []),
        ])
    func tokens(text: String, expected: [String]) {
        #expect(Self.words(text) == expected)
    }

    @Test("a name in mixed case marks its words as humps")
    func humps() {
        var text = "LiveKit"
        let kinds = text.withUTF8 { Tokenizer.tokens(in: $0).map(\.kind) }
        #expect(kinds == [.hump, .hump, .word])
    }

    @Test("invalid UTF-8 and bytes cut short give tokens inside the text")
    func invalid() {
        let samples: [[UInt8]] = [
            [0xE2], [0xC2], [0xE3, 0x80], [0xFF, 0xFE, 0x61], [0x61, 0xE2, 0x80],
            [0x80, 0x2E, 0x80],
        ]
        for bytes in samples {
            let tokens = bytes.withUnsafeBufferPointer { Tokenizer.tokens(in: $0) }
            #expect(tokens.allSatisfy { $0.start < $0.end && $0.end <= bytes.count })
        }
    }

    @Test("a run longer than any word is no token")
    func longRun() {
        #expect(Self.words(String(repeating: "x", count: 65)).isEmpty)
        #expect(Self.words(String(repeating: "x", count: 64)).count == 1)
    }

    private static func words(_ text: String) -> [String] {
        var text = text
        return text.withUTF8 { bytes in
            Tokenizer.tokens(in: bytes).map {
                String(decoding: bytes[$0.start..<$0.end], as: UTF8.self)
            }
        }
    }
}
