import Catalog
import Foundation
import Machine
import Testing

@testable import Probes

@Suite struct ProcessProbeTests {
    /// A `/proc` as Linux shows it: an init, a session's shell that runs diagnose, and workers.
    private static let files: [String: FakeFileSystem.Node] = [
        "/proc/uptime": "1000.50 4000.00\n",
        "/proc/self/stat": .text(status(50, parent: 40, "diagnose")),
        "/proc/1/cmdline": "/sbin/init\0",
        "/proc/1/stat": .text(status(1, parent: 0, "init")),
        "/proc/30/cmdline": "sshd: ops [priv]\0",
        "/proc/30/stat": .text(status(30, parent: 1, "sshd")),
        "/proc/40/cmdline": "sh\0-c\0diagnose probe process 'arq worker'\0",
        "/proc/40/stat": .text(status(40, parent: 30, "sh")),
        "/proc/50/cmdline": "/usr/local/bin/diagnose\0probe\0process\0arq worker\0",
        "/proc/50/stat": .text(status(50, parent: 40, "diagnose")),
        "/proc/51/cmdline": "docker\0compose\0exec\0arq worker\0",
        "/proc/51/stat": .text(status(51, parent: 50, "docker")),
        "/proc/60/cmdline": "/usr/bin/python3\0/usr/bin/arq worker\0Settings\0",
        "/proc/60/stat": .text(status(60, parent: 1, "a) (b", start: 90_050, pages: 256)),
        "/proc/61/cmdline": "arq worker",
        "/proc/61/stat": .text(status(61, parent: 1, "arq", start: 100_000, pages: 512)),
        "/proc/70/cmdline": "",
        "/proc/70/stat": .text(status(70, parent: 1, "arq worker")),
        "/proc/71/cmdline": .failure(.notFound("/proc/71/cmdline")),
        "/proc/meminfo": "",
    ]

    private static func status(
        _ id: Int, parent: Int, _ name: String, start: Int = 0, pages: Int = 10
    ) -> String {
        "\(id) (\(name)) S \(parent) 1 1 0 -1 4194560 1 0 0 0 1 1 0 0 20 0 1 0 \(start) 1000 "
            + "\(pages) 18446744073709551615 1 1\n"
    }

    private func result(
        _ line: String, _ files: [String: FakeFileSystem.Node] = files
    ) async throws -> ProbeResult {
        try await LineCheck(.fake(files: FakeFileSystem(files))).result(line)
    }

    @Test(
        "processes are counted, without this one, its children and what launched it",
        arguments: [
            ("process 'arq worker'", .pass, "running true, pid 60, 61"),
            ("process 'arq worker' count=1", .fail, "count 2, pid 60, 61"),
            ("process '^arq' count=1", .pass, "count 1, pid 61"),
            ("process sshd", .pass, "running true, pid 30"),
            ("process ^/sbin/init", .pass, "running true, pid 1"),
            ("process 'diagnose probe'", .fail, "running false, no process of 4 fits"),
            ("process nothing", .fail, "running false, no process of 4 fits"),
            ("process nothing count=0", .pass, "count 0, no process of 4 fits"),
            ("process nothing running=false", .pass, "running false, no process of 4 fits"),
            ("process nothing rss<1GB", .fail, "rss none, no process of 4 fits"),
            ("process 'arq worker' rss<1KB", .fail, "rss pid 60: 1 MB, pid 61: 2 MB"),
            ("process 'arq worker' age>1m", .fail, "age pid 61: 500 ms"),
            ("process python age>99s", .pass, "age pid 60: 1 min"),
        ] as [(String, Outcome, String)])
    func counted(line: String, outcome: Outcome, observed: String) async throws {
        let result = try await result(line)
        #expect(result.outcome == outcome)
        #expect(result.observed == observed)
        #expect(result.component == "processes")
    }

    @Test("where other users' processes are hidden, that none is seen means nothing")
    func hidden() async throws {
        var files = Self.files
        files["/proc/1/cmdline"] = .failure(.notPermitted("/proc/1/cmdline"))
        let observed = "the processes of other users are hidden from this user"
        #expect(try await result("process nothing", files).observed == observed)
        files["/proc/1/cmdline"] = nil
        files["/proc/1/stat"] = nil
        #expect(try await result("process nothing", files).outcome == .unknown)
        #expect(try await result("process 'arq worker' count=2", files).outcome == .pass)
    }

    @Test("a pattern that never ends is given up in time", .timeLimit(.minutes(1)))
    func endlessPattern() async throws {
        var files = Self.files
        files["/proc/60/cmdline"] = .text(String(repeating: "a", count: 30))
        let check = LineCheck(.fake(files: FakeFileSystem(files), clock: LiveClock()))
        let result = try await check.result("process '(a|aa)*c'", timeout: .milliseconds(300))
        #expect(result.outcome == .unknown)
        #expect(result.observed == "the pattern takes too long to look for")
    }

    @Test("without /proc `ps` is asked")
    func listed() async throws {
        let ps = "ps -axww -o pid= -o ppid= -o rss= -o etime= -o args="
        let check = { (answer: FakeCommandRunner.Answer) in
            LineCheck(.fake(commands: FakeCommandRunner([ps: answer])))
        }
        let listed = check(
            .output("    1     0   1024 10-00:00:00 /sbin/launchd\n   7     1   2048 01:00 arq x\n")
        )
        let passing = try await listed.result("process arq age>=1m rss<=2MiB count=1")
        #expect(passing.outcome == .pass)
        for (answer, observed) in [
            (.exit(1, error: "no"), "ps failed: no"), (.output("junk"), "ps failed: "),
            (.failure(.notFound("ps")), "ps is not installed here"),
        ] as [(FakeCommandRunner.Answer, String)] {
            let result = try await check(answer).result("process arq")
            #expect(result.outcome == .unknown)
            #expect(result.observed == observed)
        }
    }

    @Test("in a service only what its containers started counts")
    func service() async throws {
        let stack = ComposeStack([ComposeStack.mediamtx])
        let inspected = ComposeStack.inspected(ComposeStack.mediamtx)
            .replacing("\"Status\"", with: "\"Pid\":900,\"Status\"")
        stack.commands.set("docker inspect", to: .output("[\(inspected)]"))
        stack.commands.set(
            "docker top",
            to: .output(
                """
                PID   PPID   RSS    ELAPSED   COMMAND
                900   800    2048   10:00     /mediamtx
                901   900    1024   05:00     ffmpeg -i in
                902   800    1024   00:01     sh -c ffmpeg

                """))
        let check = LineCheck(stack.patientWorld)
        let result = try await check.result("process ffmpeg in=mediamtx count=1 age>=5m")
        #expect(result.outcome == .pass)
        #expect(result.component == "mediamtx")
    }

    @Test("a `ps` that does not know the columns tells less")
    func plainTop() async throws {
        let stack = ComposeStack([ComposeStack.mediamtx])
        stack.commands.set(
            "docker top", to: .output("UID PID PPID C STIME TTY TIME CMD\nr 900 1 0 x ? 0 ffmpeg\n")
        )
        stack.commands.set(
            "docker top \(ComposeStack.mediamtx.id) -o pid,ppid,rss,etime,args",
            to: .exit(
                1, error: "Error response from daemon: ps: error: unknown user-defined format"))
        let check = LineCheck(stack.patientWorld)
        #expect(try await check.result("process ffmpeg in=mediamtx").outcome == .pass)
        let age = try await check.result("process ffmpeg in=mediamtx age>1m")
        #expect(age.outcome == .unknown)
        #expect(age.observed == "ps does not tell it on the engine's machine")
    }

    @Test("a service that is stopped fails the line")
    func stopped() async throws {
        let result = try await LineCheck(ComposeStack([]).world).result(
            "process ffmpeg in=mediamtx")
        #expect(result.outcome == .fail)
        #expect(result.observed == "mediamtx is not created")
        #expect(result.component == "mediamtx")
    }

    @Test("what is no regular expression is a mistake")
    func pattern() throws {
        let diagnostics = ProbeLineValidation.diagnostics(for: try LineCheck.line("process '('"))
        #expect(diagnostics.map(\.message) == ["'(' is not a regular expression"])
    }
}

#if os(Linux)
    /// The real `/proc` and a real process.
    @Suite struct RealProcessTests {
        @Test("a real process is found with its memory and age, its own launcher not")
        func real() async throws {
            // In a session of its own it is no child of this process for long; its number is told
            // once `sh` and `setsid` have become the program.
            let seconds = "86399.\(UInt32.random(in: 10_000...99_999))"
            let script = """
                setsid sleep \(seconds) </dev/null >/dev/null 2>&1 &
                until grep -qx sleep /proc/$!/comm; do :; done
                echo $!
                """
            let started = try await LiveCommandRunner().run(
                Command("sh", ["-c", script], timeout: .seconds(20)))
            let id = try #require(
                Int32(started.output.split(separator: "\n").first.map(String.init) ?? ""))
            defer { kill(id, SIGKILL) }
            let check = LineCheck(.live())
            let pattern = seconds.replacing(".", with: "\\.")
            let line = "process '^sleep \(pattern)' count=1 rss>1KB rss<100MB age<60s"
            let result = try await check.result(line)
            #expect(result.outcome == .pass, "\(result.observed)")
            let none = try await check.result("process '^sleep \(pattern)0' count=0")
            #expect(none.outcome == .pass)
        }
    }
#endif
