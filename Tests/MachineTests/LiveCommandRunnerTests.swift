import Foundation
import Machine
import TestSupport
import Testing

@Suite("Running programs", .timeLimit(.minutes(1)))
struct LiveCommandRunnerTests {
    private let runner = LiveCommandRunner()

    private func shell(_ script: String, timeout: Duration = .seconds(10)) -> Command {
        Command("/bin/sh", ["-c", script], timeout: timeout)
    }

    @Test(
        "an exit code is a result, and a signal counts from 128",
        arguments: [("exit 0", 0), ("exit 3", 3), ("kill -9 $$", 137), ("kill -TERM $$", 143)])
    func exitCodes(script: String, code: Int32) async throws {
        #expect(try await runner.run(shell(script)).exitCode == code)
    }

    @Test("both outputs are kept apart, invalid UTF-8 and all")
    func outputs() async throws {
        let result = try await runner.run(shell(#"printf 'a\377b'; printf err >&2"#))
        #expect(result.standardOutput == [0x61, 0xFF, 0x62])
        #expect(result.errorOutput == "err")
        #expect(result.output == "a\u{FFFD}b")
        #expect(!result.isTruncated)
    }

    @Test("output beyond the bound is thrown away without stopping the program")
    func outputLimit() async throws {
        var command = shell("head -c 3000000 /dev/zero; echo done >&2")
        command.outputLimit = 1000
        let result = try await runner.run(command)
        #expect(result.standardOutput.count == 1000)
        #expect(result.isTruncated)
        #expect(result.errorOutput == "done\n")
        #expect(result.exitCode == 0)
    }

    @Test("a large output within the bound arrives whole")
    func largeOutput() async throws {
        let result = try await runner.run(shell("head -c 3000000 /dev/zero"))
        #expect(result.standardOutput.count == 3_000_000)
        #expect(!result.isTruncated)
    }

    @Test("standard input is at its end")
    func standardInput() async throws {
        #expect(try await runner.run(shell("cat; echo over")).output == "over\n")
    }

    @Test("input reaches the program whole, and then its end", arguments: [1, 4096, 16 << 10])
    func input(count: Int) async throws {
        var command = shell("wc -c; cat")
        command.input = [UInt8](repeating: 0xFF, count: count)
        #expect(try await runner.run(command).output.contains("\(count)"))
        command = Command("cat", input: Array("a\nb".utf8), timeout: .seconds(10))
        #expect(try await runner.run(command).output == "a\nb")
    }

    @Test("a program that never reads its input ends all the same")
    func unreadInput() async throws {
        var command = shell("exit 3")
        command.input = [UInt8](repeating: 0, count: Command.inputLimit)
        #expect(try await runner.run(command).exitCode == 3)
    }

    @Test("arguments reach the program as they are")
    func arguments() async throws {
        let words = ["", "a b", "*", "$HOME", "'\"\\", "-n", "ü\n"]
        let command = Command("printf", ["[%s]"] + words, timeout: .seconds(10))
        let expected = words.map { "[\($0)]" }.joined()
        #expect(try await runner.run(command).output == expected)
    }

    @Test("variables are set on top of the inherited ones")
    func environment() async throws {
        let runner = LiveCommandRunner(environment: ["KEPT": "1", "CHANGED": "1"])
        var command = shell("echo $KEPT $CHANGED $NEW")
        command.environment = ["CHANGED": "2", "NEW": "3"]
        #expect(try await runner.run(command).output == "1 2 3\n")
    }

    @Test("a program runs in the folder told, a relative one read from the working directory")
    func directory() async throws {
        let folder = try TemporaryFolder()
        try folder.makeFolder("inner")
        let runner = LiveCommandRunner(workingDirectory: folder.path)
        let command = Command("/bin/sh", ["-c", "pwd -P"], timeout: .seconds(10))
        #expect(try await runner.run(command).output == folder.path + "\n")
        var inner = command
        inner.directory = "inner"
        #expect(try await runner.run(inner).output == folder.path + "/inner\n")
    }

    @Test("no descriptor is left open by many runs")
    func leavesNothing() async throws {
        let before = try openDescriptors()
        let runs = 150
        for _ in 0..<runs { _ = try await runner.run(shell("exit 0")) }
        // Other tests of this process open descriptors at the same time, but not one for each run.
        #expect(try openDescriptors() < before + runs)
    }

    private func openDescriptors() throws -> Int {
        let folder =
            FileManager.default.fileExists(atPath: "/proc/self/fd") ? "/proc/self/fd" : "/dev/fd"
        return try FileManager.default.contentsOfDirectory(atPath: folder).count
    }

    @Test("fifty programs at once each get their own output")
    func parallel() async throws {
        try await withThrowingTaskGroup(of: (Int, String).self) { group in
            for number in 0..<50 {
                group.addTask {
                    (number, try await runner.run(shell("sleep 0.05; echo \(number)")).output)
                }
            }
            for try await (number, output) in group { #expect(output == "\(number)\n") }
        }
    }

    @Test("a quick program is not held up by a slow one that started beside it")
    func independence() async throws {
        let slow = Task { try await runner.run(shell("sleep 1000")) }
        let time = try await ContinuousClock().measure {
            for _ in 0..<20 { _ = try await runner.run(shell("exit 0")) }
        }
        #expect(time < .seconds(20))
        slow.cancel()
        await #expect(throws: CommandFailure.cancelled("/bin/sh")) { try await slow.value }
    }
}
