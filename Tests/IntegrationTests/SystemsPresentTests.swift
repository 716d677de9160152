import Foundation
import TestSupport
import Testing

/// Which systems `triage` looks at where compose does not tell in time which services there are.
@Suite struct SystemsPresentTests {
    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("docker", "#!/bin/sh\nexec sleep 300\n", permissions: 0o755)
        // Services that only compose can tell.
        try folder.write("compose.yaml", "include: [more.yaml]\n")
        return folder
    }

    @Test("it takes the general runbook, and has time left to look")
    func fallback() async throws {
        let folder = try folder()
        let result = try await Program.diagnose(
            ["triage", "--deadline", "4s", "--output", "json"], in: folder.path,
            environment: ["PATH": folder.path + ":/usr/bin:/bin"])
        let document = try VerdictDocument(result)
        #expect(document.probes.contains { $0.outcome != "unknown" }, "\(document.troubles)")
        #expect(
            result.errorOutput.contains(
                "which systems are here could not be told within 2 s; looking at general"),
            "\(result.errorOutput)")
    }

    @Test("where there is none it says so in the note to hand over, too")
    func none() async throws {
        let folder = try TemporaryFolder()
        let note = try await Program.diagnose(["escalate", "--no-embedded"], in: folder.path)
        #expect(note.output.contains(": nothing here can be probed.\n"), "\(note.output)")
    }
}
