import Foundation
import TestSupport
import Testing

/// Networks that do their worst to the built executable.
@Suite(
    "A hostile network", .serialized, .enabled(if: HostileNetwork.isAvailable),
    .timeLimit(.minutes(5)))
struct HostileNetworkTests {
    @Test("each has an outcome of its own, in time, in little memory, and no secret gets out")
    func all() throws {
        let network = try HostileNetwork()
        var tally = HostileNetworkTally()
        for row in HostileNetworkCase.all { try check(row, in: network, &tally) }
        print(tally.summary)
        #expect(tally.hangs == [])
        #expect(tally.leaks == [])
        #expect(tally.gluttons == [])
        let texts = Dictionary(grouping: HostileNetworkCase.all.filter(\.isOwn)) { row in
            "\(row.words[0]): \(row.observed)"
        }
        #expect(texts.filter { $0.value.count > 1 && $0.value[0].outcome != "pass" }.isEmpty)
    }

    @Test("a name that is not resolved in time holds up nobody else")
    func otherRequests() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "slow.md",
            """
            ---
            system: slow
            ---
            # Slow
            ## It hangs
            **Symptoms:** it hangs
            ```probe
            http http://slow.test:8000/ timeout=1s
            http http://127.0.0.1:8000/late timeout=4s
            ```
            """)
        let run = try HostileNetwork().diagnose(
            [
                "check", "slow/it-hangs", "--runbooks", "slow.md", "--no-embedded", "--output",
                "json",
            ],
            in: folder.path, environment: [:])
        let document = try JSONDecoder().decode(
            VerdictDocument.self, from: Data(run.output.utf8))
        #expect(document.probes.map(\.outcome) == ["fail", "pass"], "\(document.troubles)")
    }

    private func check(
        _ row: HostileNetworkCase, in network: HostileNetwork, _ tally: inout HostileNetworkTally
    ) throws {
        let folder = try TemporaryFolder()
        let formats = ["text", "junit", "tap", "github", "markdown", "prometheus", "nagios"]
        let reports = formats.flatMap { ["--report", "\($0)=\($0)"] }
        let run = try network.diagnose(
            ["probe"] + row.words + ["timeout=1s", "--output", "json"] + reports, in: folder.path,
            environment: row.environment)
        let written = formats.compactMap { try? folder.text(of: $0) }
        #expect(written.count == formats.count, "\(row.name): a report is missing")
        tally.count(
            run, of: row,
            leaks: ([run.output, run.errorOutput] + written).filter {
                $0.contains("canary")
            })
        #expect(run.exitCode == row.exitCode, "\(row.name): \(run.output)\(run.errorOutput)")
        let document = try? JSONDecoder().decode(
            VerdictDocument.self, from: Data(run.output.utf8))
        let probe = try #require(
            document?.probes.first, "\(row.name): \(run.output)\(run.errorOutput)")
        #expect(probe.outcome == row.outcome, "\(row.name): \(probe.observed)")
        if !row.observed.isEmpty { #expect(probe.observed == row.observed, "\(row.name)") }
        tally.count(probe, of: row)
    }
}
