import Redaction
import Testing

@Suite struct SecretNameTests {
    @Test(
        "names that say secret",
        arguments: [
            "ADMIN_PASSWORD", "JWT_SECRET", "api_key", "AWS_SECRET_ACCESS_KEY", "GITHUB_TOKEN",
            "DB_PASS", "DB_PWD", "clerk-secret-key", "WHATSAPP_APP_SECRET", "INTERNAL_SERVICE_JWT",
            "PGPASSWORD", "DBPASSWORD", "AUTHTOKEN", "clientSecret", "accessKey", "apiKey",
            "MYSQL_ROOT_PASSWORD", "Authorization", "OPENAI_APIKEY", "APP_KEY", "AccountKey",
            "SharedAccessKey", "TWILIO_AUTH_TOKEN", "SESSION_SECRET", "PASSWORD_HASH", "DB_PASS_2",
            "NEXTAUTH_SECRET", "WEBHOOK_KEY", "SMTP_PASSWD",
        ])
    func secret(name: String) {
        #expect(SecretName.isSecret(name))
    }

    @Test(
        "the value of a field says too whether it is a secret",
        arguments: [
            ("password", "hunter2", true), ("token", "abc-abc", true), ("auth", "failed", false),
            ("auth", "c2VjcmV0OTk", true), ("tokens", "4096", false), ("password", "", false),
            ("password", "null", false), ("user", "hunter2", false), ("pass", "12", false),
            ("api_key", "[redacted:1]", false),
        ])
    func field(name: String, value: String, isSecret: Bool) {
        #expect(SecretName.isSecret(name, value: value) == isSecret)
    }

    @Test(
        "names that do not",
        arguments: [
            "HOME", "PWD", "OLDPWD", "SSH_AUTH_SOCK", "PORTAL_URL", "TOKEN_URL", "JWT_ISSUER",
            "PRIMARY_KEY", "PATH", "KEYBOARD",
            "COMPASS", "MEDIAMTX_WHIP_BASE", "", "MAX_TOKENS", "prompt_tokens", "signature_valid",
            "tokenCount", "keyboardLayout", "PASSWORD_MIN_LENGTH", "TOKEN_TTL", "KEYCLOAK_URL",
            "MONKEY", "AUTHOR", "SECRET_NAME", "DATABASE_URL", "SENTRY_DSN", "PUBLIC_KEY",
            "STRIPE_PUBLISHABLE_KEY", "ACCESS_TOKEN_EXPIRE_MINUTES", "PASSWORD_AUTHENTICATION",
            "SECRET_ARN", "COOKIE_DOMAIN", "SALT_ROUNDS", "cached_tokens", "AUTH_BACKEND",
        ])
    func harmless(name: String) {
        #expect(!SecretName.isSecret(name))
    }
}
