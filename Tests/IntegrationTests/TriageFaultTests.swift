import Testing

/// One thing that is broken on the real stack, and what triage must say of it.
struct StackFault: Sendable, CustomTestStringConvertible {
    /// What is broken.
    var name: String
    /// Breaks it.
    var breakStack: @Sendable (ComposeStack) async throws -> Void
    /// The component that must lead.
    var component: String
    /// The entry that must lead, where the runbook has one.
    var entry: String?
    /// The triage step that must be named, where one finds it.
    var step: Int?
    /// What must be listed as following from it.
    var downstream: [String] = []

    var testDescription: String { name }

    static let all: [StackFault] = [
        StackFault(
            name: "media server stopped", breakStack: { try await $0.compose("stop", "mediamtx") },
            component: "mediamtx", entry: "voxbento/ic-01", step: 2, downstream: ["portal"]),
        StackFault(
            name: "media server crash-looping",
            breakStack: { stack in
                try await stack.compose(
                    "-f", "compose.yaml", "-f", "faults/crash-loop.yaml", "up", "-d", "mediamtx")
                try await stack.wait(for: "mediamtx", toBe: "restarting")
            },
            component: "mediamtx", entry: "voxbento/ic-01", step: 2, downstream: ["portal"]),
        StackFault(
            name: "portal unhealthy",
            breakStack: { stack in
                try await stack.compose("exec", "-T", "portal", "touch", "/tmp/unhealthy")
                try await stack.wait(for: "portal", toBe: "unhealthy")
            },
            component: "portal", step: 1),
        StackFault(
            name: "MEDIAMTX_WHIP_BASE is Docker-internal",
            breakStack: { try await $0.set("MEDIAMTX_WHIP_BASE", "http://mediamtx:8889") },
            component: "portal", entry: "voxbento/ic-01"),
        StackFault(
            name: "a path without alwaysAvailable",
            breakStack: { stack in
                try await stack.patchMediaServer(
                    "/v3/config/paths/patch/conference/fr", #"{"alwaysAvailable":false}"#)
            },
            component: "mediamtx", entry: "voxbento/ic-02"),
        StackFault(
            name: "database one migration behind",
            breakStack: { try await $0.alembic("downgrade", "-1") },
            component: "migrations", entry: "voxbento/ic-06"),
        StackFault(
            name: "two alembic heads",
            breakStack: { try $0.copy(twoHeads, to: "backend/migrations/versions/recordings.py") },
            component: "migrations", entry: "voxbento/ic-06"),
        StackFault(
            name: "ADMIN_PASSWORD empty", breakStack: { try await $0.set("ADMIN_PASSWORD", "") },
            component: "portal", entry: "voxbento/ic-05"),
        StackFault(
            name: "database stopped", breakStack: { try await $0.compose("stop", "database") },
            component: "database", entry: "voxbento/ic-06", downstream: ["migrations"]),
    ]

    private static let twoHeads = "faults/two-heads/e51b8c40d763_recordings.py"
}

extension EngineTests {
    @Suite struct TriageFaultTests {
        @Test(
            "the fault leads, and only what follows from it is downstream",
            arguments: StackFault.all)
        func fault(_ fault: StackFault) async throws {
            try await ComposeStack.run { stack in
                try await fault.breakStack(stack)
                let (exitCode, document) = try await stack.triage()
                let troubles = Comment(rawValue: document.troubles)
                #expect(exitCode == 1, troubles)
                #expect(document.verdict == "unhealthy", troubles)
                #expect(document.lead?.component == fault.component, troubles)
                #expect(document.lead?.entry == fault.entry, troubles)
                #expect(document.lead?.step?.number == fault.step, troubles)
                #expect(document.downstream == fault.downstream, troubles)
                #expect(document.also.isEmpty, troubles)
            }
        }

        @Test("a healthy stack is healthy, and nothing is unknown")
        func healthy() async throws {
            try await ComposeStack.run { stack in
                let (exitCode, document) = try await stack.triage()
                let troubles = Comment(rawValue: document.troubles)
                #expect(exitCode == 0, troubles)
                #expect(document.verdict == "healthy", troubles)
                #expect(document.probes.allSatisfy { $0.outcome == "pass" }, troubles)
                #expect(document.lead == nil && document.also.isEmpty)
            }
        }

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
                #expect(document.downstream == ["portal"], troubles)
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
