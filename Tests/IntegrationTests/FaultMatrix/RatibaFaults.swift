extension Fault {
    /// What goes wrong with Ratiba.
    static let ratiba = ratibaServices + ratibaSettings + ratibaData + ratibaLogs

    /// What is gone, or does not answer.
    private static let ratibaServices: [Fault] = [
        Fault(
            stack: .ratiba, name: "a sister project has Postgres' port",
            entry: "ratiba/service-unhealthy", component: "postgres", step: 1,
            downstream: [
                "booking", "knowledge", "migrations", "payments", "reaper", "test-schemas",
            ],
            breakStack: { try await $0.takePort("POSTGRES_PORT", of: "postgres") }),
        Fault(
            stack: .ratiba, name: "Redis refuses the password",
            entry: "ratiba/service-unhealthy", component: "redis", step: 1,
            downstream: ["booking", "payments"],
            breakStack: { stack in
                try await stack.tellRedis("CONFIG", "SET", "requirepass", "another-password")
                try await stack.wait(for: "redis", toBe: "unhealthy")
            }),
        Fault(
            stack: .ratiba, name: "backend stopped", entry: "ratiba/service-unhealthy",
            component: "backend", step: 1, downstream: ["api", "payments"],
            breakStack: { try await $0.compose("stop", "backend") }),
        Fault(
            stack: .ratiba, name: "backend hangs", entry: "ratiba/backend-oom", component: "api",
            step: 1, downstream: ["payments"],
            breakStack: { try await $0.execute("backend", "killall", "-STOP", "httpd") }),
        Fault(
            stack: .ratiba, name: "no worker", entry: "ratiba/payment-pending",
            component: "worker", step: 1, isAlone: true,
            breakStack: { try await $0.compose("stop", "worker") }),
    ]

    /// What people wrote wrongly.
    private static let ratibaSettings: [Fault] = [
        Fault(
            stack: .ratiba, name: "the app secret is none of Meta's",
            entry: "ratiba/whatsapp-403", component: "backend",
            breakStack: { try await $0.set("WHATSAPP_APP_SECRET", "changeme") }),
        Fault(
            stack: .ratiba, name: "node_ip is an address of the network",
            entry: "ratiba/livekit-sip", component: "livekit",
            breakStack: { stack in
                try stack.replace("127.0.0.1", with: "192.168.1.4", in: "docker/livekit.yaml")
            }),
        Fault(
            stack: .ratiba, name: "two alembic heads", entry: "ratiba/alembic-two-heads",
            component: "migrations", step: 2,
            breakStack: { stack in
                try stack.copy(
                    "faults/two-heads/f7a3460e9bd1_reminders.py",
                    to: "backend/migrations/versions/reminders.py")
            }),
        Fault(
            stack: .ratiba, name: "alembic's settings name no script_location",
            entry: "ratiba/alembic-wrong-cwd", component: "migrations", step: 2,
            breakStack: { stack in
                try stack.replace("script_location", with: "# moved", in: "backend/alembic.ini")
            }),
    ]

    /// What stands in the database, in Redis, or is missing there.
    private static let ratibaData: [Fault] = [
        Fault(
            stack: .ratiba, name: "STK push without a callback",
            entry: "ratiba/stk-no-callback", component: "payments",
            breakStack: { stack in
                try await stack.query(
                    "INSERT INTO tenant_demo.payments VALUES "
                        + "(3, 'initiated', 'ws_CO_3', now() - interval '1 hour')",
                    in: "postgres")
            }),
        Fault(
            stack: .ratiba, name: "a conversation is stuck in COLLECT_SERVICE",
            entry: "ratiba/fsm-greet", component: "booking",
            arguments: ["--set", "ULID=01J000000000000000000STUCK"],
            breakStack: { stack in
                try await stack.setThread("01J000000000000000000STUCK", to: "COLLECT_SERVICE")
            }),
        Fault(
            stack: .ratiba, name: "checkpoints pile up", entry: "ratiba/backend-oom",
            component: "reaper",
            breakStack: { stack in
                try await stack.query(
                    "INSERT INTO tenant_demo.checkpoints "
                        + "SELECT 'thread' FROM generate_series(1, 1000001)", in: "postgres")
                try await stack.query("ANALYZE tenant_demo.checkpoints", in: "postgres")
            }),
        Fault(
            stack: .ratiba, name: "a snippet too many", entry: "ratiba/knowledge-overflow",
            component: "knowledge",
            breakStack: { stack in
                try await stack.query(
                    "UPDATE tenant_demo.knowledge_snippets SET is_active = true WHERE id = 21",
                    in: "postgres")
            }),
        Fault(
            stack: .ratiba, name: "a test run left its schema",
            entry: "ratiba/test-tenant-exists", component: "test-schemas",
            breakStack: { stack in
                try await stack.query("CREATE SCHEMA test_tenant_demo_1", in: "postgres")
            }),
        Fault(
            stack: .ratiba, name: "no app secret, and no staff schedule",
            entry: "ratiba/whatsapp-403", component: "backend",
            also: ["ratiba/fsm-collect-slot"],
            breakStack: { stack in
                try await stack.set("WHATSAPP_APP_SECRET", "")
                try await stack.query("DELETE FROM tenant_demo.staff_schedules", in: "postgres")
            }),
    ]

    /// What only the log tells.
    private static let ratibaLogs: [Fault] = [
        Fault(
            stack: .ratiba, name: "webhooks are turned away", entry: "ratiba/whatsapp-403",
            component: "whatsapp",
            breakStack: { stack in
                try await stack.log(
                    #"{"level":"warning","event":"webhook.whatsapp","signature_valid":false}"#,
                    in: "backend")
            }),
        Fault(
            stack: .ratiba, name: "customers cancel again and again",
            entry: "ratiba/daraja-cancelled", component: "payments",
            breakStack: { stack in
                try await stack.log(
                    #"{"event":"daraja.stk","errorCode":"500.002.1001"}"#, in: "backend",
                    times: 10)
            }),
        Fault(
            stack: .ratiba, name: "ElevenLabs is slow", entry: "ratiba/tts-latency",
            component: "voice",
            breakStack: { stack in
                try await stack.log(
                    #"{"event":"elevenlabs.synthesize","duration_ms":3100}"#, in: "backend",
                    times: 3)
            }),
    ]
}
