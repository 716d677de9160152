import Foundation
import Report
import Testing
import Triage

@Suite struct ReportFormatTests {
    private static let verdicts = [
        ("unhealthy", SampleVerdict.unhealthy), ("healthy", SampleVerdict.healthy),
        ("inconclusive", SampleVerdict.inconclusive),
    ]
    /// Formats that tell of components and times, with what they tell it of.
    private static let telling = ["html", "markdown"]
    /// Formats that have suites of their own.
    private static let elsewhere: Set = ["text", "json"]

    @Test(
        "each format of each verdict is as recorded",
        arguments: ReportFormat.all.filter { !elsewhere.contains($0.name) }.map(\.name))
    func goldens(name: String) throws {
        let format = try #require(ReportFormat.named(name))
        let chain = Self.telling.contains(name) ? [("chain", SampleVerdict.chain)] : []
        for (health, verdict) in Self.verdicts + chain {
            let text = format.render(
                SampleVerdict.report(verdict, flags: ["--set", "slug=acme"]), TextStyle())
            // What is the same on every page has tests of its own.
            let own = text.replacing(#/<(style|script)>[^<]*</#) { "<\($0.output.1)><" }
            try Golden.expect(own, equals: "formats/\(name)-\(health).txt")
        }
    }

    @Test("no format lets outside text steer a terminal", arguments: ReportFormat.all.map(\.name))
    func hostileText(name: String) throws {
        let format = try #require(ReportFormat.named(name))
        let text = format.render(SampleVerdict.report(SampleVerdict.unhealthy), TextStyle())
        let steering = text.unicodeScalars.filter {
            $0.value < 0x20 && $0 != "\n" || $0 == "\u{7F}"
        }
        #expect(steering.isEmpty)
    }
}
