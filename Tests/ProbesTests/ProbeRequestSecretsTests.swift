import Catalog
import Probes
import Testing

/// What lines tell servers in confidence.
@Suite struct ProbeRequestSecretsTests {
    @Test(
        "credentials behind a scheme, cookies' values and keys are secret, other fields are not",
        arguments: [
            ("Authorization: Bearer ocean-liner", ["ocean-liner"]),
            ("authorization: ocean-liner", ["ocean-liner"]),
            ("Cookie: a=first; b=second", ["a=first", "first", "b=second", "second"]),
            ("X-Api-Key: k3y", ["k3y"]), ("Accept: text/html", []), ("nothing", []),
        ])
    func secrets(header: String, secrets: [String]) throws {
        let line = try ProbeLine(words: ["http", "http://a.example/", "header=\(header)"])
        let check = try ProbeCheck(line, variables: { _ in nil }, timeout: .seconds(1))
        #expect(check.request.headerSecrets == secrets)
    }
}
