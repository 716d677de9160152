extension Fault {
    /// What goes wrong with VoxBento.
    static let voxbento: [Fault] = [
        Fault(
            stack: .voxbento, name: "media server stopped", entry: "voxbento/ic-01",
            component: "mediamtx", step: 2, downstream: ["portal"],
            breakStack: { try await $0.compose("stop", "mediamtx") }),
        Fault(
            stack: .voxbento, name: "media server crash-looping", entry: "voxbento/ic-01",
            component: "mediamtx", step: 2, downstream: ["portal"],
            breakStack: { stack in
                try await stack.compose(
                    "-f", "compose.yaml", "-f", "faults/crash-loop.yaml", "up", "-d", "mediamtx")
                try await stack.wait(for: "mediamtx", toBe: "restarting")
            }),
        Fault(
            stack: .voxbento, name: "portal unhealthy", entry: nil, component: "portal", step: 1,
            breakStack: { stack in
                try await stack.compose("exec", "-T", "portal", "touch", "/tmp/unhealthy")
                try await stack.wait(for: "portal", toBe: "unhealthy")
            }),
        Fault(
            stack: .voxbento, name: "MEDIAMTX_WHIP_BASE is Docker-internal",
            entry: "voxbento/ic-01", component: "portal",
            breakStack: { try await $0.set("MEDIAMTX_WHIP_BASE", "http://mediamtx:8889") }),
        Fault(
            stack: .voxbento, name: "a path without alwaysAvailable", entry: "voxbento/ic-02",
            component: "mediamtx",
            breakStack: { stack in
                try await stack.patchMediaServer(
                    "/v3/config/paths/patch/conference/fr", #"{"alwaysAvailable":false}"#)
            }),
        Fault(
            stack: .voxbento, name: "database one migration behind", entry: "voxbento/ic-06",
            component: "migrations", breakStack: { try await $0.alembic("downgrade", "-1") }),
        Fault(
            stack: .voxbento, name: "two alembic heads", entry: "voxbento/ic-06",
            component: "migrations",
            breakStack: { try $0.copy(twoHeads, to: "backend/migrations/versions/recordings.py") }),
        Fault(
            stack: .voxbento, name: "ADMIN_PASSWORD empty", entry: "voxbento/ic-05",
            component: "portal", breakStack: { try await $0.set("ADMIN_PASSWORD", "") }),
        Fault(
            stack: .voxbento, name: "database stopped", entry: "voxbento/ic-06",
            component: "database", downstream: ["migrations"],
            breakStack: { try await $0.compose("stop", "database") }),
    ]

    private static let twoHeads = "faults/two-heads/e51b8c40d763_recordings.py"
}
