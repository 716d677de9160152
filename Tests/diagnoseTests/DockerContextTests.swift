import Machine
import Testing

@testable import diagnose

@Suite struct DockerContextTests {
    private func context(_ name: String) throws -> DockerContext {
        try DockerContext(name, asking: World.fake().commands)
    }

    @Test("docker and compose are told the context, other programs are not")
    func directed() throws {
        let context = try context("far")
        let docker = context.directed(Command("docker", ["compose", "ps"], timeout: .seconds(1)))
        #expect(docker.arguments == ["--context", "far", "compose", "ps"])
        let compose = context.directed(Command("docker-compose", ["ps"], timeout: .seconds(1)))
        #expect(compose.environment == ["DOCKER_CONTEXT": "far", "DOCKER_HOST": ""])
        #expect(compose.arguments == ["ps"])
        let git = Command("git", ["status"], timeout: .seconds(1))
        #expect(context.directed(git) == git)
    }

    @Test(
        "what docker would take for something else is no name", arguments: ["", "-H", "a b", "\n"])
    func wrong(name: String) {
        #expect(throws: UsageError.self) { try context(name) }
    }
}
