extension Fault {
    /// What goes wrong in a repository that has no runbook of its own.
    static let general = generalServices + generalRepository

    /// What does not run, or does not answer.
    private static let generalServices: [Fault] = [
        Fault(
            stack: .general, name: "service stopped", entry: "general/service-down",
            component: "web", step: 1, breakStack: { try await $0.compose("stop", "web") }),
        Fault(
            stack: .general, name: "health check fails", entry: "general/service-unhealthy",
            component: "web", step: 1,
            breakStack: { stack in
                try await stack.compose(
                    "-f", "compose.yaml", "-f", "faults/unhealthy.yaml", "up", "-d", "web")
                try await stack.wait(for: "web", toBe: "unhealthy")
            }),
        Fault(
            stack: .general, name: "service crash-looping", entry: "general/restart-loop",
            component: "back", step: 1,
            breakStack: { stack in
                try await stack.compose(
                    "-f", "compose.yaml", "-f", "faults/crash-loop.yaml", "up", "-d", "back")
                try await stack.wait(for: "back", toBe: "restarting")
            }),
        Fault(
            stack: .general, name: "a sister project has the port",
            entry: "general/port-conflict", component: "web", step: 1,
            breakStack: { try await $0.takePort("WEB_PORT", of: "web") }),
        Fault(
            stack: .general, name: "container killed", entry: "general/out-of-memory",
            component: "back", step: 1, breakStack: { try await $0.compose("kill", "back") }),
        Fault(
            stack: .general, name: "the endpoint answers 503", entry: "general/endpoint-down",
            component: "web", step: 5,
            breakStack: { stack in
                try await stack.execute(
                    "web", "sh", "-c", "echo 503 Service Unavailable >/tmp/status")
            }),
    ]

    /// What is wrong in the files of the repository.
    private static let generalRepository: [Fault] = [
        Fault(
            stack: .general, name: "a variable is missing", entry: "general/env-missing",
            component: "configuration", step: 3,
            breakStack: { try $0.replace("SIGNING_KEY=", with: "SIGNATURE=", in: ".env") }),
        Fault(
            stack: .general, name: "two alembic heads", entry: "general/migration-heads",
            component: "migrations", step: 4, also: ["general/migration-behind"],
            breakStack: { stack in
                try stack.copy(
                    "faults/two-heads/b7a61e2f49c5_complaints.py",
                    to: "backend/migrations/versions/complaints.py")
            }),
    ]
}
