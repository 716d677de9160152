extension Fault {
    /// What goes wrong with VoxBento.
    static let voxbento = voxbentoServices + voxbentoSettings + voxbentoDatabase + voxbentoLogs

    /// What no longer answers, or answers wrongly.
    private static let voxbentoServices: [Fault] = [
        Fault(
            stack: .voxbento, name: "media server stopped", entry: "voxbento/ic-01",
            component: "mediamtx", step: 2, downstream: ["booth", "portal"],
            breakStack: { try await $0.compose("stop", "mediamtx") }),
        Fault(
            stack: .voxbento, name: "media server crash-looping", entry: "voxbento/ic-01",
            component: "mediamtx", step: 2, downstream: ["booth", "portal"],
            breakStack: { stack in
                try await stack.compose(
                    "-f", "compose.yaml", "-f", "faults/crash-loop.yaml", "up", "-d", "mediamtx")
                try await stack.wait(for: "mediamtx", toBe: "restarting")
            }),
        Fault(
            stack: .voxbento, name: "nothing answers where browsers send audio",
            entry: "voxbento/ic-01", component: "mediamtx", step: 2,
            breakStack: { stack in
                try await stack.execute("mediamtx", "sh", "-c", "kill $(cat /run/webrtc)")
            }),
        Fault(
            stack: .voxbento, name: "the interpreter is not live", entry: "voxbento/ic-02",
            component: "booth",
            arguments: ["--set", "event_slug=conference", "--set", "language_code=fr"],
            breakStack: { _ in }),
        Fault(
            stack: .voxbento, name: "portal unhealthy", entry: "voxbento/ic-03",
            component: "portal", step: 1,
            breakStack: { stack in
                try await stack.execute("portal", "touch", "/tmp/unhealthy")
                try await stack.wait(for: "portal", toBe: "unhealthy")
            }),
    ]

    /// What people set wrongly.
    private static let voxbentoSettings: [Fault] = [
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
            stack: .voxbento, name: "ADMIN_PASSWORD empty", entry: "voxbento/ic-05",
            component: "portal", breakStack: { try await $0.set("ADMIN_PASSWORD", "") }),
    ]

    /// What is wrong with the database or in it.
    private static let voxbentoDatabase: [Fault] = [
        Fault(
            stack: .voxbento, name: "database stopped", entry: "voxbento/ic-06",
            component: "database", step: 4, downstream: ["migrations", "portal"],
            breakStack: { try await $0.compose("stop", "database") }),
        Fault(
            stack: .voxbento, name: "database one migration behind", entry: "voxbento/ic-06",
            component: "migrations", step: 4,
            breakStack: { try await $0.alembic("downgrade", "-1") }),
        Fault(
            stack: .voxbento, name: "two alembic heads", entry: "voxbento/ic-06",
            component: "migrations", step: 4,
            breakStack: { stack in
                try stack.copy(
                    "faults/two-heads/e51b8c40d763_recordings.py",
                    to: "backend/migrations/versions/recordings.py")
            }),
        Fault(
            stack: .voxbento, name: "external transcription switched off for the event",
            entry: "voxbento/ic-04", component: "portal",
            breakStack: { try await $0.query("UPDATE events SET transcription_api_enabled=false") }
        ),
    ]

    /// What only shows in the portal's log.
    private static let voxbentoLogs: [Fault] = [
        Fault(
            stack: .voxbento, name: "somebody else is the active interpreter",
            entry: "voxbento/ic-01", component: "portal",
            breakStack: { try await $0.askForStream(answered: 403, times: 3) }),
        Fault(
            stack: .voxbento, name: "tokens of another booth", entry: "voxbento/code-4003",
            component: "portal",
            breakStack: { stack in
                try await stack.log(
                    "starlette.websockets.WebSocketDisconnect: (4003, 'token scope mismatch')",
                    in: "portal", times: 3)
            }),
    ]
}
