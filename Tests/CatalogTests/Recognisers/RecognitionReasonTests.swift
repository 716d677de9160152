import Testing

@testable import Catalog

@Suite struct RecognitionReasonTests {
    @Test(
        "each entry says what took it for one, and why",
        arguments: [
            (
                "# T\n\n## Issue 1: It fails\n\n- **Status:** open\n- **Severity:** high\n- **Fix:** x\n",
                "incident-tracker", "a heading with Status, Severity, Fix below it"
            ),
            (
                "# KubePodCrashLooping\n\n## Meaning\n\na\n\n## Mitigation\n\nb\n", "alert-runbook",
                "the name of an alert with Meaning, Mitigation below it"
            ),
            (
                "## It fails\n\n**Symptoms:** a\n\n**Fix:** x\n", "headed-fields",
                "a heading with Symptoms, Fix below it"
            ),
            (
                "# FAQ\n\n## Why does it fail?\n\nBecause.\n", "questions-and-answers",
                "a question about what went wrong"
            ),
            (
                "| Symptom | Cause | Fix |\n|--|--|--|\n| it fails | x | y |\n", "symptom-table",
                "a row of a table with Cause, Fix beside what one sees"
            ),
            (
                "# Problems\n\n- **It fails.** x\n", "bold-lead-bullets",
                "a bullet that starts with a failure in bold, below 'Problems'"
            ),
            (
                "# Troubleshooting\n\n## It fails\n\n- is it on?\n", "headed-checks",
                "a heading that names a failure, where the headings above announce problems"
            ),
            (
                "# Troubleshooting\n\n## Rain and snow\n\n- is it on?\n", "headed-checks",
                "a heading below one that announces nothing but problems"
            ),
            (
                "# A\n\n## Close codes\n\n- `4001`: no token\n", "code-list",
                "a code with its meaning, in a list or table about codes"
            ),
            (
                "# A\n\n## Overview\n\n| Symptom | Fix |\n|--|--|\n| it fails | y |\n",
                "symptom-table", "a row of a table with Fix beside what one sees"
            ),
        ])
    func reason(markdown: String, recogniser: String, reason: String) throws {
        let entry = try #require(Loaded.entries(markdown).first)
        #expect(entry.recogniser == recogniser)
        #expect(entry.recognitionReason == reason)
    }
}
