import Catalog
import Report
import Testing
import Triage

@Suite struct EscalationNoteTests {
    @Test(
        "the note says what is wrong, what was seen and run, whom to call, and what is handed over")
    func note() throws {
        try Golden.expect(Self.note(), equals: "escalation/bundle.txt")
    }

    @Test("without a bundle it says how to get one")
    func withoutBundle() {
        var handOff = Self.handOff
        handOff.bundle = nil
        handOff.items = [.init(text: "the logs", places: [])]
        let text = EscalationNote.text(of: handOff)
        #expect(text.contains("`diagnose bundle` captures it."))
        #expect(text.contains("- the logs\n"))
    }

    @Test("a here-document of the fix keeps its empty lines")
    func document() {
        var handOff = Self.handOff
        handOff.report.verdict.lead?.fixes = [
            Fix(text: "Write it", commands: ["cat <<-EOF > a\n\n\tb\n\tEOF"])
        ]
        let text = EscalationNote.text(of: handOff)
        #expect(text.contains("\n  cat <<-EOF > a\n\n  b\n  EOF\n  ```\n"), "\(text)")
    }

    @Test("a run without a line says so")
    func empty() {
        let verdict = Verdict(of: TriageRecord(runbooks: [], items: []))
        let handOff = HandOff(
            of: SampleVerdict.report(verdict), version: "1.2.3", bundle: nil, sources: [],
            items: [], lacks: [])
        #expect(EscalationNote.text(of: handOff).contains(": nothing here can be probed.\n"))
    }

    @Test("a healthy run has nothing to hand over but what was run")
    func healthy() {
        let handOff = HandOff(
            of: SampleVerdict.report(SampleVerdict.healthy), version: "1.2.3", bundle: nil,
            sources: [], items: [], lacks: [])
        let text = EscalationNote.text(of: handOff)
        #expect(text.hasPrefix("# healthy: the one probe passed\n"))
        #expect(text.contains("\n## What was run\n"))
        #expect(!text.contains("What is affected"))
    }

    @Test("the same hand-off gives the same note, and no control character gets into it")
    func stable() {
        #expect(Self.note() == Self.note())
        #expect(!Self.note().unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }

    private static func note() -> String { EscalationNote.text(of: handOff) }

    private static var handOff: HandOff {
        HandOff(
            of: SampleVerdict.report(SampleVerdict.unhealthy, flags: ["--set event_slug=summit"]),
            version: "1.2.3", bundle: "incident.tar.gz",
            sources: [.init(system: "s", file: "runbooks/s.md", revision: "0123456789ab")],
            items: [
                .init(text: "docker compose ps -a", places: ["compose/"]),
                .init(text: "A screenshot *of* the page", places: []),
            ],
            lacks: [.init(what: "git", reason: "git is not installed here")])
    }
}
