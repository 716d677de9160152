import Catalog
import Testing

@testable import Probes

@Suite struct SecretUseValidationTests {
    @Test(
        "lint notes each secret that leaves with a line, where it stands",
        arguments: [
            ("http http://x.example/?t=${API_TOKEN} status=200", ["API_TOKEN:1"]),
            ("http http://x.example/ header='X: ${API_TOKEN}'", ["API_TOKEN:24"]),
            ("redis cache password=${REDIS_PASSWORD}", ["REDIS_PASSWORD:13"]),
            ("http ${SECRET_KEY}/${DB_PASSWORD}/${SECRET_KEY}", ["SECRET_KEY:1", "DB_PASSWORD:1"]),
            ("jwt ${API_TOKEN} expired=false", []),
            ("http ${PORTAL_URL}/healthz", []),
            ("http ${TOKEN_URL}/x", []),
            ("nothing ${API_TOKEN}", []),
        ] as [(String, [String])])
    func noted(text: String, wanted: [String]) throws {
        let diagnostics = SecretUseValidation.diagnostics(for: try LineCheck.line(text))
        let found = diagnostics.map { diagnostic in
            let name = diagnostic.message.split(separator: "'").first?.dropFirst(2).dropLast()
            return "\(name ?? ""):\(diagnostic.location.column)"
        }
        #expect(found == wanted)
        #expect(diagnostics.allSatisfy { $0.severity == .note && $0.message.contains("--trust") })
    }
}
