import Testing

@testable import Catalog

/// Shapes of Markdown from the file's bytes to the entry with its commands.
@Suite("Shapes of Markdown")
struct MarkdownShapesTests {
    /// A document, and what a reader finds in it.
    struct Shape: CustomTestStringConvertible {
        var testDescription: String
        var text: String
        var titles: [String]
        var commands: [String]
        var lines: [Int]

        init(
            _ name: String, _ text: String, _ titles: [String], commands: [String] = [],
            lines: [Int]
        ) {
            testDescription = name
            (self.text, self.titles, self.commands, self.lines) = (text, titles, commands, lines)
        }
    }

    static let shapes: [Shape] = [
        Shape(
            "escaped pipes and code spans in cells",
            "# Issues\n\n| Symptom | Fix |\n|---|---|\n| `a \\| b` fails | `docker ps \\| wc` |",
            ["a | b fails"], commands: ["docker ps | wc"], lines: [5]),
        Shape(
            "a table in a list item",
            "# Runbook\n\n1. Look:\n\n   | Symptom | Fix |\n   |-|-|\n   | It stalls | `docker ps` |\n",
            ["It stalls"], commands: ["docker ps"], lines: [7]),
        Shape(
            "a fence in a list item",
            "# Runbook\n\n### It stalls\n\n**Fix:**\n\n1. Do:\n   ```sh\n   docker ps\n   ```\n",
            ["It stalls"], commands: ["docker ps"], lines: [3]),
        Shape(
            "details as entries",
            "# FAQ\n\n<details>\n<summary>It crashes</summary>\n\nRun:\n\n```sh\nmake db\n```\n\n</details>\n",
            ["It crashes"], commands: ["make db"], lines: [4]),
        Shape(
            "an HTML table",
            "# Issues\n\n<table>\n<tr><th>Symptom</th><th>Fix</th></tr>\n<tr><td>It stalls</td>"
                + "<td>Run <code>make db</code></td></tr>\n</table>\n",
            ["It stalls"], commands: ["make db"], lines: [5]),
        Shape(
            "admonitions in three spellings",
            "# Troubleshooting\n\n> [!WARNING]\n> **It fails late**\n>\n> Run `make a`.\n\n"
                + "!!! warning \"It is stuck\"\n\n    Run `make b`.\n\n:::danger[It hangs]\nRun `make c`.\n:::\n",
            ["It fails late", "It is stuck", "It hangs"],
            commands: ["make a", "make b", "make c"], lines: [4, 8, 12]),
        Shape(
            "setext headings", "Troubleshooting\n===\n\nIt fails\n---\n\nRun `make a`.\n",
            ["It fails"], commands: ["make a"], lines: [4]),
        Shape(
            "TOML front matter without a heading",
            "+++\nsystem = \"radio\"\ntitle = \"Troubleshooting\"\n+++\n\n## It fails\n\nRun `make a`.\n",
            ["It fails"], commands: ["make a"], lines: [6]),
        Shape(
            "MDX with imports, comments and components",
            "---\ntitle: Troubleshooting\n---\n\nimport A from 'b';\n\n{/* ## It never fails */}\n\n"
                + "## It fails {/* why */}\n\n<Tabs>\n<Tab title=\"Linux\">\n\n```sh\nmake a\n```\n\n</Tab>\n</Tabs>\n",
            ["It fails"], commands: ["make a"], lines: [9]),
        Shape(
            "an accordion",
            "# FAQ\n\n<AccordionGroup>\n  <Accordion title=\"It crashes\">\n    Run `make a`.\n  </Accordion>\n"
                + "</AccordionGroup>\n",
            ["It crashes"], commands: ["make a"], lines: [4]),
        Shape(
            "a byte order mark, CRLF and no final newline",
            "\u{FEFF}# Issues\r\n\r\n| Symptom | Fix |\r\n|---|---|\r\n| It stalls | `make a` |",
            ["It stalls"], commands: ["make a"], lines: [5]),
        Shape(
            "bold lines for headings",
            "# App\n\n## Troubleshooting\n\n**Login fails**\n\nRun `make a`.\n\n**No sound**\nRun `make b`.\n",
            ["Login fails", "No sound"], commands: ["make a", "make b"], lines: [5, 9]),
        Shape(
            "runs of labels",
            "# App\n\n## Troubleshooting\n\n**Problem:** It is slow\n**Solution:** `make a`\n\n"
                + "**Problem:** It hangs\n\n**Solution:** `make b`\n",
            ["It is slow", "It hangs"], commands: ["make a", "make b"], lines: [5, 8]),
        Shape(
            "plain leads of bullets and numbers",
            "# App\n\n## Common issues\n\n- Page is blank: run `make a`\n- `EADDRINUSE` → run `make b`\n\n"
                + "## Troubleshooting\n\n1. Camera does not open\n   - Run `make c`\n",
            ["Page is blank", "EADDRINUSE", "Camera does not open"],
            commands: ["make a", "make b", "make c"], lines: [5, 6, 10]),
        Shape(
            "questions as emphasised bullets",
            "## FAQ\n\n- *I see no devices, why?*\n  - Run `make a`.\n- *Can I use it at night?*\n  - Yes.\n"
                + "- *It stops after a minute, why?*\n  - Run `make b`.\n",
            ["I see no devices, why?", "It stops after a minute, why?"],
            commands: ["make a", "make b"], lines: [3, 7]),
        Shape(
            "a label right behind a list",
            "# Runbook\n\n## Incident 1 — Scores degrade\n\n**Checks**:\n1. Look.\n**Remediation**:\n- Run `make a`.\n",
            ["Scores degrade"], commands: ["make a"], lines: [3]),
        Shape(
            "numbered scenarios, whatever their words",
            "# Runbook\n\n## Scenario 6 — Accidental exposure\n\nRun `make a`.\n",
            ["Accidental exposure"], commands: ["make a"], lines: [3]),
        Shape(
            "labels in other languages",
            "# Guia\n\n## Arquivo ausente\n\n### Problema\n\nFalta.\n\n### Causa\n\nNada.\n\n### Solução\n\n`make a`\n\n"
                + "## 认证失败\n\n**问题现象：**\n\n拒绝\n\n**解决方案：**\n\n`make b`\n",
            ["Arquivo ausente", "认证失败"], commands: ["make a", "make b"], lines: [3, 17]),
        Shape(
            "numbered questions",
            "# FAQ\n\n### Q1. Why is my screen black?\n\nRun `make a`.\n\n### Q2. Which screens fit?\n\nAll.\n",
            ["Why is my screen black?"], commands: ["make a"], lines: [3]),
        Shape(
            "ways out below a symptom",
            "# Troubleshooting\n\n## It fails to fetch\n\n### Option 1: Change the name server\n\nRun `make a`.\n",
            ["It fails to fetch"], commands: ["make a"], lines: [3]),
        Shape(
            "topics of a document about failures",
            "# Troubleshooting\n\n## Metrics\n\n### No metrics appear\n\nRun `make a`.\n\n### Metrics are wrong\n\n"
                + "Run `make b`.\n\n### Buckets are missing\n\nRun `make c`.\n\n## Runtime\n\n### Nested loop\n\n"
                + "Run `make d`.\n\n## Technical notes\n\n### Video\n\nIt plays.\n\n### Window\n\nIt opens.\n",
            ["No metrics appear", "Metrics are wrong", "Buckets are missing", "Nested loop"],
            commands: ["make a", "make b", "make c", "make d"], lines: [5, 9, 13, 19]),
    ]

    @Test("the entries, their lines and their commands are found", arguments: shapes)
    func entries(_ shape: Shape) {
        let found = Loaded.entries(shape.text)
        #expect(found.map(\.title) == shape.titles)
        #expect(found.flatMap { $0.fixes.flatMap(\.commands) } == shape.commands)
        #expect(found.map(\.location.line) == shape.lines)
    }

    @Test(
        "documents that only look like runbooks hold no entries",
        arguments: [
            "# Runbook\n\n## Rollback\n\n1. Run `make a`.\n\n## CI guards (regression catchers)\n\nText.\n",
            "# Known issues\n\n## Issue summary\n\n| Priority | Count |\n|-|-|\n| High | 0 |\n\n## High priority\n\n**None**\n",
            "# Troubleshooting\n\n## First checks\n\nRun it.\n\n## Authentication\n\nKeys.\n\n## DNS\n\nNames.\n",
            "# FAQ\n\n## Does it survive a reload?\n\nYes.\n\n## Which model should I use?\n\nAny.\n",
            "# Tool troubleshooting\n\n## Viewing debug logs\n\nLook for ERROR lines.\n",
        ])
    func negatives(text: String) {
        #expect(Loaded.entries(text).map(\.title) == [])
    }
}
