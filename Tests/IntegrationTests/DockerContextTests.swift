import Foundation
import Machine
import TestSupport
import Testing

extension EngineTests {
    /// Which engine is asked: one that answers knows that a service was never created.
    @Suite struct DockerContextTests {
        private static let live = "unix:///var/run/docker.sock"
        private static let dead = "unix:///nowhere/docker.sock"

        private static let cases: [([String: String], [String], String)] = [
            (["DOCKER_HOST": live], [], "fail"), (["DOCKER_HOST": dead], [], "unknown"),
            (["DOCKER_CONTEXT": "far"], [], "unknown"),
            (["DOCKER_HOST": dead], ["--context", "near"], "fail"),
            (["DOCKER_HOST": live], ["--context", "far"], "unknown"),
            ([:], ["--context", "nobody"], "unknown"),
        ]

        @Test(
            "the engine is that of the environment, unless --context names another",
            arguments: cases)
        func engine(environment: [String: String], flags: [String], outcome: String) async throws {
            let folder = try TemporaryFolder()
            try folder.write("compose.yaml", "services:\n  web:\n    image: nothing\n")
            let configuration = try folder.makeFolder("docker")
            if let own = TestEnvironment.value("DIAGNOSE_TEST_DOCKER_CONFIG") {
                try FileManager.default.createSymbolicLink(
                    atPath: configuration + "/cli-plugins",
                    withDestinationPath: own + "/cli-plugins")
            }
            let variables = ["DOCKER_CONFIG": configuration]
            for (name, host) in [("near", Self.live), ("far", Self.dead)] {
                try await Program.succeed(
                    "docker", ["context", "create", name, "--docker", "host=\(host)"],
                    in: folder.path, environment: variables)
            }
            let result = try await Program.diagnose(
                ["probe", "compose", "web", "state=running", "--output", "json"] + flags,
                in: folder.path,
                environment: variables.merging(environment) { _, new in new })
            let said = Comment(rawValue: result.output + result.errorOutput)
            #expect(result.output.contains("\"outcome\": \"\(outcome)\""), said)
        }
    }
}
