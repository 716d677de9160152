import Testing

@testable import Catalog

@Suite("Incident trackers")
struct IncidentTrackerTests {
    private let tracker = """
        # RCA tracker

        ## Issue 1: Token rejected

        - Status: Open
        - Severity: High
        - Subsystem: Auth / pipeline
        - Error signatures:
          - `Token rejected (%s)`
          - plain text of a line
        - Observed behavior: requests fail
        - Primary RCA hypothesis: wrong keys
        - Secondary RCA hypotheses:
          - wrong issuer
        - Evidence in code:
          - `auth.py`: `verify`
        - Confidence: Medium
        - Root-cause questions:
          - Which keys?
        - Validation after fix: 200

        ## Issue 2: Slow start

        - **Status:** Observed
        - **Severity:** Low
        - **Error signatures:** None
        - **RCA:** a download
        - **Fix options (superseded):** a cache
        - **Action:** nothing

        ## Cross-issue notes

        - Issue 1 hides the rest.
        - All is well.
        - A slow network is no bug.

        ## Minimal fix paths

        For Issue 2 (slow start):

        - Option A: download later
        """

    @Test("every field of an issue finds its place")
    func fields() throws {
        let entry = try #require(Loaded.entries(tracker).first)
        #expect(entry.id == "demo/issue-1")
        #expect(entry.title == "Token rejected")
        #expect(entry.status == "open")
        #expect(entry.severity == "high")
        #expect(entry.confidence == "medium")
        #expect(entry.subsystem == "Auth / pipeline")
        #expect(entry.signatures == ["Token rejected (%s)", "plain text of a line"])
        #expect(entry.symptoms == ["requests fail"])
        #expect(entry.causes == ["wrong keys", "wrong issuer"])
        #expect(entry.questions == ["Which keys?"])
        #expect(entry.validation == ["200"])
        #expect(entry.evidence == ["auth.py: verify"])
        #expect(entry.recogniser == "incident-tracker")
    }

    @Test("no signature is no signature")
    func absence() {
        #expect(Loaded.entries(tracker).last?.signatures == [])
    }

    @Test("remarks on several issues go to those they name by code or words, or to all")
    func crossIssue() {
        let entries = Loaded.entries(tracker)
        #expect(entries.map(\.localID) == ["issue-1", "issue-2"])
        #expect(
            entries.map(\.crossIssueNotes) == [
                ["Issue 1 hides the rest.", "All is well."],
                ["All is well.", "A slow network is no bug."],
            ])
        #expect(entries.last?.notes.map(\.items) == [["a cache"]])
        #expect(entries.last?.fixes.map(\.text) == ["nothing", "Option A: download later"])
    }
}
