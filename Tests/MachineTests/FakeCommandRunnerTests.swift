import Machine
import Testing

@Suite("The fake command runner", .timeLimit(.minutes(1)))
struct FakeCommandRunnerTests {
    private func command(_ words: String...) -> Command {
        Command(words.first ?? "", Array(words.dropFirst()), timeout: .seconds(5), outputLimit: 4)
    }

    private func failure(_ command: Command, of fake: FakeCommandRunner) async -> CommandFailure? {
        do throws(CommandFailure) {
            _ = try await fake.run(command)
            return nil
        } catch {
            return error
        }
    }

    @Test("the longest key that fits a command's first words wins")
    func longest() async throws {
        let fake = FakeCommandRunner([
            "docker": .exit(1), "docker compose": .output("all"),
            "docker compose ps -a": .output("a"),
        ])
        #expect(try await fake.run(command("docker", "ps")).exitCode == 1)
        #expect(try await fake.run(command("docker", "compose", "ps")).output == "all")
        #expect(try await fake.run(command("docker", "compose", "ps", "-a")).output == "a")
        #expect(fake.commands.map(\.line).last == "docker compose ps -a")
    }

    @Test("a program that fits no key, or the beginning of one only, is not installed")
    func missing() async {
        let fake = FakeCommandRunner(["docker": .exit(0), "git": .failure(.notFound("git"))])
        #expect(await failure(command("docker-compose"), of: fake) == .notFound("docker-compose"))
        #expect(await failure(command("git", "log"), of: fake) == .notFound("git"))
    }

    @Test("output is cut at the command's bound")
    func bound() async throws {
        let fake = FakeCommandRunner(["x": .output("abcdef", error: "uvwxyz")])
        let result = try await fake.run(command("x"))
        #expect(result.output == "abcd")
        #expect(result.errorOutput == "uvwx")
        #expect(result.isTruncated)
    }

    @Test("a hanging program ends with its task")
    func hang() async {
        let fake = FakeCommandRunner(["x": .hang])
        let running = Task { await failure(command("x"), of: fake) }
        while fake.commands.isEmpty { await Task.yield() }
        running.cancel()
        #expect(await running.value == .cancelled("x"))
    }
}
