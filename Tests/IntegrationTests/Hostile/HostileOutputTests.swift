import Demo
import Foundation
import Machine
import Report
import TestSupport
import Testing

/// Hostile runbooks, names, logs, answers and arguments through the commands of the built program.
@Suite struct HostileOutputTests {
    /// What is written into every field of a runbook; one line, for a runbook's fields are.
    private static let words =
        HostileText.samples.map { $0.text }.joined(separator: " ")
        .split(whereSeparator: \.isNewline).joined(separator: " ")
        .replacing("|", with: "/").replacing("`", with: "'")

    private static let name = "ev\u{1B}[31mil\u{202E}\u{9B}\n::error::Zzyzx ##[error]"

    /// A folder in which all that can be named or written is hostile.
    private static func folder(_ url: String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let words = words.replacing("\u{0}", with: "")
        try folder.write(
            "\(name).md",
            """
            ---
            system: evil
            title: "\(words.replacing("\\", with: "").replacing("\"", with: "'"))"
            owner: '\(words.replacing("'", with: ""))'
            \(words): x
            ---
            # \(words)

            ## <a id="it-breaks"></a>It breaks \(words)

            **Symptoms:** it breaks \(words)

            **Cause:** \(words)

            **Fix:** mend it \(words) `docker \(words)`

            **Severity:** \(words)

            **Signatures:** `ERROR boom`

            ```probe
            http \(url)/ status=200 body~fine header.X-Evil=no # \(words)
            http \(url)/\(words.filter { !$0.isWhitespace && !"'\"\\#".contains($0) }) status=204
            file '\(words.replacing("'", with: ""))' exists=true
            nothing \(words)
            ```

            ## Triage

            1. \(words) {x} <y>
            """)
        try folder.write(
            "\(name).log",
            HostileText.samples.map { "2026-11-21T10:00:00Z ERROR \($0.text)\n" }.joined()
                + "2026-11-21T10:00:01Z ERROR boom \(words)\n\u{9B}::error::Zzyzx\n")
        try folder.write(".env", "EVIL=\(words.replacing("\n", with: " "))\n")
        return folder
    }

    private static func calls(_ url: String) -> [[String]] {
        let log = "\(name).log"
        let id = "evil/it-breaks"
        let symptom = "it breaks \(words.filter { $0 != "\0" })"
        let evil = String(words.filter { $0 != "\0" }.prefix(40))
        let reading: [[String]] = [
            ["list"], ["list", "--explain", "--output", "json"], ["show", id],
            ["show", id, "--output", "json"], ["symptom", symptom, "--why"],
            ["symptom", symptom, "--output", "json"], ["symptom", symptom, "--check"],
            ["logs", log], ["logs", log, "--output", "json"], ["logs", log, "--lines"],
            ["logs", log, log, "--known"], ["coverage"], ["coverage", "--output", "json"],
            ["new", symptom, "--dry-run"], ["new", "x", "--from-log", log, "--dry-run"],
            ["triage", "evil", "--dry-run"], ["triage", "evil", "--events"],
            ["triage", "evil", "--dry-run", "--output", "json"], ["list", evil], ["escalate"],
            ["fix", id, "--dry-run"], ["fix", evil], ["guide", evil],
        ]
        let typing: [[String]] = [
            ["logs", log, "--correlate", "boom"], ["logs", log, "--assign"],
            ["logs", "no\(evil)"], ["probe", "http", "\(url)/\(evil)", "status=204"],
            ["probe", "env", "EVIL", "value=x"], ["probe", "file", evil, "exists=true"],
            ["probe", "file", log, "match=x", "pattern=boom.*"],
            ["probe", "log", "./\(log)", "absent=ERROR", "since=365d"], ["probe", "tcp", evil],
            ["probe", evil, "x"], ["probe", "http", "x", "\(evil)=1"], [evil], ["--\(evil)"],
            ["list", "--\(evil)"], ["triage", "--runbooks", evil], ["triage", "--set", evil],
            ["check", evil], ["triage", "--report", evil], ["triage", "--jobs", evil],
            ["show", evil], ["lint", evil], ["lint", "--output", evil], ["escalate", evil],
            ["diff", evil, evil], ["test", evil], ["triage", "--replay", evil],
            ["triage", "--context", evil], ["completions", evil], ["schema", evil], ["man", evil],
        ]
        let lints = ["text", "json", "sarif", "github"].map { ["lint", ".", "--output", $0] }
        let formats = ReportFormat.all.map { ["check", id, "--output", $0.name] }
        let own = ["--no-embedded", "--runbooks", "."]
        return (reading + formats).map { $0 + own } + typing + lints
    }

    @Test("no command lets outside text steer a terminal or a build server, whatever it prints")
    func commands() async throws {
        let body = Self.words
        let server = try LoopbackServer.start { _ in
            .text(
                body, status: 500, fields: [.init(name: "X-Evil", value: "\u{9B}::error::Zzyzx")])
        }
        defer { server.stop() }
        let folder = try Self.folder(server.url)
        var leaks: [String] = []
        var silent: [String] = []
        var shownCount = 0
        let calls = Self.calls(server.url)
        for words in calls {
            let result = try await Program.diagnose(words, in: folder.path)
            let isGitHub = words.contains("github")
            for (place, text) in [("stdout", result.output), ("stderr", result.errorOutput)] {
                let allowed = isGitHub && place == "stdout"
                if let leak = HostileText.leak(in: text, allowingCommands: allowed) {
                    leaks.append("\(words.prefix(3)) \(place): \(leak)")
                }
            }
            if (result.output + result.errorOutput).contains(HostileText.mark) { shownCount += 1 }
            if result.output.isEmpty, result.errorOutput.isEmpty {
                silent.append("\(words.prefix(3))")
            }
            if result.exitCode == 70 || result.exitCode > 128 {
                leaks.append("\(words.prefix(3)) ended with \(result.exitCode)")
            }
        }
        print("hostile text: \(calls.count) commands × 2 streams, leaks \(leaks.count)")
        #expect(leaks.isEmpty, "\(leaks.joined(separator: "\n"))")
        #expect(silent.isEmpty, "\(silent)")
        // Else nothing was tried.
        #expect(shownCount > calls.count / 2)
    }
}
