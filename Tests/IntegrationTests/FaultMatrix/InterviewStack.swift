extension StackTemplate {
    /// A backend with its database, a streaming server, a bot and LiveKit, and the checkouts of two
    /// frontends.
    static let interview = StackTemplate(
        system: "interview", ports: ["USER_MANAGEMENT_PORT", "STREAMING_PORT", "LIVEKIT_PORT"],
        runbookVariables: { stack in
            [
                "INTERVIEW_STREAMING_URL": "http://127.0.0.1:\(stack.port("STREAMING_PORT"))",
                "PUBLIC_FLAGS_URL":
                    "http://127.0.0.1:\(stack.port("USER_MANAGEMENT_PORT"))/api/public-flags",
                "ROOM_ORIGIN": "https://room.example.org",
                "ROOM_LIVEKIT_URL": "ws://127.0.0.1:\(stack.port("LIVEKIT_PORT"))",
                "INTERVIEWS_UI_ORIGIN": "https://interviews.example.org",
                "PARENT_ORIGINS_NAME": "REACT_APP_PARENT_ORIGINS",
                "LIVEKIT_URL_NAME": "REACT_APP_LIVEKIT_URL",
                "TOKEN_API_URL_NAME": "REACT_APP_TOKEN_API_URL",
                "INTERNAL_JWT_NAME": "INTERNAL_JWT_SECRET",
                "INTERVIEWS_UI_DIR": "interviews-ui",
                "ROOM_UI_DIR": "smart-interview-ui",
                "BOT_BACKEND_DIR": "bot-backend",
                "flag": "feedback.pdf.enabled", "flag_value": "true",
            ]
        },
        prepare: { stack in
            let room = "smart-interview-ui/.env"
            try stack.replace("17880", with: "\(stack.port("LIVEKIT_PORT"))", in: room)
            try stack.replace("13001", with: "\(stack.port("STREAMING_PORT"))", in: room)
        })
}
