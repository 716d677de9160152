import Testing

@testable import Catalog

@Suite("Headed fields")
struct HeadedFieldsTests {
    @Test(
        "fields are found however their labels are written",
        arguments: [
            "**Symptoms:** it hangs\n\n**Cause:** the lock\n\n**Fix:** restart",
            "- **Symptom**: it hangs\n- **Likely cause:** the lock\n- **Solution** – restart",
            "Symptoms: it hangs\n\nRoot cause: the lock\n\nResolution: restart",
            "**Symptom**\n\nit hangs\n\n**Why**\n\nthe lock\n\n**How to fix:**\n\nrestart",
            "#### Symptoms\n\nit hangs\n\n#### Cause\n\nthe lock\n\n#### Solution\n\nrestart",
            "What **happens**: it hangs\n\n**Why**: the lock\n\nHow to **fix it**:\n\nrestart",
            "**Symptom / 现象**\nit hangs\n\n*Cause (likely):* the lock\n\n**Solution 1**: restart",
        ])
    func labels(body: String) {
        let entries = Loaded.entries("# Guide\n\n### It hangs\n\n\(body)\n")
        #expect(entries.map(\.localID) == ["it-hangs"])
        #expect(entries.first?.symptoms == ["it hangs"])
        #expect(entries.first?.causes == ["the lock"])
        #expect(entries.first?.fixes.map(\.text) == ["restart"])
    }

    @Test(
        "what else people call a failure is a field of its own, and alone makes no entry",
        arguments: [
            "**Also reported as:** nothing moves; it is stuck\n\n**Cause:** the lock",
            "- **Users say:** nothing moves;it is stuck;\n- **Cause:** the lock",
            "**Also known as:**\n\n- nothing moves\n- it is stuck\n\n**Cause:** the lock",
        ])
    func reports(body: String) {
        let entry = Loaded.entries("# Guide\n\n### It hangs\n\n\(body)\n").first
        #expect(entry?.reports == ["nothing moves", "it is stuck"])
        #expect(entry?.causes == ["the lock"])
        #expect(Loaded.entries("# Guide\n\n### Notes\n\n**Also known as:** x\n").isEmpty)
    }

    @Test("lists, nested lists and code blocks belong to the label before them")
    func lists() throws {
        let entry = try #require(
            Loaded.entries(
                """
                ### IC-01: No sound

                **Diagnosis:**
                - Look here:
                  - Status 403: not you
                - Look there

                **Fix:**

                ```sh
                # first
                docker compose restart \\
                  portal
                ```
                """
            ).first)
        #expect(entry.id == "demo/ic-01")
        #expect(entry.title == "No sound")
        #expect(entry.checks == ["Look here:", "Status 403: not you", "Look there"])
        #expect(entry.fixes.map(\.commands) == [["docker compose restart portal"]])
    }

    @Test("a heading whose sub-headings are the failures is none")
    func category() {
        let text = """
            # Troubleshooting
            ## Build issues
            ### Broken
            **Fix:** mend
            ### Slow
            **Fix:** wait
            """
        #expect(Loaded.identifiers(text) == ["broken", "slow"])
    }

    @Test("a table of causes and remedies below a failure belongs to it")
    func nestedTable() {
        let entries = Loaded.entries(
            "### Dead\n\n**Symptoms:** none\n\n| Cause | Fix |\n|---|---|\n| a | b |\n| c | d |\n")
        #expect(entries.map(\.causes) == [["a", "c"]])
        #expect(entries.first?.fixes.map(\.text) == ["b", "d"])
    }

    @Test("a remedy that names its condition gives the cause that nothing else does")
    func derivedCause() {
        let entries = Loaded.entries(
            "### Dead\n\n**Symptoms:** x\n\n**Fix:**\n- The portal is locked: restart it\n- Wait: why\n"
        )
        #expect(entries.first?.causes == ["The portal is locked"])
    }

    @Test("severity and probes are taken, and probes give the cause that nothing else does")
    func probes() {
        let entries = Loaded.entries(
            "### Dead\n\n**Severity:** HIGH\n\n**Fix:** wait\n\n```probe\nhttp x # it is off\n```\n"
        )
        #expect(entries.first?.severity == "high")
        #expect(entries.first?.probes.map(\.location.line) == [8])
        #expect(entries.first?.causes == ["it is off"])
    }
}
