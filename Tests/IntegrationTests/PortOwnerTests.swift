import Foundation
import Testing

extension EngineTests {
    @Suite struct PortOwnerTests {
        /// What `diagnose probe` says of one line.
        private func probe(
            _ words: [String], on stack: ComposeStack
        ) async throws -> VerdictDocument.Probe {
            let result = try await stack.diagnose(["probe"] + words + ["--output", "json"])
            return try #require(try VerdictDocument(result).probes.first)
        }

        private func project(of stack: ComposeStack) throws -> String {
            try #require(stack.environment["COMPOSE_PROJECT_NAME"])
        }

        /// Runs a container outside of the stack's project while the test goes on.
        private func withContainer(
            _ arguments: [String], _ test: (String) async throws -> Void
        ) async throws {
            let name = "diagnose-test-" + UUID().uuidString.lowercased().prefix(8)
            try await Program.succeed(
                "docker", ["run", "--detach", "--rm", "--name", name] + arguments, in: "/")
            let outcome: Result<Void, any Error>
            do { outcome = .success(try await test(name)) } catch { outcome = .failure(error) }
            _ = try? await Program.run("docker", ["kill", name], in: "/")
            try outcome.get()
        }

        @Test("a published port is its service's, and the container is named, not docker's proxy")
        func published() async throws {
            try await ComposeStack.run { stack in
                let portal = "localhost:\(stack.port("PORTAL_PORT"))"
                let name = try project(of: stack)
                let open = try await probe(["tcp", portal], on: stack)
                #expect(open.outcome == "pass" && open.component == "portal")
                let held = try await probe(["tcp", portal, "free=true"], on: stack)
                #expect(held.outcome == "fail" && held.component == "portal")
                #expect(
                    held.observed
                        == "free false, held by container \(name)-portal-1 of project \(name)")
                let owned = try await probe(
                    ["tcp", portal, "free=true", "owner=portal"], on: stack)
                #expect(owned.outcome == "pass", "\(owned.observed)")
                let other = try await probe(
                    ["tcp", portal, "free=true", "owner=database"], on: stack)
                #expect(other.outcome == "fail")
                try await stack.compose("stop", "portal")
                let stopped = try await probe(["tcp", portal, "state=refused"], on: stack)
                #expect(stopped.outcome == "pass", "\(stopped.observed)")
                let free = try await probe(["tcp", portal, "free=true"], on: stack)
                #expect(free.outcome == "pass", "\(free.observed)")
            }
        }

        @Test("another container on the port of a service is the conflict")
        func conflict() async throws {
            try await ComposeStack.run { stack in
                try await stack.compose("stop", "database")
                let port = stack.port("DATABASE_PORT")
                let arguments = ["--publish", "\(port):5432", "diagnose-test/portal"]
                try await withContainer(arguments) { name in
                    let held = try await probe(
                        ["tcp", "localhost:\(port)", "free=true", "owner=database"], on: stack)
                    #expect(held.outcome == "fail")
                    #expect(held.component == "database")
                    #expect(held.observed == "free false, held by container \(name)")
                }
            }
        }

        @Test("a container in the machine's own network is told by its process")
        func hostNetwork() async throws {
            try await ComposeStack.run { stack in
                let port = try FreePort.next()
                let script = "nc -l -p \(port)"
                let arguments = ["--network", "host", "diagnose-test/portal", "sh", "-c", script]
                try await withContainer(arguments) { name in
                    let clock = ContinuousClock()
                    let end = clock.now + .seconds(20)
                    var seen = ""
                    while clock.now < end, !seen.contains("held") {
                        seen = try await probe(
                            ["tcp", "localhost:\(port)", "free=true"], on: stack
                        ).observed
                    }
                    #expect(seen == "free false, held by container \(name)")
                }
            }
        }
    }
}
