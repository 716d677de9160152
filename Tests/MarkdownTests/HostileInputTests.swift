import Foundation
import Testing

@testable import Markdown

@Suite("Hostile input")
struct HostileInputTests {
    /// A text that grows with a count and costs a careless parser its square, or its stack.
    struct Attack: CustomTestStringConvertible {
        var testDescription: String
        var text: @Sendable (Int) -> String

        init(_ name: String, _ text: @escaping @Sendable (Int) -> String) {
            testDescription = name
            self.text = text
        }

        /// The same piece again and again.
        init(repeating piece: String, after prefix: String = "") {
            self.init(prefix + piece + "…") { prefix + String(repeating: piece, count: $0) }
        }
    }

    static let attacks: [Attack] = [
        Attack(repeating: ">"), Attack(repeating: "- "), Attack(repeating: "1. "),
        Attack(repeating: "* "), Attack(repeating: "> - "), Attack(repeating: "["),
        Attack(repeating: "![", after: "[x]: y\n\n"), Attack(repeating: "[a]("),
        Attack(repeating: "[a](<b"), Attack(repeating: "[a][", after: "[x]: y\n\n"),
        Attack(repeating: "*a **b "), Attack(repeating: "a*"), Attack(repeating: "*_"),
        Attack(repeating: "~~a "), Attack(repeating: "a<!--"), Attack(repeating: "a<?"),
        Attack(repeating: "<a b='"), Attack(repeating: "<a:"), Attack(repeating: "&#x"),
        Attack(repeating: "[a]: b\n"), Attack(repeating: "[a\n=\n"), Attack(repeating: "|a\n|-\n"),
        Attack(repeating: "> ```\n"), Attack(repeating: "\n", after: "- - - - - - - - a\n"),
        Attack(repeating: ":::note\n"), Attack(repeating: ":::a\n:::\n"), Attack(repeating: "{/* "),
        Attack(repeating: "> [!NOTE]\n"), Attack(repeating: "!!! a\n    "),
        Attack("nested callouts") { count in
            (0..<min(count, 1_000)).map { String(repeating: "    ", count: $0) + "!!! a\n" }
                .joined()
        },
        Attack("nested links") {
            String(repeating: "[", count: $0) + String(repeating: "](a)", count: $0)
        },
        Attack("nested images") {
            String(repeating: "![", count: $0) + String(repeating: "](a)", count: $0)
        },
        Attack("nested lists, one a line") { count in
            (0..<min(count, 1_000)).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()
        },
        Attack("nested quotes on many lines") { count in
            String(repeating: String(repeating: ">", count: 1_000) + "a\n", count: count / 1_000)
        },
        Attack("backtick runs of all lengths") { count in
            (1...max(1, Int(Double(count).squareRoot()))).map {
                "a" + String(repeating: "`", count: $0)
            }.joined()
        },
    ]

    @Test("parsing ends soon and keeps within the stack", arguments: attacks)
    func attack(_ attack: Attack) {
        let text = attack.text(10_000)
        var document = Document(blocks: [])
        let duration = ContinuousClock().measure {
            document = Document(parsing: text).foldingHTML()
            document.walk { block in
                guard let text = block.text else { return }
                // Any answer will do: what counts is that there is one.
                _ = text.inlines.plainText.utf8.count + text.plainText.utf8.count
            }
        }
        // A tenth of a second unoptimised; the square would take many.
        #expect(duration < .seconds(20))
        #expect(document.depth <= 2 * BlockParser.maximumDepth)
    }

    @Test("containers nested too deep are text")
    func deepQuotes() {
        let document = Document(parsing: String(repeating: "> ", count: 1_000) + "a")
        var texts: [String] = []
        document.walk { if let text = $0.text { texts.append(text.source) } }
        let rest = 1_000 - (BlockParser.maximumDepth - 1)
        #expect(texts == [String(repeating: "> ", count: rest) + "a"])
    }

    @Test("random bytes are parsed whatever they are", arguments: 0..<20)
    func randomBytes(seed: Int) {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        let alphabet = Array("-*_>#`~|:[]()!<>&;\\=+1.a \t\n\n\r\"'/\u{0}é".utf8) + [0xFF, 0xE2]
        let bytes = (0..<4_000).map { _ in
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return alphabet[Int(state % UInt64(alphabet.count))]
        }
        let document = Document(parsing: bytes)
        let lineCount =
            ByteText(normalising: String(decoding: bytes, as: UTF8.self)).bytes
            .count { $0 == .lineFeed } + 1
        document.walk { block in
            #expect(1...lineCount ~= block.position.line)
            #expect(block.position.line...lineCount ~= block.endLine)
            if let text = block.text { #expect(text.inlines.plainText == text.plainText) }
        }
    }
}

extension Document {
    /// How deep blocks nest.
    fileprivate var depth: Int { blocks.map(\.depth).max() ?? 0 }
}

extension Block {
    fileprivate var depth: Int { 1 + (children.map(\.depth).max() ?? 0) }
}
