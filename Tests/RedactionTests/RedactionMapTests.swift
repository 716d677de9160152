import Redaction
import Testing

@Suite struct RedactionMapTests {
    private static let secrets = (0..<50).map { "s3cret-value-\($0)-x" }

    @Test("numbers follow the order of output, in whatever order texts were made")
    func stable() async {
        var outputs: Set<[String]> = []
        for _ in 0..<20 {
            let redactor = Redactor()
            redactor.learn(values: Self.secrets)
            let texts = await withTaskGroup(of: (Int, String).self) { group in
                for (position, secret) in Self.secrets.enumerated().shuffled() {
                    group.addTask { (position, redactor.hide("saw \(secret)")) }
                }
                return await group.reduce(into: [Int: String]()) { $0[$1.0] = $1.1 }
            }
            outputs.insert(Self.secrets.indices.map { redactor.redact(texts[$0] ?? "") })
        }
        #expect(outputs == [Self.secrets.indices.map { "saw [redacted:\($0 + 1)]" }])
    }

    @Test("a hidden secret and the same one later have one number")
    func equal() {
        let redactor = Redactor()
        let hidden = redactor.hide("password=hunter2x")
        #expect(!hidden.contains("hunter2x"))
        #expect(
            redactor.redact("token=other-one; " + hidden)
                == "token=[redacted:1]; password=[redacted:2]")
        #expect(redactor.redact("password=hunter2x") == "password=[redacted:2]")
        #expect(redactor.hide("password=hunter2x") == hidden)
    }

    @Test("a mark within a longer secret goes with it")
    func nested() {
        let redactor = Redactor()
        redactor.learn(values: ["inner-s3cret"])
        let hidden = redactor.hide("a inner-s3cret b")
        #expect(
            redactor.redact(
                hidden.replacing("a ", with: "postgres://u:pw").replacing(" b", with: "@h/x"))
                == "postgres://u:[redacted:1]@h/x")
    }

    @Test("tokens that stand there already stay, and numbers go on behind them")
    func replay() {
        let redactor = Redactor(after: 7)
        let text = "password=[redacted:3] token=[redacted:7] secret=brand-new-1"
        #expect(redactor.redact(text) == text.replacing("brand-new-1", with: "[redacted:8]"))
    }

    @Test("characters of the plane that marks come from are no secrets")
    func foreign() {
        let text = "\u{100000}\u{10FFFD} \u{1F600}"
        #expect(Redactor().redact(text) == text)
    }

    @Test("one secret in several encodings has one number")
    func encodings() {
        let redactor = Redactor()
        redactor.learn(["API_SECRET": "p@ss/w0rd"])
        #expect(
            redactor.redact("p@ss/w0rd p%40ss%2Fw0rd p%40ss%2fw0rd p@ss\\/w0rd cEBzcy93MHJk")
                == "[redacted:1] [redacted:1] [redacted:1] [redacted:1] [redacted:1]")
        #expect(redactor.redact("redis://:p%40ss%2Fw0rd@h") == "redis://:[redacted:1]@h")
        // Some encoders leave nothing but letters and digits.
        redactor.learn(["API_TOKEN": "kestrel-773_hobby"])
        #expect(
            redactor.redact("kestrel%2D773%5Fhobby kestrel-773_hobby")
                == "[redacted:2] [redacted:2]")
    }

    @Test("more secrets than can be told apart are hidden all the same")
    func many() {
        let redactor = Redactor()
        let text = (0..<66_000).map { "token=abc-\($0)x" }.joined(separator: "\n")
        let output = redactor.redact(text)
        #expect(!output.contains("abc-"))
        #expect(output.hasSuffix("token=[redacted]"))
    }
}
