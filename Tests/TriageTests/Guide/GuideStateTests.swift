import Foundation
import Testing

@testable import Triage

@Suite struct GuideStateTests {
    private let now = Date(timeIntervalSince1970: 1_795_000_000)

    private func state(_ answers: [String: GuideAnswer] = ["shop/step-1#1f": .yes]) -> GuideState {
        GuideState(systems: ["shop"], directory: "/srv", saved: now, answers: answers)
    }

    @Test("a document reads back as it was written, without what nobody could tell")
    func roundTrip() throws {
        let written = state(["shop/step-1#1f": .yes, "shop/ink/check-1#2": .no, "x": .skip])
        let read = try #require(GuideState(parsing: Array(written.document.utf8)))
        #expect(read == written)
        #expect(read.answers.count == 2)
    }

    @Test(
        "what is no such document is none",
        arguments: [
            "", "[]", "{", #"{"schema":"diagnose.guide/2"}"#,
            #"{"schema":"diagnose.guide/1","systems":["shop"],"directory":"/","saved":"x","answers":{}}"#,
            #"{"schema":"diagnose.guide/1","systems":"shop","directory":"/","saved":1,"answers":{}}"#,
        ])
    func foreign(text: String) {
        #expect(GuideState(parsing: Array(text.utf8)) == nil)
    }

    @Test("answers that mean nothing are left out, and an absurd time makes it stale")
    func odd() throws {
        let text = #"""
            {"schema":"diagnose.guide/1","systems":["shop"],"directory":"/srv","saved":1e300,
            "answers":{"a":"maybe","b":"no","c":7}}
            """#
        let read = try #require(GuideState(parsing: Array(text.utf8)))
        #expect(read.answers == ["b": .no])
        #expect(!read.isGood(for: ["shop"], in: "/srv", at: now))
        #expect(GuideState(parsing: Array(read.document.utf8)) == read)
    }

    @Test("it is good for a day, for its systems and its folder")
    func lifetime() {
        #expect(state().isGood(for: ["shop"], in: "/srv", at: now.addingTimeInterval(86_399)))
        #expect(!state().isGood(for: ["shop"], in: "/srv", at: now.addingTimeInterval(86_401)))
        #expect(!state().isGood(for: ["shop"], in: "/srv", at: now.addingTimeInterval(-86_401)))
        #expect(!state().isGood(for: ["shop"], in: "/tmp", at: now))
        #expect(!state().isGood(for: ["bank"], in: "/srv", at: now))
        #expect(!state([:]).isGood(for: ["shop"], in: "/srv", at: now))
    }
}
