import Catalog
import Foundation
import Testing
import Triage

@testable import Report

@Suite struct HTMLReportTests {
    private static let pages = [
        SampleVerdict.unhealthy, SampleVerdict.healthy, SampleVerdict.inconclusive,
    ]
    .map { HTMLReport.page(of: SampleVerdict.report($0)) }

    @Test(
        "whatever text comes from outside, the page has the same elements and attributes",
        arguments: [
            "</title></style></script></pre><script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>", "' onmouseover='x", "javascript:alert(1)",
            "<!-- ", "]]>", "&lt;script&gt;", "\u{0}\u{1B}[2J\u{202E}\u{2066}\u{FFFE}",
        ])
    func hostileText(text: String) {
        // As long, for long names take two lines of a box.
        let word = String(repeating: "w", count: text.printable.count)
        let harmless = HTMLReport.page(of: Self.report(saying: word))
        let hostile = HTMLReport.page(of: Self.report(saying: text))
        #expect(Self.shape(of: hostile) == Self.shape(of: harmless))
        let controls = hostile.unicodeScalars.filter { $0.isTerminalControl && $0 != "\n" }
        #expect(controls.isEmpty)
    }

    @Test("no page names a thing to fetch", arguments: pages)
    func selfContained(page: String) {
        let tags = Self.tags(in: page)
        let links = tags.filter { $0.contains(" src=") || $0.contains(" href=") }
        #expect(links.allSatisfy { $0.hasPrefix("<a href=\"#") })
        #expect(!page.contains("url(h") && !page.contains("@import"))
    }

    @Test("headings come in order, and each link leads to a place", arguments: pages)
    func structure(page: String) {
        let levels = Self.tags(in: page).compactMap { tag in
            tag.hasPrefix("<h") ? tag.dropFirst(2).first?.wholeNumberValue : nil
        }
        #expect(levels.first == 1)
        #expect(levels.count { $0 == 1 } == 1)
        #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
        let names = page.matches(of: /href="#([a-z]+)"/).map { String($0.output.1) }
        #expect(!names.isEmpty && names.allSatisfy { page.contains("<h2 id=\"\($0)\"") })
    }

    @Test(
        "the policy allows the page's own style and script: put the hash into the source",
        arguments: [
            ("style", HTMLPageStyle.text, HTMLPageStyle.hash),
            ("script", HTMLPageScript.text, HTMLPageScript.hash),
        ])
    func policy(tag: String, text: String, hash: String) throws {
        let page = try #require(Self.pages.first)
        #expect(page.contains("<\(tag)>\(text)</\(tag)>"))
        #expect(page.contains("\(tag)-src '\(hash)';"))
        #expect(try hash == "sha256-" + Self.digest(of: text))
    }

    @Test("the commands of a fix keep their lines, and what destroys data says so")
    func commands() {
        var verdict = SampleVerdict.unhealthy
        verdict.lead?.fixes = [Fix(text: "Do", commands: ["a <<E\n\n b\nE"], isDestructive: true)]
        let page = HTMLReport.page(of: SampleVerdict.report(verdict))
        #expect(page.contains("<code>a &lt;&lt;E\n\n b\nE</code>"))
        #expect(page.contains("This destroys data"))
        #expect(page.contains("data-what=\"command that destroys data\""))
    }

    /// A report all of whose outside texts are one.
    private static func report(saying text: String) -> RunReport {
        var runbook = Runbook(file: text, system: text, title: text)
        let place = SourceLocation(file: text, line: 1)
        runbook.owner = text
        var entry = SampleVerdict.entry(text, text, fixes: [Fix(text: text, commands: [text])])
        entry.validation = [text]
        entry.crossIssueNotes = [text]
        runbook.entries = [entry]
        runbook.triage = [TriageStep(number: 1, title: text, location: place)]
        runbook.sections = [.escalation, .evidence].map {
            Section(role: $0, title: text, items: [text], location: place)
        }
        let items = Outcome.allCases.map { outcome in
            TriageRecord.Item(
                result: ProbeResult(
                    line: ProbeLine(
                        text: text, kind: text, subject: text, conditions: [], reason: text,
                        location: place),
                    component: outcome == .fail ? text : outcome.rawValue, outcome: outcome,
                    observed: text, expected: text,
                    evidence: [text, "2026-11-18T10:00:00Z ERROR " + text]),
                owners: [.step(system: text, number: 1), .entry(id: entry.id)])
        }
        return SampleVerdict.report(
            Verdict(
                of: TriageRecord(
                    runbooks: [runbook], items: items,
                    dependencies: [text: ["base"], "pass": [text]])), flags: [text])
    }

    /// The tags of a page without what their attributes say, its style and script left out.
    private static func shape(of page: String) -> [String] {
        tags(in: page).map { $0.replacing(/"[^"]*"/, with: "") }
    }

    private static func tags(in page: String) -> [String] {
        page.replacing(HTMLPageStyle.text, with: "").replacing(HTMLPageScript.text, with: "")
            .matches(of: /<[^>]*>/).map { String($0.output) }
    }

    /// The SHA-256 of a text in Base64, as openssl has it.
    private static func digest(of text: String) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["openssl", "dgst", "-sha256", "-binary"]
        let input = Pipe()
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        // The text fits into the pipe.
        input.fileHandleForWriting.write(Data(text.utf8))
        try input.fileHandleForWriting.close()
        return output.fileHandleForReading.readDataToEndOfFile().base64EncodedString()
    }
}
