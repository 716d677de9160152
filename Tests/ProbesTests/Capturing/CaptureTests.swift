import Catalog
import Demo
import Foundation
import Machine
import Probes
import Redaction
import TestSupport
import Testing

@Suite struct CaptureTests {
    private func capture(_ words: [String], in world: World) async throws -> Capture {
        let context = ProbeContext(world: world, redactor: Redactor(), allowsExecution: true)
        let line = try CollectLine(
            try ProbeLine(words: words), variables: { _ in nil }, timeout: .seconds(10))
        return await line.capture(in: context)
    }

    private func text(_ capture: Capture) -> String {
        guard case .text(let bytes, _) = capture else { return "\(capture)" }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("an answer is kept whole, whatever its status")
    func http() async throws {
        let server = try LoopbackServer.start { _ in .text("up 1\n", status: 503) }
        defer { server.stop() }
        let kept = text(try await capture(["http", "\(server.url)/metrics"], in: .live()))
        #expect(kept.hasPrefix("status: 503\n"))
        #expect(kept.hasSuffix("\n\nup 1\n"))
    }

    @Test("nobody who answers is a reason, not an answer")
    func refused() async throws {
        let server = try LoopbackServer.start { _ in .text("up 1\n", status: 200) }
        let address = server.url
        server.stop()
        let kept = try await capture(["http", "\(address)/"], in: .live())
        guard case .missing(let reason) = kept else {
            Issue.record("\(kept)")
            return
        }
        #expect(!reason.isEmpty)
    }

    @Test("the last lines of a log file are kept, the first one whole")
    func log() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("app.log", String(repeating: "0123456789\n", count: 300_000))
        let kept = try await capture(["log", path], in: .live())
        guard case .text(let bytes, .start) = kept else {
            Issue.record("not cut in front")
            return
        }
        #expect(bytes.count > 2_000_000 && bytes.count <= 2 << 20)
        #expect(bytes.starts(with: Array("0123456789\n".utf8)))
    }

    @Test("a program's output is kept with how it ended")
    func exec() async throws {
        let kept = try await capture(
            ["exec", "sh -c 'echo out; echo err >&2; exit 3'"], in: .live())
        #expect(text(kept) == "out\n\nstandard error:\nerr\n\nexit 3\n")
    }

    @Test("what a program printed is kept though it said too much to standard error")
    func manyErrors() async throws {
        let kept = try await capture(
            ["exec", "sh -c 'echo out; head -c 5000000 /dev/zero | tr \"\\0\" e >&2'"],
            in: .live())
        guard case .text(let bytes, let lack) = kept else {
            Issue.record("\(kept)")
            return
        }
        #expect(bytes.starts(with: "out\n\nstandard error:\ne".utf8))
        #expect(lack == .end)
    }

    @Test("other kinds bring the values of their observables")
    func observables() async throws {
        let kept = text(try await capture(["disk", "/"], in: .live()))
        #expect(kept.contains("available: "))
        let unknown = try await capture(["compose", "*"], in: .fake())
        guard case .missing = unknown else {
            Issue.record("\(unknown)")
            return
        }
    }

    @Test("of a repository the last commits and what is changed are kept")
    func git() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", "one")
        let script = """
            git init -q . && git add . &&
            git -c user.name=t -c user.email=t@example.org -c commit.gpgsign=false \
            commit -q -m 'Say one' && echo two > a.txt
            """
        let made = try await LiveCommandRunner().run(
            Command("sh", ["-c", script], directory: folder.path, timeout: .seconds(20)))
        try #require(made.exitCode == 0, "\(made.errorOutput)")
        let kept = text(try await capture(["git", folder.path], in: .live()))
        #expect(kept.contains(" Say one\n"))
        #expect(kept.hasSuffix("changed and not committed:\n  a.txt\n"))
    }
}
