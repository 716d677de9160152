import Machine
import Testing

@testable import diagnose

@Suite struct DockerContextTests {
    private func context(_ name: String) throws -> DockerContext {
        try DockerContext(name, asking: World.fake().commands)
    }

    @Test(
        "whatever calls docker is told the context, and nothing else of it is changed",
        arguments: ["docker", "docker-compose", "/bin/sh"])
    func directed(program: String) throws {
        var command = Command(
            program, ["a", "b"], environment: ["A": "1", "DOCKER_HOST": "tcp://x"],
            timeout: .seconds(1))
        let directed = try context("far").directed(command)
        command.environment = ["A": "1", "DOCKER_CONTEXT": "far", "DOCKER_HOST": ""]
        #expect(directed == command)
    }

    @Test(
        "what docker would take for something else is no name", arguments: ["", "-H", "a b", "\n"])
    func wrong(name: String) {
        #expect(throws: UsageError.self) { try context(name) }
    }
}
