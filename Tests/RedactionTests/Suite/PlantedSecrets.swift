extension PlantedSecret {
    /// All kinds.
    static let all = issued + credentials + named + known

    /// Keys with a prefix of their issuer.
    private static let issued = [
        PlantedSecret("AWS access key id", key: "AK" + "IA" + Made.text(16, of: Made.capitals)),
        PlantedSecret("AWS temporary key id", key: "AS" + "IA" + Made.text(16, of: Made.capitals)),
        PlantedSecret("Google API key", key: "AI" + "za" + Made.text(35, of: Made.safe)),
        PlantedSecret("Google OAuth client secret", key: "GOC" + "SPX-" + Made.text(28)),
        PlantedSecret("Google OAuth access token", key: "ya" + "29." + Made.text(60)),
        PlantedSecret(
            "Azure client secret", key: "a1B" + "8" + "Q" + "~" + Made.text(34, seed: 4)),
        PlantedSecret("GitHub personal token", key: "gh" + "p_" + Made.text(36)),
        PlantedSecret("GitHub server token", key: "gh" + "s_" + Made.text(36)),
        PlantedSecret(
            "GitHub fine-grained token",
            key: "github" + "_pat_" + Made.text(22) + "_" + Made.text(59, seed: 2)),
        PlantedSecret("GitLab token", key: "gl" + "pat-" + Made.text(20)),
        PlantedSecret("GitLab runner token", key: "gl" + "rt-" + Made.text(20)),
        PlantedSecret("Slack bot token", key: "xo" + "xb-" + "1234567890-" + Made.text(24)),
        PlantedSecret("Slack app token", key: "xa" + "pp-1-" + Made.text(40)),
        PlantedSecret(
            "Slack webhook",
            "T" + Made.text(8, of: Made.capitals) + "/B" + Made.text(8, of: Made.capitals) + "/"
                + Made.text(24),
            in: [
                "POST https://hooks.slack.com/" + "services/@@ 200",
                #"{"url":"https://hooks.slack.com/"# + #"services/@@"}"#,
            ]),
        PlantedSecret("Stripe secret key", key: "sk_" + "live_" + Made.text(24)),
        PlantedSecret("Stripe test key", key: "sk_" + "test_" + Made.text(24)),
        PlantedSecret("Stripe restricted key", key: "rk_" + "live_" + Made.text(24)),
        PlantedSecret("Stripe webhook secret", key: "wh" + "sec_" + Made.text(32)),
        PlantedSecret("Clerk secret key", key: "sk_" + "test_" + Made.text(42, seed: 9)),
        PlantedSecret("OpenAI key", key: "sk" + "-" + Made.text(48)),
        PlantedSecret("OpenAI project key", key: "sk" + "-proj-" + Made.text(64, of: Made.safe)),
        PlantedSecret("Anthropic key", key: "sk" + "-ant-api03-" + Made.text(90, of: Made.safe)),
        PlantedSecret("Hugging Face token", key: "h" + "f_" + Made.text(34, of: Made.letters)),
        PlantedSecret("Meta access token", key: "EA" + "A" + Made.text(120)),
        PlantedSecret(
            "Meta app token", key: "123456789012345" + "|" + Made.text(27, of: Made.safe)),
        PlantedSecret("Twilio API key", key: "S" + "K" + Made.text(32, of: Made.hex)),
        PlantedSecret(
            "SendGrid key",
            key: "S" + "G." + Made.text(22, of: Made.safe) + "."
                + Made.text(43, of: Made.safe, seed: 3)),
        PlantedSecret(
            "Telegram bot token", key: "123456789" + ":" + "AA" + Made.text(33, of: Made.safe)),
        PlantedSecret("npm token", key: "np" + "m_" + Made.text(36)),
        PlantedSecret("Vault token", key: "hv" + "s." + Made.text(90, of: Made.safe)),
        PlantedSecret("Docker Hub token", key: "dckr" + "_pat_" + Made.text(27, of: Made.safe)),
        PlantedSecret("JSON Web Token", key: Made.webToken()),
    ]

    private static let password = "Tr0ub4dor" + "-and-3"
    private static let random = Made.text(40, of: Made.base64, seed: 77)

    /// Keys in blocks, headers and addresses.
    private static let credentials = [
        PlantedSecret(
            "RSA private key", Made.block("RSA " + "PRIVATE KEY"), in: ["key:\n@@\ndone", "@@"]),
        PlantedSecret("private key (PKCS 8)", Made.block("PRIVATE" + " KEY"), in: ["@@\nnext"]),
        PlantedSecret(
            "OpenSSH private key", Made.block("OPENSSH " + "PRIVATE KEY"), in: ["cat id\n@@\n$ "]),
        PlantedSecret(
            "private key in JSON", Made.block("PRIVATE" + " KEY", separator: "\\n"),
            in: [#"{"type":"service_account","private_key":"@@\n","client_id":"1"}"#]),
        PlantedSecret(
            "OpenPGP private key", Made.block("PGP " + "PRIVATE KEY BLOCK"), in: ["@@\n"]),
        PlantedSecret(
            "private key cut off",
            "-----BEGIN " + "PRIVATE KEY-----\n" + Made.text(64, of: Made.base64) + "\n"
                + Made.text(30, of: Made.base64, seed: 8),
            in: ["@@"]),
        PlantedSecret(
            "bearer header", Made.text(40, of: Made.safe, seed: 5),
            in: [
                "Authorization: Bearer @@", "authorization: bearer @@\r\nHost: x",
                #"{"Authorization":"Bearer @@"}"#, "curl -H 'Authorization: Bearer @@' http://x/",
                #"headers: {\"authorization\": \"Bearer @@\"}"#,
            ]),
        PlantedSecret(
            "basic header", Made.text(24, of: Made.base64, seed: 6) + "==",
            in: ["Authorization: Basic @@", "proxy-authorization: Basic @@", "'Basic @@'"]),
        PlantedSecret(
            "short basic header", "dXNlcj" + "pwYXNz",
            in: ["Authorization: Basic @@", #"{"authorization":"Basic @@"}"#, "basic @@"]),
        PlantedSecret(
            "authorization of another scheme", Made.text(40, of: Made.hex, seed: 7),
            in: [
                "Authorization: Token @@", "authorization: ApiKey @@",
                #""Authorization": "Token @@""#,
            ]),
        PlantedSecret(
            "digest header", Made.text(32, of: Made.hex, seed: 8),
            in: [#"Authorization: Digest username="u", realm="r", response="@@""#]),
        PlantedSecret(
            "cookie", Made.text(32, seed: 11),
            in: [
                "Cookie: theme=dark; sid=@@; lang=en", "Set-Cookie: session=@@; Path=/; HttpOnly",
                #""cookie": "connect.sid=@@""#, "curl -H 'Cookie: sid=@@' x",
                "< set-cookie: __Host-token=@@; Secure",
            ]),
        PlantedSecret(
            "password in an address", password,
            in: [
                "postgresql://app:@@@db:5432/app", "redis://:@@@cache:6379/0",
                "amqp://guest:@@@mq/%2f", "mongodb+srv://u:@@@c.test/?w=1",
                "fatal: unable to access 'https://me:@@@git.test/r.git/'",
                "DATABASE_URL=mysql://root:@@@db/x", #"{"dsn":"postgres://u:@@@h/d"}"#,
            ]),
        PlantedSecret(
            "password in a Go DSN", password,
            in: ["dsn: app:@@@tcp(db:3306)/app?parseTime=true", #""root:@@@unix(/run/my.sock)/x""#]),
        PlantedSecret(
            "password in a connection string", password,
            in: [
                "Server=db;Database=x;User Id=sa;Password=@@;Encrypt=True",
                "Server=db;Uid=sa;Pwd=@@;", "host=db user=app password=@@ dbname=x",
            ]),
        PlantedSecret(
            "Azure storage key", Made.text(86, of: Made.base64, seed: 12) + "==",
            in: ["DefaultEndpointsProtocol=https;AccountName=x;AccountKey=@@;EndpointSuffix=y"]),
        PlantedSecret(
            "Azure signed address", Made.text(43, of: Made.alphanumeric, seed: 13) + "%3D",
            in: ["https://x.blob.core.windows.net/c?sv=2024-01-01&sig=@@&se=2026"]),
        PlantedSecret(
            "signed S3 address", Made.text(64, of: Made.hex, seed: 14),
            in: ["GET https://b.s3.amazonaws.com/o?X-Amz-Expires=60&X-Amz-Signature=@@"]),
    ]

    /// Values that only a name gives away.
    private static let named = [
        PlantedSecret(
            "password pair", password,
            in: [
                "password=@@", "login failed for app, password: @@", #"{"password":"@@"}"#,
                #"{"body":"{\"password\":\"@@\"}"}"#, "db:\n  password: '@@'\n",
                "{'password': '@@'}",
                "<password>@@</password>", #"params: {"password"=>"@@"}"#,
                "?user=a&password=@@&x=1",
                "login%3Fpassword%3D@@", "DB_PASSWORD=@@\n", "export PGPASSWORD='@@'",
                "Config(user='a', password='@@')", "-Dspring.datasource.password=@@ -jar x",
            ]),
        PlantedSecret(
            "password with signs in an env file", "a&b;c" + ",d|e9",
            in: ["X=1\nSMTP_PASSWORD=@@\nY=2", "MYSQL_ROOT_PASSWORD=\"@@\""]),
        PlantedSecret(
            "password on a command line", password,
            in: [
                "mysqldump --password @@ x", "tool --api-key '@@'", "tool --db-password=@@ x",
                #"{"cmd":"mysqldump --password \"@@\" x"}"#, "redis-server --requirepass @@",
            ]),
        PlantedSecret(
            "password in a list of arguments", password,
            in: [
                "command:\n  - redis-server\n  - --requirepass\n  - @@\n  - --save\n",
                "    - \"--masterauth\" \r\n    - \"@@\"\r\n", "- '--password'\n- '@@'\n",
                #"["mysqldump","--password","@@","x"]"#, "['tool', '--api-key', '@@']",
                "\"Cmd\": [\n    \"--requirepass\",\n    \"@@\"\n]",
                #"{"argv":"[\"--password\", \"@@\"]"}"#, #"["curl","-u","admin:@@"]"#,
                "- -u\n- admin:@@\n", "- --password\n- three words and @@\n",
            ]),
        PlantedSecret(
            "user and password for curl", password,
            in: ["curl -u admin:@@ http://x/", "curl --user 'admin:@@' x"]),
        PlantedSecret(
            "API key pair", random,
            in: [
                "api_key=@@", #""apiKey": "@@""#, "X-Api-Key: @@", "OPENAI_APIKEY=@@",
                "?api_key=@@",
            ]),
        PlantedSecret(
            "AWS secret access key", random,
            in: [
                "aws_secret_access_key = @@", "AWS_SECRET_ACCESS_KEY=@@",
                #""SecretAccessKey": "@@""#,
            ]),
        PlantedSecret(
            "client secret", random,
            in: ["client_secret=@@&grant_type=x", #"{"clientSecret":"@@"}"#]),
        PlantedSecret(
            "token pair", Made.text(32, of: Made.hex, seed: 21),
            in: [
                "access_token=@@", #""refresh_token": "@@""#, "TWILIO_AUTH_TOKEN=@@",
                "/hook?token=@@", "token: @@",
            ]),
        PlantedSecret("key of an address", Made.text(32, seed: 22), in: ["GET /maps?key=@@&v=3"]),
        PlantedSecret(
            "secret of an application", Made.text(50, of: Made.safe, seed: 23),
            in: ["SECRET_KEY=@@", "JWT_SECRET: @@", "NEXTAUTH_SECRET=@@", "APP_KEY=base64:@@"]),
        PlantedSecret(
            "signature of a hook", Made.text(64, of: Made.hex, seed: 24),
            in: ["X-Hub-Signature-256: sha256=@@", "x-signature: @@"]),
    ]

    /// Values that are known from an environment, in every encoding.
    private static let known: [PlantedSecret] = [
        ("as it is", value, value),
        ("URL-encoded", value, "p%40ss%2Fw%C3%B6rd%20%22x%22%26%27y%27"),
        ("URL-encoded in small letters", value, "p%40ss%2fw%c3%b6rd%20%22x%22%26%27y%27"),
        ("form-encoded", value, "p%40ss%2Fw%C3%B6rd+%22x%22%26%27y%27"),
        ("JSON-escaped", value, #"p@ss/wörd \"x\"&'y'"#),
        ("JSON-escaped in ASCII", value, #"p@ss/w\u00f6rd \"x\"&'y'"#),
        ("JSON-escaped for HTML", value, #"p@ss/wörd \"x\"\u0026'y'"#),
        ("JSON in JSON", value, #"p@ss/wörd \\\"x\\\"&'y'"#),
        ("in HTML", value, "p@ss/wörd &quot;x&quot;&amp;&#39;y&#39;"),
        ("in a shell's quotes", value, #"p@ss/wörd "x"&'\''y'\''"#),
        ("in base64", "correct-horse-battery", "Y29ycmVjdC1ob3JzZS1iYXR0ZXJ5"),
        ("in base64, one byte on", "correct-horse-battery", "NvcnJlY3QtaG9yc2UtYmF0dGVye"),
        ("in base64, two bytes on", "correct-horse-battery", "jb3JyZWN0LWhvcnNlLWJhdHRlcn"),
    ].map { kind, value, written in
        PlantedSecret(
            "known value \(kind)", written,
            in: ["saw @@ there", "x=@@", "\"@@\"", "path/@@/y", "boom\n@@\nbang"],
            knowing: ["SERVICE_PASSWORD": value])
    }

    private static let value = #"p@ss/wörd "x"&'y'"#
}
