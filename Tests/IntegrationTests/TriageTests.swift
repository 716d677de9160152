import Testing

/// What triage makes of several faults at once, and of none that can be seen.
extension EngineTests {
    @Suite struct TriageTests {
        @Test("of three faults at once each appears on its own account")
        func three() async throws {
            try await ComposeStack.run { stack in
                try await stack.set("ADMIN_PASSWORD", "")
                try await stack.alembic("downgrade", "-1")
                try await stack.compose("stop", "mediamtx")
                let (exitCode, document) = try await stack.triage()
                let troubles = Comment(rawValue: document.troubles)
                #expect(exitCode == 1)
                #expect(document.lead?.component == "mediamtx", troubles)
                #expect(document.downstream == ["booth", "portal"], troubles)
                let further = Set(document.also.map { "\($0.component) \($0.entry ?? "-")" })
                #expect(
                    further == ["portal voxbento/ic-05", "migrations voxbento/ic-06"], troubles)
            }
        }

        @Test("with no engine to be reached nothing of compose is claimed, and the exit is never 0")
        func noEngine() async throws {
            try await ComposeStack.run { stack in
                let (exitCode, document) = try await stack.triage(
                    environment: ["DOCKER_HOST": "tcp://127.0.0.1:1"])
                let troubles = Comment(rawValue: document.troubles)
                #expect(exitCode == 2, troubles)
                #expect(document.verdict == "inconclusive", troubles)
                let compose = document.probes.filter { $0.kind == "compose" }
                #expect(!compose.isEmpty)
                #expect(compose.allSatisfy { $0.outcome == "unknown" }, troubles)
                #expect(compose.allSatisfy { $0.observed.contains("docker info") }, troubles)
            }
        }
    }
}
