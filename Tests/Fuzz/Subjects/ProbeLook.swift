import Catalog
import Machine
import Probes
import Redaction

/// Runs probe lines as `triage` does, in a world of fakes.
enum ProbeLook {
    /// A secret that the redactor knows; no result may show it.
    static let secret = "Correct-Horse-8-Battery"

    private static let variables = [
        "PORTAL_URL": "http://portal.example", "API_URL": "http://api.example",
        "APP_URL": "https://app.example", "TOKEN": "e30.e30.e30", "INTERNAL_SERVICE_JWT": "a.b.c",
        "REPOSITORY": "/srv",
    ]

    /// Looks, and judges what was seen.
    ///
    /// - Throws: ``BrokenPromise`` where a result shows the secret.
    static func look(_ text: String, in world: World) async throws(BrokenPromise) {
        let parsed = ProbeLineParser.parse(text, at: SourceLocation(file: "page.md", line: 1))
        try BrokenPromise.unless(parsed.diagnostics.isEmpty, "wrong lines: \(parsed.diagnostics)")
        for line in parsed.lines {
            guard
                let check = try? ProbeCheck(
                    line, variables: { variables[$0] }, timeout: .seconds(5)),
                let kind = ProbeRegistry.kind(named: line.kind)
            else { throw BrokenPromise("the line of a subject is wrong: \(line.text)") }
            try await look(check, of: kind, in: world)
        }
    }

    /// Looks with one kind, and judges what was seen.
    ///
    /// - Throws: ``BrokenPromise`` where a result shows the secret.
    static func look(
        _ check: ProbeCheck, of kind: any ProbeKind, in world: World
    ) async throws(BrokenPromise) {
        for result in await results(of: check, of: kind, in: world) {
            let shown = [result.observed, result.component] + result.evidence
            try BrokenPromise.unless(
                !shown.contains { $0.contains(secret) }, "a result shows a secret: \(shown)")
        }
    }

    /// What a look comes to.
    static func results(
        of check: ProbeCheck, of kind: any ProbeKind, in world: World
    ) async -> [ProbeResult] {
        let redactor = Redactor()
        redactor.learn(["DATABASE_PASSWORD": secret])
        let context = ProbeContext(world: world, redactor: redactor, allowsExecution: true)
        let observation = await kind.observe(check.request, in: context)
        return check.results(of: observation, duration: .zero, redactor: redactor)
    }
}
