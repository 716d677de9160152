import Testing

/// A system that tests bring up on the real engine: a folder to copy, and how the copy is run.
struct StackTemplate: Sendable, CustomTestStringConvertible {
    /// The folder of `Stacks` that is copied, and the system's name as runbooks know it.
    var system: String
    /// The variables that each name a free port for the compose file.
    var ports: [String]
    /// Further variables under which compose and the programs of a test see the stack.
    var variables: @Sendable (ComposeStack) -> [String: String] = { _ in [:] }
    /// The runbook's variables as the stack has them. Compose does not see them: an address is
    /// another one inside.
    var runbookVariables: @Sendable (ComposeStack) -> [String: String] = { _ in [:] }
    /// Brings the running stack to health, such as its database to the last migration.
    var prepare: @Sendable (ComposeStack) async throws -> Void = { _ in }

    var testDescription: String { system }
}

extension StackTemplate {
    /// The systems that tests bring up.
    static let all = [voxbento, ratiba, interview, roomSync, alwrity, general]

    /// What the probes of services are tested on: PostgreSQL, Redis, two workers, and a container
    /// without any client. It is no system of a runbook, and none of ``all``.
    static let services = StackTemplate(
        system: "services", ports: [],
        prepare: { stack in
            try await stack.compose(
                "exec", "-T", "database", "psql", "-q", "-U", "voxbento", "-c",
                """
                CREATE TABLE booths (slug text, state text);
                INSERT INTO booths VALUES ('en', 'live'), ('fr', E'idle\nsince noon');
                CREATE ROLE reader LOGIN;
                CREATE ROLE crowd LOGIN CONNECTION LIMIT 0;
                """)
            try await stack.compose(
                "exec", "-T", "-e", "REDISCLI_AUTH=booth-cache-secret", "redis", "redis-cli",
                "RPUSH", "queue", "first", "second")
        })
}
