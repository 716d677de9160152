/// A secret of one kind and the texts it stands in.
struct PlantedSecret: Sendable {
    /// What it is.
    var kind: String
    /// What must not be shown, as it is written in the texts.
    var secret: String
    /// The texts, the secret included.
    var texts: [String]
    /// Variables that are known beforehand.
    var variables: [String: String] = [:]

    init(
        _ kind: String, _ secret: String, in surroundings: [String],
        knowing variables: [String: String] = [:]
    ) {
        self.kind = kind
        self.secret = secret
        self.variables = variables
        texts = surroundings.map { $0.replacing("@@", with: secret) }
    }

    /// A key that its prefix gives away wherever it stands.
    init(_ kind: String, key: String) {
        self.init(kind, key, in: Self.everywhere)
    }

    /// Where a key stands in real output: a log line, JSON, JSON in JSON, YAML, an env file, an
    /// address, a header, a stack trace, a shell, prose.
    private static let everywhere = [
        "2026-11-21T06:09:00Z ERROR client: key @@ was refused",
        #"{"level":"error","value":"@@","n":1}"#,
        #"{"message":"{\"value\":\"@@\"}"}"#,
        "provider:\n  value: @@\n  region: eu\n",
        "PROVIDER_VALUE=@@\nNEXT=1\n",
        "GET /v1/things?x=@@&y=1 HTTP/1.1",
        "X-Provider: @@\r\nHost: example.test\r\n",
        "  File \"app.py\", line 3, in call\n    client('@@')\nValueError: refused",
        "+ curl -s https://example.test/ -d '@@'",
        "Use (@@), not the other.",
        "first\\n@@\\nlast", "redirect=https%3A%2F%2Fx.test%2F%3Fv%3D@@",
        "value is `@@`.",
    ]
}
