/// Text of one kind that looks like a secret, is none, and is needed to see what is wrong.
struct HarmlessText: Sendable {
    /// What it is.
    var kind: String
    /// Texts that must stay as they are.
    var texts: [String]

    init(_ kind: String, _ texts: String...) {
        self.kind = kind
        self.texts = texts
    }
}

extension HarmlessText {
    private static let sha1 = Made.text(40, of: Made.hex, seed: 31)
    private static let sha256 = Made.text(64, of: Made.hex, seed: 32)
    private static let uuid = "3f2504e0-4f89-41d3-9a0c-0305e82c3301"

    /// All kinds.
    static let all = identifiers + names + settings + prose + formats

    /// Ids and digests.
    private static let identifiers = [
        HarmlessText(
            "git hash", "HEAD is now at \(sha1.prefix(7)) Fix", "commit \(sha1)", "git_sha=\(sha1)"),
        HarmlessText("UUID", "request \(uuid) failed", #"{"id":"\#(uuid)"}"#, "session_id=\(uuid)"),
        HarmlessText("container id", "container \(sha256.prefix(12)) exited", "\(sha256)  app-1"),
        HarmlessText("image digest", "postgres@sha256:\(sha256)", "Digest: sha256:\(sha256)"),
        HarmlessText(
            "ETag", "ETag: \"\(sha1.prefix(32))\"", "If-None-Match: W/\"67ab-\(sha1.prefix(27))\""),
        HarmlessText(
            "request id", "X-Request-Id: \(sha1.prefix(32))", "request_id=\(Made.text(26))"),
        HarmlessText(
            "trace id", "traceparent: 00-\(sha1.prefix(32))-\(sha1.prefix(16))-01",
            "trace_id=\(sha1.prefix(32)) span_id=\(sha1.prefix(16))"),
        HarmlessText(
            "AWS request id", "x-amz-request-id: \(Made.text(16, of: Made.capitals))",
            "x-amzn-trace-id: Root=1-67ab12cd-\(sha1.prefix(24))"),
        HarmlessText("AWS role id", "AROA" + Made.text(17, of: Made.capitals)),
        HarmlessText("ULID", "event 01JD3ZQ8VQ5Y6W1N7T4K2M9BXC stored"),
        HarmlessText("KSUID", "id=2Dm3kHq8Zr0yT5bW1xN7vL4cJ9s"),
        HarmlessText(
            "Stripe object id", "payment pi_3" + Made.text(23), "customer=cus_" + Made.text(14),
            "evt_" + Made.text(24) + " ch_" + Made.text(24)),
        HarmlessText(
            "Stripe publishable key", "pk_" + "live_" + Made.text(24),
            "NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY=pk_" + "test_" + Made.text(30)),
        HarmlessText(
            "Twilio account number", "AC" + Made.text(32, of: Made.hex),
            "SM" + Made.text(32, of: Made.hex)),
        HarmlessText(
            "alembic revision", "Running upgrade \(sha1.prefix(12)) -> ae1027a6acf4, add bookings",
            "current=ae1027a6acf4 (head)"),
        HarmlessText(
            "pod name", "pod/portal-7d9c5b8f6d-x2v4q CrashLoopBackOff", "statefulset db-0"),
        HarmlessText(
            "integrity of a package", "integrity sha512-\(Made.text(86, of: Made.base64))=="),
        HarmlessText(
            "digest in a log", "checksum=\(sha256)", "sha256=\(sha256)", "md5: \(sha1.prefix(32))"),
        HarmlessText(
            "fingerprint of a key", "SHA256:\(Made.text(43, of: Made.base64))",
            "0F:A3:9B:11:C4:52:7E:88"),
        HarmlessText(
            "cursor of a page", "next=\(Made.text(40, of: Made.safe))",
            "cursor: eyJpZCI6MTIzLCJ0IjoxfQ"),
        HarmlessText(
            "image data",
            "data:image/png;base64,iVBORw0KGgoAAAANSUhEUg\(Made.text(60, of: Made.base64))"),
    ]

    /// Names of things.
    private static let names = [
        HarmlessText(
            "file path", "/usr/lib/python3.12/site-packages/jose/backends/cryptography_backend.py",
            "/run/secrets/db_password: no such file", "C:\\app\\tokens\\config.yml"),
        HarmlessText(
            "long snake-case word", "sk_learn_pipeline_with_many_words",
            "test_password_reset_token_is_sent_twice", "hf_transformers_cache_directory_name"),
        HarmlessText(
            "package with such a prefix", "sk-learn-contrib-extensions-all",
            "task-scheduler-for-background-jobs"),
        HarmlessText(
            "host name", "ip-10-0-12-34.eu-west-1.compute.internal",
            "db-prod.c9akciq32.eu-west-1.rds.amazonaws.com:5432"),
        HarmlessText(
            "address without a password", "postgresql://app@db:5432/app",
            "https://user@git.test/x.git", "redis://cache:6379/0", "http://[::1]:8080/a@b"),
        HarmlessText(
            "image reference", "ghcr.io/acme/portal:1.4.2-rc.1+build.5",
            "registry.test:5000/a/b@sha256:\(sha256)"),
        HarmlessText(
            "address with a port and an at sign", "http://localhost:8000/@vite/client",
            "https://x.test:443/users/@me"),
        HarmlessText("MAC address", "link/ether 02:42:ac:11:00:02", "00-1B-63-84-45-E6"),
        HarmlessText(
            "IPv6 address", "listening on [2001:db8::ff00:42:8329]:443", "fe80::42:acff:fe11:2%eth0"
        ),
        HarmlessText(
            "class name", "org.springframework.security.authentication.BadCredentialsException: x",
            "jwt.exceptions.ExpiredSignatureError: Signature has expired"),
    ]

    /// Settings whose names have such words.
    private static let settings = [
        HarmlessText(
            "setting about a password", "PASSWORD_MIN_LENGTH=12", "password_policy: strict-2024",
            "PASSWORD_RESET_URL=https://x.test/r"),
        HarmlessText(
            "setting about a token", "TOKEN_TTL=3600", "ACCESS_TOKEN_EXPIRE_MINUTES=30",
            "token_type=bearer", "TOKEN_URL=https://x.test/token"),
        HarmlessText(
            "name with such letters", "KEYCLOAK_URL=https://id.test", "KEYBOARD=us-intl-102",
            "MONKEY=capuchin7", "AUTHOR=someone42", "COMPASS=north123"),
        HarmlessText(
            "name of a secret", "SECRET_NAME=prod-db-2024", "secretName: portal-tls-2024",
            "SECRET_ARN=arn:aws:secretsmanager:eu-west-1:1:secret:x"),
        HarmlessText(
            "count of tokens", "max_tokens=4096", "prompt_tokens: 812, completion_tokens: 44",
            "tokens=1234", #""total_tokens":12345"#),
        HarmlessText(
            "variable in place of a secret", "password=${DB_PASSWORD}",
            "Authorization: Bearer $TOKEN", "--token $(cat t)", "password: <your password>",
            "api_key={{ key }}"),
        HarmlessText(
            "key that opens nothing", "primary_key=user_id_2024", "cache key=user:42:profile",
            "sort_key: created_at_9", "foreign_key=42abc", "PUBLIC_KEY=abc123def"),
        HarmlessText(
            "state of a login", "auth=failed", "signature_valid=False", "auth: expected hello",
            "password: incorrect", "token=expired", "authorization: denied"),
        HarmlessText(
            "short cookie", "Cookie: theme=dark; lang=en-GB", "Set-Cookie: sid=; Max-Age=0"),
        HarmlessText("user and group", "docker run -u 1000:1000 x", "chown app:app /data"),
        HarmlessText("result of tests", "pass=12 fail=0 skip=3", "pass: 100%"),
    ]

    /// Prose and what people write of secrets.
    private static let prose = [
        HarmlessText(
            "prose about credentials", "Bearer tokens expire after an hour",
            "Basic authentication is off", "the password: see the vault", "invalid token: expired"),
        HarmlessText(
            "a probe line", "env JWT_SECRET length>=32", "jwt ${TOKEN} expired=false",
            "env API_KEY set=true"),
        HarmlessText(
            "a token of ours", "password=[redacted:3]", "Bearer [redacted:12]",
            "postgres://u:[redacted:1]@h/d", "Cookie: sid=[redacted:2]"),
        HarmlessText(
            "a flag named in prose", "use --password to be asked", "set --token before you start",
            "--api-key is required"),
    ]

    /// Formats with long runs.
    private static let formats = [
        HarmlessText(
            "certificate", Made.block("CERTIFICATE"), "subject=CN = portal.test, issuer=CN = R3"),
        HarmlessText(
            "public key", Made.block("PUBLIC" + " KEY"),
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI" + Made.text(43, of: Made.base64) + " me@host"),
        HarmlessText(
            "version", "v1.2.3-rc.4+sha.5114f85", "Python 3.12.4", "openssl 3.0.15 3 Sep 2024",
            "Chrome/131.0.6778.85"),
        HarmlessText(
            "time", "2026-11-21T06:09:00.123456+01:00", "[21/Nov/2026:06:09:00 +0000]", "12:30:45"),
        HarmlessText(
            "number", "1732168140123", "0x7ffd5e8c2a10", "3.141592653589793", "id=9007199254740993"),
        HarmlessText(
            "machine code address", "at 0x00007f8a1c2d3e4f in abort () from /lib/libc.so.6"),
        HarmlessText(
            "comparison in code", "if password==expected: return", "secret := load()",
            "token => token.value"),
    ]
}
