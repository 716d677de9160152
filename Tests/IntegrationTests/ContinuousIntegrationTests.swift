import Foundation
import Machine
import TestSupport
import Testing

/// `.ci/run` with a `make` of our own, whose tests end as told.
@Suite struct ContinuousIntegrationTests {
    private static let summary = "✘ Test run with 3 tests in 1 suite failed after 1 seconds."
    private static let failed = """
        ◇ Test "a" started.
        ✘ Test "a" recorded an issue at A.swift:1:2: Expectation failed: 1 == 2
        ↳ because
        ✘ Test "a" failed after 0.1 seconds with 1 issue.
        \(summary)
        make: *** [Makefile:16: test] Error 1
        """

    @Test("where tests fail, their names and the summary stand last, and the exit code is theirs")
    func failing() async throws {
        let result = try await run(saying: Self.failed, exit: 2)
        #expect(result.exitCode == 2)
        #expect(
            result.lines.suffix(3) == [
                "✘ Test \"a\" recorded an issue at A.swift:1:2: Expectation failed: 1 == 2",
                "✘ Test \"a\" failed after 0.1 seconds with 1 issue.", Self.summary,
            ])
        #expect(result.lines.count { $0 == Self.summary } == 1)
        #expect(result.lines.contains("↳ because"))
    }

    @Test("where all is well, only the summary stands last")
    func passing() async throws {
        let summary = "✔ Test run with 3 tests in 1 suite passed after 1 seconds."
        let result = try await run(saying: "✔ Test \"a\" passed.\n\(summary)", exit: 0)
        #expect(result.exitCode == 0)
        #expect(result.lines == ["✔ Test \"a\" passed.", summary])
    }

    @Test("where the run is cut short, it says which test was running and what the error was")
    func crash() async throws {
        let text = "◇ Test \"a\" started.\n◇ Test \"b\" started.\nerror: unexpected signal code 11"
        let result = try await run(saying: text, exit: 2)
        #expect(result.exitCode == 2)
        #expect(
            result.lines.suffix(2) == ["◇ Test \"b\" started.", "error: unexpected signal code 11"])
    }

    @Test(
        "what fuzzing or a sanitizer finds fails the run; what no time was left for does not",
        arguments: [
            (["fuzz": 3], 3, "make fuzz failed"), (["sanitize": 2], 2, "make sanitize failed"),
            (["sanitize": 124], 0, "make sanitize was cut short"),
        ] as [([String: Int32], Int32, String)])
    func found(codes: [String: Int32], exitCode: Int32, words: String) async throws {
        let summary = "✔ Test run with 3 tests in 1 suite passed after 1 seconds."
        let result = try await run(saying: summary, exit: 0, others: codes)
        #expect(result.exitCode == exitCode)
        #expect(result.lines.suffix(2).first?.hasPrefix(words) == true)
        #expect(result.lines.last == summary)
    }

    /// Runs it; the tests print a text and end with a code, other targets end with theirs.
    private func run(
        saying text: String, exit code: Int32, others: [String: Int32] = [:]
    ) async throws -> (lines: [String], exitCode: Int32) {
        let folder = try TemporaryFolder()
        let script = try Data(
            contentsOf: TestEnvironment.root.appendingPathComponent(".ci/run"))
        try folder.write(".ci/run", script, permissions: 0o755)
        try folder.write("said", text + "\n")
        try folder.write(
            "bin/make",
            """
            #!/bin/sh
            case $1 in fuzz) exit \(others["fuzz"] ?? 0) ;; sanitize) exit \(others["sanitize"] ?? 0) ;; esac
            [ "$1" = test ] || exit 0
            cat said
            exit \(code)

            """,
            permissions: 0o755)
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let result = try await Program.run(
            "/bin/bash", [folder.path + "/.ci/run"], in: folder.path,
            environment: ["PATH": folder.path + "/bin:" + path])
        return (result.output.split(separator: "\n").map(String.init), result.exitCode)
    }
}
