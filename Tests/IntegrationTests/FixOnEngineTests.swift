import Machine
import TestSupport
import Testing

extension EngineTests {
    /// `diagnose guide` and `diagnose fix` on containers of the real engine.
    @Suite struct FixOnEngineTests {
        private static let runbook = """
            # Shop

            ## Triage

            1. Does every service run?

               ```probe
               compose * state=running # a service has stopped
               ```

            ## A service has stopped

            **Fix:** start it again

            ```sh
            docker compose exec -it <service> sh
            docker compose start <service>
            ```

            ```probe
            compose busybox state=running # it has stopped
            ```
            """

        @Test("a stopped service is found, started again, and found running")
        func started() async throws {
            try await FileStack.run { stack in
                try stack.write("shop.md", Self.runbook)
                try await stack.compose("stop", "--timeout", "0", "busybox")
                let state = try TemporaryFolder()
                func diagnose(_ lines: String, _ words: String...) async throws -> CommandResult {
                    try await Dialogue.piped(
                        lines, words + ["--no-embedded", "--runbooks", "shop.md"],
                        in: stack.directory, environment: ["XDG_STATE_HOME": state.path])
                }
                let guided = try await diagnose("", "guide", "shop")
                #expect(guided.exitCode == 1)
                #expect(guided.output.contains("Confirmed  shop/a-service-has-stopped"))
                let fixed = try await diagnose(
                    "y\n", "fix", "shop/a-service-has-stopped", "--wait", "20s")
                #expect(fixed.output.contains("not run: it wants a terminal of its own"))
                #expect(fixed.output.contains("    docker compose start busybox\n"))
                #expect(fixed.exitCode == 0, "\(fixed.output)")
            }
        }
    }
}
