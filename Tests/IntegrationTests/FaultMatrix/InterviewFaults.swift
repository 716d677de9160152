extension Fault {
    /// What goes wrong with the interview platform.
    static let interview = interviewServices + interviewSettings + interviewLogs

    /// What no longer answers, or answers wrongly.
    private static let interviewServices: [Fault] = [
        Fault(
            stack: .interview, name: "database stopped", entry: nil, component: "database",
            step: 1, downstream: ["platform-config", "schema", "user-management"],
            breakStack: { stack in
                try await stack.compose("stop", "database")
                try await stack.wait(for: "user-management", toBe: "unhealthy")
            }),
        Fault(
            stack: .interview, name: "code went out before its migration",
            entry: "interview/schema-validation", component: "user-management", step: 1,
            downstream: ["public-flags"],
            breakStack: { stack in
                try await stack.query("ALTER TABLE interviews DROP COLUMN recording_url")
                try await stack.compose("restart", "user-management")
                try await stack.wait(for: "user-management", toBe: "exited")
            }),
        Fault(
            stack: .interview, name: "streaming server stopped",
            entry: "interview/room-token-auth", component: "video-streaming-server", step: 1,
            downstream: ["livekit-routes"],
            breakStack: { try await $0.compose("stop", "video-streaming-server") }),
        Fault(
            stack: .interview, name: "LiveKit module not loaded",
            entry: "interview/livekit-routes-503", component: "livekit-routes",
            breakStack: { try await $0.set("LIVEKIT_MODULE", "livekit-server-sdk-v3") }),
        Fault(
            stack: .interview, name: "media server stopped",
            entry: "interview/wrong-media-server", component: "livekit", step: 4,
            breakStack: { try await $0.compose("stop", "livekit") }),
        Fault(
            stack: .interview, name: "flag flipped, and the backend's cache is older",
            entry: "interview/flag-not-applied", component: "public-flags",
            breakStack: { stack in
                try await stack.setFlag("false")
                try await stack.compose("restart", "user-management")
                try await stack.wait(for: "user-management", toBe: "healthy")
                try await stack.setFlag("true")
            }),
        Fault(
            stack: .interview, name: "flag off", entry: "interview/coming-soon-gate",
            component: "platform-config", downstream: ["public-flags"],
            breakStack: { stack in
                try await stack.setFlag("false")
                try await stack.compose("restart", "user-management")
                try await stack.wait(for: "user-management", toBe: "healthy")
            }),
        Fault(
            stack: .interview, name: "the bot's app lacks a variable",
            entry: "interview/bot-env-loaders", component: "bot-backend", step: 1,
            breakStack: { stack in
                try stack.replace("OPENAI_API_KEY=", with: "# OPENAI_API_KEY=", in: botSettings)
                try await stack.compose("up", "-d")
                try await stack.wait(for: "bot-backend", toBe: "exited")
            }),
    ]

    /// What people wrote wrongly.
    private static let interviewSettings: [Fault] = [
        Fault(
            stack: .interview, name: "the bot has another internal secret",
            entry: "interview/internal-jwt", component: "internal-auth", step: 3,
            breakStack: { try await $0.changeBotSecret() }),
        Fault(
            stack: .interview, name: "the streaming server allows no X-Session-Id",
            entry: "interview/cors-preflight", component: "video-streaming-server", step: 4,
            breakStack: { try await $0.set("ALLOWED_HEADERS", "Content-Type,Authorization") }),
        Fault(
            stack: .interview, name: "the embedding page is no parent origin",
            entry: "interview/room-no-session-id", component: "smart-interview-ui",
            breakStack: { stack in
                try stack.replace(
                    "https://interviews.example.org,", with: "", in: "smart-interview-ui/.env")
            }),
        Fault(
            stack: .interview, name: ".env overwritten by a swap",
            entry: "interview/env-overwritten", component: "interviews-ui", step: 3,
            breakStack: { try $0.swapEnvironment() }),
        Fault(
            stack: .interview, name: "a variable that the build requires is missing",
            entry: "interview/build-fails-env", component: "interviews-ui",
            breakStack: { stack in
                for file in parentSettings {
                    try stack.replace("NEXT_PUBLIC_ROOM_URL=", with: "ROOM_URL=", in: file)
                }
            }),
        Fault(
            stack: .interview, name: "the environment left to guesses",
            entry: "interview/wrong-environment", component: "interviews-ui",
            breakStack: { stack in
                for file in parentSettings {
                    try stack.replace("ENVIRONMENT=local", with: "ENVIRONMENT=", in: file)
                }
            }),
        Fault(
            stack: .interview, name: "streaming server stopped, .env swapped, secrets differ",
            entry: "interview/room-token-auth", component: "video-streaming-server", step: 1,
            downstream: ["livekit-routes"],
            also: ["interview/env-overwritten", "interview/internal-jwt"],
            breakStack: { stack in
                try stack.swapEnvironment()
                try await stack.changeBotSecret()
                try await stack.compose("stop", "video-streaming-server")
            }),
    ]

    /// What only shows in a log.
    private static let interviewLogs: [Fault] = [
        Fault(
            stack: .interview, name: "stub of a vendor called",
            entry: "interview/vendor-not-implemented", component: "vendor-adapters",
            breakStack: { stack in
                try await stack.log(
                    "NotImplementedError: DeepgramAdapter is a stub", in: "bot-backend")
            }),
        Fault(
            stack: .interview, name: "avatar vendor times out",
            entry: "interview/avatar-cascade", component: "avatar",
            breakStack: { stack in
                try await stack.log(
                    "avatar vendor timed out after 2500 ms", in: "video-streaming-server",
                    times: 3)
            }),
        Fault(
            stack: .interview, name: "backend went reactive",
            entry: "interview/reactive-return", component: "user-management",
            breakStack: { stack in
                try await stack.log(
                    "INFO NettyWebServer: Netty started on port 8080 (http)",
                    in: "user-management")
            }),
    ]

    private static let botSettings = "bot-backend/.env"
    private static let parentSettings = ["interviews-ui/.env", "interviews-ui/.env.local"]
}

extension ComposeStack {
    /// Writes the flag that triage is told of into its row.
    fileprivate func setFlag(_ value: String) async throws {
        try await query(
            "UPDATE platform_config SET config_value = '\(value)' "
                + "WHERE config_key = 'feedback.pdf.enabled'")
    }

    /// Gives the bot a secret for internal calls that no other service has.
    fileprivate func changeBotSecret() async throws {
        try replace("shared-by", with: "not-shared-by", in: "bot-backend/.env")
        try await compose("up", "-d", "--wait")
    }

    /// Puts another environment's settings into force, as the npm scripts do.
    fileprivate func swapEnvironment() throws {
        try copy("interviews-ui/.env.dev", to: "interviews-ui/.env")
    }
}
