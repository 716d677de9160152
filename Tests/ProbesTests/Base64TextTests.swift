import Foundation
import Testing

@testable import Probes

@Suite struct Base64TextTests {
    @Test("what Foundation encodes is decoded, of every length and byte")
    func agreement() {
        for length in 0..<70 {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ length &* 11) }
            let encoded = Data(bytes).base64EncodedString()
            let bare = encoded.filter { $0 != "=" }
            let url = String(bare.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 })
            #expect(Base64Text.bytes(of: encoded, .any) == bytes)
            #expect(Base64Text.bytes(of: bare, .any) == bytes)
            #expect(Base64Text.bytes(of: url, .any) == bytes)
            #expect(Base64Text.bytes(of: url, .url) == bytes)
        }
    }

    @Test(
        "what is no Base64 is told",
        arguments: ["A", "AAAAA", "AA A", "AA\n", "AA===", "A=AA", "äAA", "AA$A", "A.AA"])
    func malformed(text: String) {
        #expect(Base64Text.bytes(of: text, .any) == nil)
        #expect(Base64Text.bytes(of: text, .url) == nil)
    }

    @Test("a token's form has neither padding nor plus nor slash", arguments: ["AA==", "+/AA"])
    func urlForm(text: String) {
        #expect(Base64Text.bytes(of: text, .url) == nil)
        #expect(Base64Text.bytes(of: text, .any) != nil)
    }
}
