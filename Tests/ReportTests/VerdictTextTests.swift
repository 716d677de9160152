import Report
import Testing
import Triage

@Suite struct VerdictTextTests {
    @Test("the report at several widths", arguments: [80, 40])
    func unhealthy(width: Int) throws {
        let text = VerdictText.report(
            of: SampleVerdict.report(SampleVerdict.unhealthy), style: TextStyle(width: width))
        try Golden.expect(text, equals: "verdict-\(width).txt")
    }

    @Test("the report with colours")
    func color() throws {
        let text = VerdictText.report(
            of: SampleVerdict.report(SampleVerdict.unhealthy),
            style: TextStyle(usesColor: true))
        try Golden.expect(text, equals: "verdict-color.txt")
    }

    @Test("a healthy and an inconclusive verdict are short")
    func short() throws {
        let verdicts = [SampleVerdict.healthy, SampleVerdict.inconclusive]
        let texts = verdicts.map {
            VerdictText.report(of: SampleVerdict.report($0), style: TextStyle())
        }
        try Golden.expect(texts.joined(separator: "---\n"), equals: "verdict-short.txt")
    }

    @Test(
        "only commands and single long words may be wider than the terminal",
        arguments: [30, 40, 60, 80])
    func width(width: Int) throws {
        let verdict = SampleVerdict.unhealthy
        let text = VerdictText.report(
            of: SampleVerdict.report(verdict), style: TextStyle(width: width))
        let commands = try #require(verdict.lead).fixes.flatMap(\.commands)
        for line in text.split(separator: "\n") where line.count > width {
            let isCommand = commands.contains { line.hasSuffix($0) }
            let words = line.split(separator: " ")
            #expect(isCommand || words.count <= 2, "\(line)")
        }
    }
}
