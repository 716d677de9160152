import Redaction
import Testing

@Suite struct SecretNameTests {
    @Test(
        "names that say secret",
        arguments: [
            "ADMIN_PASSWORD", "JWT_SECRET", "api_key", "AWS_SECRET_ACCESS_KEY", "GITHUB_TOKEN",
            "DB_PASS", "DB_PWD", "clerk-secret-key", "WHATSAPP_APP_SECRET", "INTERNAL_SERVICE_JWT",
            "PGPASSWORD", "DBPASSWORD", "AUTHTOKEN", "clientSecret", "accessKey", "apiKey",
            "MYSQL_ROOT_PASSWORD", "Authorization", "OPENAI_APIKEY",
        ])
    func secret(name: String) {
        #expect(SecretName.isSecret(name))
    }

    @Test(
        "names that do not",
        arguments: [
            "HOME", "PWD", "OLDPWD", "SSH_AUTH_SOCK", "PORTAL_URL", "TOKEN_URL", "JWT_ISSUER",
            "PRIMARY_KEY", "PATH", "KEYBOARD",
            "COMPASS", "MEDIAMTX_WHIP_BASE", "", "MAX_TOKENS", "prompt_tokens", "signature_valid",
            "tokenCount", "keyboardLayout",
        ])
    func harmless(name: String) {
        #expect(!SecretName.isSecret(name))
    }
}
