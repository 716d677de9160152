import Foundation
import Machine
import Testing

extension EngineTests {
    /// Log lines against what containers really print.
    @Suite struct LogProbeTests {
        @Test("logs of real containers are read whatever they hold", .timeLimit(.minutes(5)))
        func containers() async throws {
            try await LogStack.run { stack in
                for (line, outcome, observed) in Self.lines {
                    let probe = try await stack.probe(line)
                    #expect(probe.outcome == outcome, "\(line): \(probe.observed)")
                    #expect(
                        observed == "" || probe.observed.contains(observed),
                        "\(line): \(probe.observed)")
                }
                // What has stopped still has its log, what is gone has none.
                try await stack.compose("stop", "-t", "1", "json")
                #expect(try await stack.probe("json present=tts").outcome == "pass")
                try await stack.compose("rm", "-f", "json")
                let gone = try await stack.probe("json present=tts")
                #expect(gone.outcome == "unknown")
                #expect(gone.observed == "json was never created, so it has no log")
            }
        }

        @Test("diagnose logs reads services, and tells of those that it can't read")
        func services() async throws {
            try await LogStack.run { stack in
                let traceback = try await stack.logs("--service", "traceback")
                #expect(traceback.exitCode == 1, "\(traceback.errorOutput)")
                #expect(traceback.output.contains("Exception in ASGI application"))
                #expect(traceback.output.contains("WebSocketDisconnect: 1006"))
                let quiet = try await stack.logs("--service", "quiet")
                #expect(quiet.exitCode == 0, "\(quiet.output)")
                let unread = try await stack.logs("--service", "unread")
                #expect(unread.exitCode == 2, "\(unread.output)")
                #expect(unread.errorOutput.contains("cannot read 'unread'"))
                // An error of one service is told whatever the others hold, garbage among it.
                let all = try await stack.logs()
                #expect(all.exitCode == 1)
                #expect(all.output.contains("Exception in ASGI application"), "\(all.output)")
                #expect(!all.standardOutput.contains { $0 < 0x20 && $0 != 0x0A })
            }
        }

        private static let lines: [(String, String, String)] = [
            ("json field.duration_ms<=2500", "fail", "3100 in 1 of 2 lines"),
            ("json field.http.status=200 where=tts", "pass", "agrees in 2 lines"),
            ("json present='no \"voice\" left'", "pass", ""),
            ("json absent=voice since=10m", "fail", "found once in the last 10m, last at 20"),
            ("logfmt field.duration_ms<=2500 present=\"tts done\"", "pass", ""),
            ("logfmt count=1 pattern=\"level=w\\w+\"", "pass", "1 in the last 15m"),
            ("traceback present=WebSocketDisconnect where=ASGI", "pass", ""),
            ("traceback absent=ready where=ASGI", "pass", ""),
            ("flood present=\"the last line\"", "pass", ""),
            ("flood absent=\"the first line\"", "unknown", "only the last 50000 lines"),
            ("flood count>40000", "pass", ""),
            ("garbage present=\"behind garbage\" count>1", "pass", ""),
            ("garbage absent~\"nothing of [k]ind\"", "pass", ""),
            ("long present=\"behind a long line\"", "pass", ""),
            ("long absent=\"the end of it\"", "fail", "found once"),
            ("long absent~\"end of [a-z]+t\"", "unknown", "longer than the 4096 bytes"),
            ("quiet absent=x", "pass", "no line of the last 15m"),
            ("quiet present=x", "fail", "no line of the last 15m"),
            ("never absent=x", "unknown", "never was never created"),
            ("unread absent=x", "unknown", "the logging driver of unread keeps nothing"),
            ("nosuch absent=x", "unknown", "has no service 'nosuch'"),
        ]

        @Test("a log file is followed through truncation and rotation by what it holds now")
        func files() async throws {
            let folder = FileManager.default.temporaryDirectory
                .appendingPathComponent("diagnose-test-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let path = folder.appendingPathComponent("app.log").path
            func outcome(_ line: String) async throws -> String {
                let result = try await Program.diagnose(
                    ["probe", "--output", "json", "log"]
                        + line.split(separator: " ").map(String.init),
                    in: folder.path)
                return try #require(try VerdictDocument(result).probes.first).outcome
            }
            #expect(try await outcome("app.log absent=boom") == "unknown")
            let writer = try LogWriter(path)
            writer.write("started\n")
            #expect(try await outcome("app.log absent=boom present=started") == "pass")
            writer.write("boom\nhalf a li")
            #expect(try await outcome("app.log absent=boom") == "fail")
            #expect(try await outcome("app.log present=half") == "pass")
            try writer.truncate()
            #expect(try await outcome("app.log absent=boom") == "pass")
            try FileManager.default.moveItem(atPath: path, toPath: path + ".1")
            #expect(try await outcome("app.log absent=boom") == "unknown")
            #expect(try await outcome("./app.log.1 absent=boom") == "pass")
        }
    }
}

/// A program's log file, open all the time.
private final class LogWriter {
    private let handle: FileHandle

    init(_ path: String) throws {
        #expect(FileManager.default.createFile(atPath: path, contents: nil))
        handle = try #require(FileHandle(forWritingAtPath: path))
    }

    func write(_ text: String) { handle.write(Data(text.utf8)) }

    func truncate() throws { try handle.truncate(atOffset: 0) }
}

/// Containers that print what logs may hold.
private struct LogStack {
    private let folder: URL
    private let project = "diagnose-test-" + UUID().uuidString.lowercased().prefix(8)

    /// Runs a test on running containers that have printed everything, and takes them down.
    static func run(_ test: (LogStack) async throws -> Void) async throws {
        let stack = try LogStack()
        do {
            try await stack.compose(
                ["up", "-d", "--wait"] + printers.map(\.0) + ["quiet", "unread"])
            try await test(stack)
        } catch {
            await stack.remove()
            throw error
        }
        await stack.remove()
    }

    private init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(project)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Self.file.write(
            to: folder.appendingPathComponent("compose.yaml"), atomically: true, encoding: .utf8)
    }

    private func remove() async {
        _ = try? await Program.run(
            "docker", ["compose", "down", "-v", "-t", "1"], in: folder.path,
            environment: environment)
        try? FileManager.default.removeItem(at: folder)
    }

    private var environment: [String: String] { ["COMPOSE_PROJECT_NAME": project] }

    func compose(_ arguments: String...) async throws { try await compose(arguments) }

    private func compose(_ arguments: [String]) async throws {
        try await Program.succeed(
            "docker", ["compose"] + arguments, in: folder.path, environment: environment)
    }

    /// What a `log` line comes to; its words are split at blanks outside of quotes.
    func probe(_ line: String) async throws -> VerdictDocument.Probe {
        let runbook = folder.appendingPathComponent("logs.md")
        // A file, for that is where such lines come from, quotes and all.
        try """
        ---
        system: logs
        ---
        ## It logs what it should not

        - Symptom: it does.

        ```probe
        log \(line) timeout=60s
        ```

        """.write(to: runbook, atomically: true, encoding: .utf8)
        let result = try await Program.diagnose(
            [
                "check", "logs/it-logs-what-it-should-not", "--runbooks", runbook.path,
                "--no-embedded",
                "--output", "json", "--deadline", "90s",
            ], in: folder.path, environment: environment)
        let document = try VerdictDocument(result)
        return try #require(document.probes.first, "\(result.errorOutput)")
    }

    /// A run of `diagnose logs` on services of the stack.
    func logs(_ arguments: String...) async throws -> CommandResult {
        try await Program.diagnose(
            ["logs", "--no-embedded"] + arguments, in: folder.path, environment: environment)
    }

    /// What each service prints, by shell.
    private static let printers: [(String, String)] = [
        (
            "json",
            #"""
            echo '{"event":"tts","duration_ms":900,"http":{"status":200}}'
            echo '{"event":"tts","duration_ms":3100,"http":{"status":200},"error":"no \"voice\" left"}'
            """#
        ),
        (
            "logfmt",
            #"""
            echo 'ts=2026-11-21T06:00:00Z level=info msg="tts done" duration_ms=2400'
            echo 'ts=2026-11-21T06:00:00Z level=warn msg="tts slow" duration_ms=2500'
            """#
        ),
        (
            "traceback",
            #"""
            echo 'ERROR:    Exception in ASGI application'
            echo 'Traceback (most recent call last):'
            echo '  File "portal.py", line 1, in send'
            echo 'starlette.websockets.WebSocketDisconnect: 1006'
            echo 'INFO:     ready'
            """#
        ),
        (
            "flood",
            #"""
            echo 'the first line'
            seq 1 200000 | sed 's/^/INFO:     10.0.0.1 - GET of item /'
            echo 'the last line'
            """#
        ),
        (
            "garbage",
            #"""
            head -c 300000 /dev/urandom
            printf '\n\000\377\033[31mbehind garbage\033[0m\r\n\033]0;title'
            """#
        ),
        (
            "long",
            #"""
            head -c 300000 /dev/zero | tr '\000' 'x'
            echo ' the end of it'
            echo 'behind a long line'
            """#
        ),
    ]

    /// The services; one is ready when it has printed everything.
    private static var file: String {
        let services = printers.map { name, script in
            """
              \(name):
                image: diagnose-test/busybox
                command:
                  - sh
                  - -c
                  - |
            \(script.split(separator: "\n").map { "        " + $0 }.joined(separator: "\n"))
                    touch /done
                    exec sleep 600
                healthcheck: {test: [CMD, test, -e, /done], interval: 200ms, retries: 300}
            """
        }
        return """
            services:
            \(services.joined(separator: "\n"))
              quiet:
                image: diagnose-test/busybox
                command: [sleep, "600"]
              unread:
                image: diagnose-test/busybox
                command: [sleep, "600"]
                logging: {driver: none}
              never:
                image: diagnose-test/busybox
            """
    }
}
