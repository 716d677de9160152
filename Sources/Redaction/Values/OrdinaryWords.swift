/// Words that are the value of many a password of a development machine and of much else.
enum OrdinaryWords {
    private static let words: Set<String> = [
        "administrator", "anonymous", "backend", "bearer", "cache", "change-me", "changeit",
        "changeme", "client", "compose", "container", "cookie", "credential", "credentials",
        "database", "default", "develop", "development", "disabled", "django", "docker", "elastic",
        "empty", "enabled", "example", "fastapi", "frontend", "gateway", "grafana", "guest",
        "hidden", "insecure", "internal", "invalid", "keycloak", "letmein", "localhost", "master",
        "mediamtx", "minioadmin", "mongodb", "monitor", "my-secret", "mysecret", "myuser",
        "nextauth", "optional", "passphrase", "password", "placeholder", "please-change",
        "please-change-me", "portal", "postgres", "postgresql", "primary", "private", "production",
        "public", "publish", "python", "qwerty", "rabbitmq", "redacted", "replace-me", "replica",
        "replication", "required", "secret", "secretkey", "secrets", "server", "service",
        "session", "staging", "supersecret", "superuser", "supabase", "testing", "testtest",
        "tokens", "undefined", "unknown", "username", "webhook", "welcome", "worker",
    ]

    /// Whether the bytes are such a word, in whatever letter case.
    static func contains(_ bytes: [UInt8]) -> Bool {
        bytes.count <= 20 && words.contains(bytes.map(\.lowered).text)
    }
}
