import Foundation
import TestSupport
import Testing

/// Commands that are printed to be pasted: they look at the same system again.
@Suite struct PastedCommandTests {
    @Test("secrets are left out")
    func secrets() async throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "s.md",
            """
            ---
            system: s
            variables: { WORD: x, API_TOKEN: y }
            ---
            # S

            ## It fails

            **Cause:** the word

            ```probe
            env ${WORD} set=true # nobody set it
            ```
            """)
        let result = try await Program.diagnose(
            [
                "triage", "--no-embedded", "--runbooks", "s.md", "--set", "WORD=A B",
                "--set", "API_TOKEN=hunter2",
            ], in: folder.path)
        #expect(result.exitCode == 1)
        let command =
            "diagnose check s/it-fails --runbooks s.md --no-embedded --set 'WORD=A B'"
            + " --set 'API_TOKEN=[redacted:1]'"
        #expect(result.output.contains(command), "\(result.output)")
        #expect(!result.output.contains("hunter2"))
    }

    /// A folder with two runbooks in `my books`, both of which find something, and a log.
    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for (system, state) in [("till", "gone"), ("door", "shut")] {
            try folder.write(
                "my books/\(system).md",
                """
                ---
                system: \(system)
                variables: { PLACE: nowhere }
                ---
                # The \(system)

                ## The \(system) is \(state)

                **Cause:** somebody took it

                **Error signature:** `the \(system) has gone`

                **Fix:** put it back

                ```probe
                file ${PLACE}/\(state) exists=true of=\(system) # it is not there
                ```
                """)
        }
        try folder.write("app.log", "12:00:00 ERROR the till has gone\n")
        return folder
    }

    @Test(
        "whatever is printed to go on with names the runbooks, and flags that its command knows",
        arguments: [
            ["triage", "--set", "PLACE=x y"], ["show", "till/the-till-is-gone"],
            ["symptom", "the till is gone", "--set", "PLACE=x y"], ["logs", "app.log"],
            ["symptom", "purple elephants", "--set", "PLACE=x y"],
        ])
    func next(arguments: [String]) async throws {
        let folder = try folder()
        let result = try await Program.diagnose(
            arguments + ["--no-embedded", "--runbooks", "my books"], in: folder.path)
        let next = result.output.split(separator: "\n").compactMap { line in
            line.firstRange(of: "diagnose ").map { String(line[$0.upperBound...]) }
        }
        #expect(!next.isEmpty, "\(result.output)\(result.errorOutput)")
        for words in next {
            let pasted = try await Program.run(
                "/bin/sh", ["-c", "'\(TestEnvironment.executable)' \(words)"], in: folder.path)
            #expect(pasted.exitCode < 64, "\(words): \(pasted.errorOutput)")
        }
    }
}
