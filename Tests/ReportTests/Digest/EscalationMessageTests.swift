import Catalog
import Testing
import Triage

@testable import Report

@Suite struct EscalationMessageTests {
    @Test("it names whom, with what, and says in the text what was seen")
    func note() throws {
        let note = try #require(EscalationMessage(of: SampleVerdict.report(SampleVerdict.chain)))
        #expect(note.owner == "media on-call")
        #expect(note.steps == ["Call the media on-call with the output of docker compose ps."])
        #expect(note.isFromRunbook)
        let message = note.message.joined(separator: "\n")
        for part in [
            "s is broken. mediamtx: ", "Saw: compose mediamtx state=running: state exited (1)",
            "Follows from it: booth, portal", "Also broken: worker", "s/ic-01, runbooks/s.md:42",
            "Seen at 2026-11-18T11:06:40Z",
        ] {
            #expect(message.contains(part), "\(message)")
        }
    }

    @Test("nothing leads, nobody is called")
    func none() {
        #expect(EscalationMessage(of: SampleVerdict.report(SampleVerdict.healthy)) == nil)
        #expect(EscalationMessage(of: SampleVerdict.report(SampleVerdict.inconclusive)) == nil)
    }

    @Test("a long list of failed lines is cut, and says so")
    func long() throws {
        var verdict = SampleVerdict.unhealthy
        let result = try #require(verdict.lead?.evidence.first)
        verdict.lead?.evidence = Array(repeating: result, count: 9)
        let note = try #require(EscalationMessage(of: SampleVerdict.report(verdict)))
        #expect(note.message.count { $0.hasPrefix("Saw: ") } == 5)
        #expect(note.message.contains("and 4 more failed probes of it"))
    }
}
