extension StackTemplate {
    /// A portal, a media server, and a database with migrations, one event and two booths.
    static let voxbento = StackTemplate(
        system: "voxbento",
        ports: ["PORTAL_PORT", "MEDIAMTX_PORT", "MEDIA_PORT", "RTSP_PORT", "DATABASE_PORT"],
        variables: { stack in
            [
                "DATABASE_URL": "postgresql+psycopg://voxbento:interpreter-secret@"
                    + "127.0.0.1:\(stack.port("DATABASE_PORT"))/voxbento"
            ]
        },
        runbookVariables: { stack in
            [
                "PORTAL_URL": "http://127.0.0.1:\(stack.port("PORTAL_PORT"))",
                "MEDIAMTX_API_URL": "http://127.0.0.1:\(stack.port("MEDIAMTX_PORT"))",
                "MEDIA_URL": "http://127.0.0.1:\(stack.port("MEDIA_PORT"))",
                "RTSP_ADDRESS": "127.0.0.1:\(stack.port("RTSP_PORT"))",
                "SQLITE_DIR": "/data", "ALEMBIC_DIR": "backend", "ALEMBIC_VIA": "",
            ]
        },
        prepare: { stack in
            try await stack.alembic("upgrade", "head")
            try await stack.query(
                """
                INSERT INTO events VALUES (1, 'conference', 'The conference', true);
                INSERT INTO booths VALUES
                    (1, 1, 'en', true, 'openai', 'whisper-1'), (2, 1, 'fr', false, NULL, NULL);
                """)
        })
}

extension ComposeStack {
    /// Asks the portal for a booth's address to send audio to, as a browser does, and lets it
    /// answer with a status.
    func askForStream(answered status: Int, times: Int) async throws {
        try await execute("portal", "sh", "-c", "echo \(status) >/tmp/whip-status")
        let booth = "http://127.0.0.1:\(port("PORTAL_PORT"))/api/events/conference/booths/en"
        let url = booth + "/whip-url?participant_id=a"
        try await Program.succeed(
            "curl", ["-sS"] + Array(repeating: url, count: times), in: directory)
    }
}
