extension StackTemplate {
    /// A backend with PostgreSQL and Redis, a worker, LiveKit on the host's network, and a tenant.
    static let ratiba = StackTemplate(
        system: "ratiba",
        ports: ["BACKEND_PORT", "POSTGRES_PORT", "LIVEKIT_SIGNAL_PORT", "LIVEKIT_RTC_PORT"],
        variables: { stack in
            [
                "DATABASE_URL": "postgresql+psycopg://ratiba:ratiba_postgres_password@"
                    + "127.0.0.1:\(stack.port("POSTGRES_PORT"))/ratiba"
            ]
        },
        runbookVariables: { stack in
            let backend = "http://127.0.0.1:\(stack.port("BACKEND_PORT"))"
            return [
                "BACKEND_URL": backend, "DARAJA_CALLBACK_URL": backend,
                "POSTGRES_ADDRESS": "127.0.0.1:\(stack.port("POSTGRES_PORT"))",
                "LIVEKIT_SIGNAL_ADDRESS": "127.0.0.1:\(stack.port("LIVEKIT_SIGNAL_PORT"))",
                "LIVEKIT_RTC_ADDRESS": "127.0.0.1:\(stack.port("LIVEKIT_RTC_PORT"))",
                "WORKER_SERVICE": "worker", "ALEMBIC_DIR": "backend", "ALEMBIC_VIA": "",
                "slug": "demo",
            ]
        },
        prepare: { stack in
            try await stack.alembic("upgrade", "head")
            try await stack.execute(
                "postgres", "psql", "-q", "-U", "ratiba", "-v", "ON_ERROR_STOP=1", "-f",
                "/seed.sql")
            try await stack.setThread("01J0000000000000000000DONE", to: "CONFIRMED")
            try await stack.makeRepository()
        })
}

extension ComposeStack {
    /// Puts a conversation into a state of Ratiba's FSM.
    func setThread(_ identifier: String, to state: String) async throws {
        try await tellRedis("SET", "ratiba:fsm:thread:\(identifier)", "{\"state\":\"\(state)\"}")
    }

    /// Sends a command of three words to Ratiba's Redis; it must succeed.
    func tellRedis(_ words: String...) async throws {
        let client = ["redis-cli", "--no-auth-warning", "-a", "ratiba_redis_password"]
        try await execute("redis", client + words)
    }
}
