import Catalog
import Machine
import Testing

@testable import Triage

@Suite struct CoverageTests {
    private static let text = """
        ---
        system: s
        ---
        # Tracker

        ## Triage

        1. Is it up?

           ```probe
           http http://a/ status=200
           http http://b/ status=200
           log worker absent="cannot find"
           log worker absent="lost its lease"
           ```
        2. Is it Issue 2?

           ```probe
           http http://c/ status=200
           ```

        ## Issue 1: It fails

        - **Status:** Open
        - **Error signatures:** `Cannot find the queue`
        - **Likely cause:** nothing there
        - **Fix:** `docker compose restart api`, then `./start.sh` and `sudo redis-cli PING | grep PONG`

        ```probe
        http http://a/ status=200
        ```

        ## Issue 2: It hangs

        - **Status:** Open
        - **Likely cause:** a deadlock
        - **Fix:** `SELECT pg_cancel_backend(1) FROM x`

        ## Issue 3: A light stays on

        - **Status:** Observed
        - **Likely cause:** tracks that were not stopped

        **Not probed:** only someone in the room sees it
        """

    private func coverage() -> Coverage {
        let catalog = Catalog.load(
            sources: [RunbookSource(file: "s.md", bytes: Array(Self.text.utf8))])
        return Coverage(
            of: catalog.runbooks,
            commands: FakeCommandRunner(["docker": .exit(0), "grep": .exit(0)]))
    }

    @Test("entries are probed, unprobed, or said to be beyond machines, which do not count")
    func entries() {
        let coverage = coverage()
        #expect(coverage.probed.map(\.id) == ["s/issue-1"])
        #expect(coverage.unprobed.map(\.id) == ["s/issue-2"])
        #expect(coverage.exempt.map(\.id) == ["s/issue-3"])
        #expect(coverage.exempt.first?.unprobedReason == "only someone in the room sees it")
        #expect(coverage.share == 50)
    }

    @Test("a step's lines that no entry states or is named beside lead nowhere")
    func lines() {
        let coverage = coverage()
        #expect(
            coverage.unexplainedProbes.map(\.text) == [
                "http http://b/ status=200", "log worker absent=\"cannot find\"",
                "log worker absent=\"lost its lease\"",
            ])
        #expect(
            coverage.unexplainedSignatures.map(\.text) == ["log worker absent=\"lost its lease\""])
    }

    @Test("programs that fixes start are looked for, statements and built-ins are not")
    func programs() {
        let coverage = coverage()
        #expect(coverage.missingPrograms.map(\.program) == ["./start.sh", "redis-cli"])
        #expect(coverage.missingPrograms.allSatisfy { $0.entries == ["s/issue-1"] })
    }

    @Test("nothing to test is tested wholly")
    func nothing() {
        #expect(Coverage(of: [], commands: FakeCommandRunner()).share == 100)
    }
}
