import Foundation
import Machine
import TestSupport
import Testing

@Suite("Programs that give no result", .timeLimit(.minutes(1)))
struct CommandFailureTests {
    private let runner = LiveCommandRunner()

    private func shell(_ script: String, timeout: Duration = .seconds(10)) -> Command {
        Command("/bin/sh", ["-c", script], timeout: timeout)
    }

    private func failure(_ command: Command) async -> CommandFailure? {
        await failure(command, of: runner)
    }

    private func failure(_ command: Command, of runner: LiveCommandRunner) async -> CommandFailure?
    {
        do throws(CommandFailure) {
            _ = try await runner.run(command)
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "a program that is not there is not found",
        arguments: ["no-such-program-here", "/no/such/program", "./no-such-program", "", "/usr"])
    func notFound(program: String) async {
        #expect(await failure(Command(program, timeout: .seconds(5))) == .notFound(program))
    }

    @Test("PATH is taken from the command, then from the runner")
    func searchPath() async throws {
        let folder = try TemporaryFolder()
        try folder.write("greet", "#!/bin/sh\necho hello\n", permissions: 0o755)
        let runner = LiveCommandRunner(environment: ["PATH": "/nowhere"])
        var command = Command("greet", timeout: .seconds(5))
        #expect(await failure(command, of: runner) == .notFound("greet"))
        command.environment["PATH"] = "/nowhere:\(folder.path):"
        #expect(try await runner.run(command).output == "hello\n")
    }

    @Test("a file without the right to execute is not started")
    func notExecutable() async throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("plain", "#!/bin/sh\n", permissions: 0o644)
        let expected = CommandFailure.notStarted(file, reason: "the file is not executable")
        #expect(await failure(Command(file, timeout: .seconds(5))) == expected)
    }

    @Test("input beyond the bound is not passed on cut off")
    func longInput() async {
        let input = [UInt8](repeating: 0, count: Command.inputLimit + 1)
        let command = Command("cat", input: input, timeout: .seconds(5))
        let expected = CommandFailure.notStarted("cat", reason: "its input can't be passed on")
        #expect(await failure(command) == expected)
    }

    @Test(
        "a file that the system cannot execute is not started, with the reason",
        arguments: [
            ("#!/no/such/interpreter\n", "the interpreter it names does not exist"),
            ("\u{7F}ELF but not really", "Exec format error"),
        ])
    func notRunnable(text: String, reason: String) async throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("odd", text, permissions: 0o755)
        #expect(
            await failure(Command(file, timeout: .seconds(5)))
                == .notStarted(file, reason: reason))
    }

    @Test("a folder that is not there keeps the program from starting")
    func missingDirectory() async throws {
        var command = shell("pwd")
        command.directory = "/no/such/folder"
        let expected = CommandFailure.notStarted(
            "/bin/sh", reason: "its folder /no/such/folder does not exist")
        #expect(await failure(command) == expected)
        let file = try TemporaryFolder().write("file", "")
        command.directory = file
        guard case .notStarted("/bin/sh", _)? = await failure(command) else {
            Issue.record("a file was taken for a folder")
            return
        }
    }

    @Test("an argument with a NUL in it is refused, not cut short")
    func nulCharacter() async {
        let command = Command("echo", ["a\u{0}b"], timeout: .seconds(5))
        guard case .notStarted("echo", _)? = await failure(command) else {
            Issue.record("started")
            return
        }
    }

    @Test("a time-out ends the program and its children")
    func timeout() async throws {
        let folder = try TemporaryFolder()
        let script = "sleep 1000 & echo $! > \(folder.path)/child; wait"
        let clock = ContinuousClock()
        let start = clock.now
        let limit = Duration.milliseconds(300)
        #expect(
            await failure(shell(script, timeout: limit)) == .timedOut("/bin/sh", after: limit))
        #expect(clock.now - start < .seconds(30))
        #expect(try !isRunning(processIn: folder.path + "/child"))
    }

    @Test("children that ignore being asked to end are killed")
    func stubborn() async throws {
        let folder = try TemporaryFolder()
        let script = """
            trap '' TERM; (trap '' TERM; sleep 1000) & echo $! > \(folder.path)/child
            while :; do sleep 1; done
            """
        let limit = Duration.milliseconds(300)
        #expect(
            await failure(shell(script, timeout: limit)) == .timedOut("/bin/sh", after: limit))
        #expect(try !isRunning(processIn: folder.path + "/child"))
    }

    @Test("cancelling the task ends the program and its children")
    func cancellation() async throws {
        let folder = try TemporaryFolder()
        let mark = folder.path + "/child"
        let script = "sleep 1000 & echo $! > \(mark).part; mv \(mark).part \(mark); wait"
        let running = Task { await failure(shell(script)) }
        while !FileManager.default.fileExists(atPath: mark) { await Task.yield() }
        running.cancel()
        #expect(await running.value == .cancelled("/bin/sh"))
        #expect(try !isRunning(processIn: mark))
    }

    @Test("a cancelled task starts nothing")
    func cancelledBefore() async {
        let running = Task {
            while !Task.isCancelled { await Task.yield() }
            return await failure(shell("sleep 1000"))
        }
        running.cancel()
        #expect(await running.value == .cancelled("/bin/sh"))
    }

    @Test(
        "a child that outlives its parent and holds the output does not hold us up, and is ended",
        arguments: ["sleep 1000", "trap '' TERM; sleep 1000; sleep 1000"])
    func orphan(child: String) async throws {
        let folder = try TemporaryFolder()
        let clock = ContinuousClock()
        let start = clock.now
        let script = "echo $$; (\(child)) & echo $! >\(folder.path)/child; echo late"
        let result = try await runner.run(shell(script))
        #expect(clock.now - start < .seconds(30))
        let lines = result.output.split(separator: "\n")
        #expect(lines.last == "late")
        #expect(try !isRunning(processIn: folder.path + "/child"))
        #expect(result.exitCode == 0)
        // The parent is no zombie, though Foundation does not know yet that it has ended.
        let parent = try #require(lines.first.flatMap { pid_t($0) })
        #expect(kill(parent, 0) != 0)
    }

    @Test("a child may go on where that is wanted")
    func server() async throws {
        let folder = try TemporaryFolder()
        var command = shell("sleep 1000 >/dev/null 2>&1 & echo $! >\(folder.path)/child")
        command.mayLeaveChildren = true
        #expect(try await runner.run(command).exitCode == 0)
        #expect(try isRunning(processIn: folder.path + "/child"))
        let child = try #require(pid_t(folder.text(of: "child").dropLast()))
        #expect(kill(child, SIGKILL) == 0)
    }

    /// Whether the process whose id a file holds runs; one that has ended but is not yet reaped by
    /// its new parent does not.
    private func isRunning(processIn file: String) throws -> Bool {
        let text = try String(contentsOfFile: file, encoding: .utf8)
        let identifier = try #require(pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)))
        guard kill(identifier, 0) == 0 else { return false }
        let status = try? String(contentsOfFile: "/proc/\(identifier)/stat", encoding: .utf8)
        return status.map { !$0.contains(") Z ") } ?? false
    }
}
