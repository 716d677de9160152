import Demo
import Foundation
import Machine
import Testing

/// The executable's manners: messages, exit codes, and what goes where.
@Suite struct CommandLineTests {
    @Test(
        "a wrong command line is told on standard error, with the nearest name, and exits 64",
        arguments: [
            (["triag"], "unknown command 'triag'; did you mean 'triage'?"),
            (["triage", "voxbent"], "unknown system 'voxbent'; did you mean 'voxbento'?"),
            (
                ["triage", "--dedline", "5s"],
                "unknown flag '--dedline'; did you mean '--deadline'?"
            ),
            (
                ["triage", "--deadline", "soon"],
                "--deadline wants a time such as 5s or 2m, not 'soon'"
            ),
            (["triage", "--set", "X"], "--set wants KEY=VALUE, not 'X'"),
            (
                ["triage", "--set", "PORTAL_ULR=x"],
                "unknown variable 'PORTAL_ULR'; did you mean 'PORTAL_URL'?"
            ),
            (
                ["triage", "voxbento", "--skip", "voxbento/ic-9"],
                "unknown entry or step 'voxbento/ic-9'; did you mean 'voxbento/ic-01'?"
            ),
            (
                ["check", "voxbento/ic02"],
                "unknown entry 'voxbento/ic02'; did you mean 'voxbento/ic-02'?"
            ),
            (["show", "ic-02"], "unknown entry 'ic-02'; did you mean 'voxbento/ic-02'?"),
            (["show"], "an entry's id is wanted, as in: diagnose show voxbento/ic-02"),
            (["probe", "sonar", "x"], "unknown probe kind 'sonar'; there is http, "),
            (["probe", "htpp", "x"], "unknown probe kind 'htpp'; did you mean 'http'?"),
            (
                ["probe", "http", "http://localhost", "stats=200"],
                "http has no key 'stats'; did you mean 'status'?"
            ),
            (
                ["probe", "http", "http://localhost", "status=abc", "status"],
                "'status' has no comparison"
            ),
            (
                ["symptom"],
                "symptom wants words, as in: diagnose symptom \"listener hears nothing\""
            ),
            (["lint", "nowhere.md"], "cannot read 'nowhere.md'"),
            (["list", "--runbooks", "nowhere"], "cannot read 'nowhere'"),
            (["symptom", "x", "--timeout", "banana"], "--timeout wants a time"),
            (["symptom", "x", "--jobs", "zero"], "--jobs wants a number"),
            (["lint", "x.md", "--runbooks", "y"], "PATH and --runbooks exclude each other"),
            (
                ["lint", "--rules", "--output", "sarif"],
                "--output wants text or json with --rules, not 'sarif'"
            ),
            (["lint", "--rules", "--fix"], "--rules and --fix exclude each other"),
            (["demo", "--fault", "two-head"], "not 'two-head'; did you mean 'two-heads'?"),
        ])
    func usage(arguments: [String], message: String) async throws {
        let result = try await Program.diagnose(arguments, in: "/")
        #expect(result.exitCode == 64)
        #expect(result.errorOutput.contains(message), "\(result.errorOutput)")
        #expect(result.standardOutput.isEmpty)
    }

    @Test("without arguments it shows help and does not claim success")
    func nothing() async throws {
        let result = try await Program.diagnose([], in: "/")
        #expect(result.exitCode == 64)
        #expect(result.errorOutput.contains("Usage: diagnose"))
    }

    @Test("a broken runbook is told with its place and stops no other")
    func brokenRunbook() async throws {
        try await withFolder { folder in
            try "# A\n\n## It fails\n\nCause: x\n\n```probe\nhtpp x\nhttp\n```\n".write(
                toFile: folder + "/a.md", atomically: true, encoding: .utf8)
            try "# B\n\n## It hangs\n\n**Cause:** deadlock\n\n**Fix:** restart\n".write(
                toFile: folder + "/b.md", atomically: true, encoding: .utf8)
            let lint = try await Program.diagnose(["lint", "."], in: folder)
            #expect(lint.exitCode == 65)
            #expect(lint.output.contains("./a.md:8:1: error: unknown probe kind 'htpp'"))
            #expect(lint.output.contains("./a.md:9:5: error: 'http' has no subject"))

            let list = try await Program.diagnose(
                ["list", "--no-embedded", "--runbooks", "."], in: folder)
            #expect(list.exitCode == 0)
            #expect(list.output.contains("b/it-hangs"))
            #expect(list.errorOutput.contains("./a.md:9:5: error:"))
        }
    }

    @Test("what can't be read below a folder is told and stops no other; a path given must be read")
    func unreadable() async throws {
        try await withFolder { folder in
            try "# B\n\n## It hangs\n\n**Cause:** deadlock\n".write(
                toFile: folder + "/b.md", atomically: true, encoding: .utf8)
            try Data(count: (8 << 20) + 1).write(to: URL(fileURLWithPath: folder + "/huge.md"))
            let list = try await Program.diagnose(
                ["list", "--no-embedded", "--runbooks", "."], in: folder)
            #expect(list.exitCode == 0)
            #expect(list.output.contains("b/it-hangs"))
            #expect(list.errorOutput.contains("./huge.md:1:1: error: left out: "))
            let lint = try await Program.diagnose(["lint", "huge.md"], in: folder)
            #expect(lint.exitCode == 64)
        }
    }

    @Test("words that steer a terminal are shown harmless")
    func controlCharacters() async throws {
        let result = try await Program.diagnose(["tri\u{1B}[2Jage\u{202E}"], in: "/")
        #expect(result.errorOutput.hasPrefix("diagnose: unknown command 'triage\u{FFFD}'"))
    }

    @Test("output that can't be written is no success; a reader that has gone is no failure")
    func output() async throws {
        for (target, code) in [("> /dev/full", 70), ("| head -c 1 > /dev/null", 0)] {
            let script = "\(TestEnvironment.executable) list \(target)"
            let result = try await Program.run("/bin/sh", ["-c", script], in: "/")
            #expect(result.exitCode == Int32(code), "\(target)")
        }
    }

    @Test(
        "what is named twice is printed once",
        arguments: [
            (["list", "voxbento", "voxbento"], "voxbento/ic-01"),
            (["list", "voxbento", "--system", "voxbento"], "voxbento/ic-01"),
            (["show", "voxbento/ic-01", "voxbento/ic-01"], "What you see"),
        ])
    func once(arguments: [String], text: String) async throws {
        let result = try await Program.diagnose(arguments, in: "/")
        #expect(result.output.components(separatedBy: text).count == 2, "\(result.output)")
    }

    @Test("a severity that another system's entries have is none that is unknown")
    func severity() async throws {
        let result = try await Program.diagnose(
            ["list", "voxbento", "--severity", "high"], in: "/")
        #expect(result.exitCode == 0 && result.output.isEmpty, "\(result.errorOutput)")
    }

    @Test("variables come from --set, the environment, --env-file and the default, in that order")
    func variables() async throws {
        try await withFolder { folder in
            try """
            ---
            system: s
            variables:
              WORD: from-default
            ---
            # S

            ## It fails

            **Cause:** the word

            ```probe
            env ${WORD} set=true
            ```
            """.write(toFile: folder + "/s.md", atomically: true, encoding: .utf8)
            try "WORD=from-file\n".write(
                toFile: folder + "/words.env", atomically: true, encoding: .utf8)
            // Whether the variable of that name is set tells which name was filled in.
            let file = ["--env-file", "words.env"]
            for (flags, environment, name) in [
                (["--set", "WORD=from-set"] + file, ["WORD": "from-environment"], "from-set"),
                (file, ["WORD": "from-environment"], "from-environment"),
                (file, [:], "from-file"), ([], [:], "from-default"),
            ] as [([String], [String: String], String)] {
                var variables = environment
                variables[name] = "here"
                let arguments = ["triage", "s", "--no-embedded", "--runbooks", "s.md"] + flags
                let result = try await Program.diagnose(
                    arguments, in: folder, environment: variables)
                #expect(result.exitCode == 0, "\(name): \(result.output)\(result.errorOutput)")
            }
        }
    }

    @Test("the deadline is kept, and what had not finished is listed")
    func deadline() async throws {
        try await withFolder { folder in
            let server = try LoopbackServer.start { _ in .hang }
            defer { server.stop() }
            let start = ContinuousClock().now
            let result = try await Program.diagnose(
                [
                    "probe", "http", "http://127.0.0.1:\(server.port)/", "status=200", "--deadline",
                    "1s", "--output",
                    "json",
                ], in: folder)
            let document = try VerdictDocument(result)
            #expect(result.exitCode == 2)
            #expect(
                document.probes.first?.observed
                    == "not finished when the deadline of 1 s was up")
            // The probe's own time-out of ten seconds was not waited for.
            #expect(ContinuousClock().now - start < .seconds(9))
        }
    }

    @Test("an interrupt ends the run with what is known so far and exits 130")
    func interrupt() async throws {
        try await withFolder { folder in
            // Interrupted once all but the hanging portal has been looked at.
            let script = """
                mkfifo progress
                \(TestEnvironment.executable) demo --fault portal-hangs 2>progress & run=$!
                while read -r line; do
                    case $line in "[4/5]"*) kill -INT $run ;; esac
                done <progress
                wait $run
                """
            let result = try await Program.run("/bin/sh", ["-c", script], in: folder)
            #expect(result.exitCode == 130)
            #expect(result.output.contains("interrupted before it finished"))
            #expect(result.output.contains("5 passed, 2 unknown"))
        }
    }

    @Test("secrets of the environment never reach an output")
    func secrets() async throws {
        let secret = "correct-horse-battery-staple"
        let result = try await Program.diagnose(
            ["probe", "env", "API_TOKEN", "value=\(secret)x", "length<3", "--output", "json"],
            in: "/", environment: ["API_TOKEN": secret])
        #expect(result.exitCode == 1)
        #expect(!(result.output + result.errorOutput).contains(secret))
    }

    private func withFolder(_ test: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("diagnose-cli-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await test(folder.path)
    }
}
