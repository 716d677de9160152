import Foundation
import Testing

@testable import Report

@Suite struct HTMLPageStyleTests {
    /// What stands on what, in the page and in its drawing, which checkers of pages can't look into.
    private static let pairs = [
        ("text", "page"), ("text", "box"), ("quiet", "page"), ("quiet", "box"), ("link", "page"),
        ("text", "bad-box"), ("bad", "page"), ("bad", "box"), ("bad", "bad-box"),
        ("on-bad", "bad"), ("good", "box"), ("good", "page"), ("unclear", "box"),
        ("unclear", "page"),
    ]

    @Test(
        "every text has a contrast of 4.5 to 1 in light, in dark and on paper",
        arguments: 0..<3, pairs)
    func contrast(scheme: Int, pair: (String, String)) throws {
        let schemes = HTMLPageStyle.text.matches(of: #/:root \{([^}]*)\}/#).map(\.output.1)
        try #require(schemes.count == 3)
        let colours = Dictionary(
            schemes[scheme].matches(of: #/--([a-z-]+): #([0-9a-f]{6});/#)
                .map { (String($0.output.1), String($0.output.2)) }, uniquingKeysWith: { $1 })
        let front = Self.luminance(of: try #require(colours[pair.0]))
        let back = Self.luminance(of: try #require(colours[pair.1]))
        let ratio = (max(front, back) + 0.05) / (min(front, back) + 0.05)
        #expect(ratio >= 4.5, "\(pair.0) on \(pair.1): \(ratio)")
    }

    @Test("every variable that is used is set")
    func variables() {
        let text = HTMLPageStyle.text
        let used = Set(text.matches(of: #/var\(--([a-z-]+)\)/#).map { String($0.output.1) })
        let unset = used.filter { !text.contains("--\($0): #") }
        #expect(unset.isEmpty)
    }

    /// The relative luminance of a colour (WCAG 2.2, "relative luminance").
    private static func luminance(of colour: String) -> Double {
        let number = Int(colour, radix: 16) ?? 0
        let channels = [16, 8, 0].map { shift -> Double in
            let share = Double(number >> shift & 0xFF) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    }
}
