import Machine
import Testing

@testable import Probes

@Suite struct ConfinementTests {
    private static func problem(_ text: String, secrets: Set<String>) throws -> Breach? {
        let line = try LineCheck.line(text)
        do throws(ProbeCheck.Problem) {
            _ = try ProbeCheck(
                line, variables: { _ in "value" }, timeout: .seconds(1),
                confinement: Confinement { secrets.contains($0) })
            return nil
        } catch {
            guard case .untrusted(let breach) = error else {
                Issue.record("\(text): \(error)")
                return nil
            }
            return breach
        }
    }

    @Test(
        "a secret is not filled in where it would leave",
        arguments: [
            "http http://x.example/${T} status=200", "http http://${T}.x.example/",
            "http http://x.example/ header='Authorization: Bearer ${T}'",
            "http http://x.example/ send='{\"t\": \"${T}\"}'",
            "http http://x.example/ method=${T}",
            "ws ws://x.example/?t=${T}", "ws ws://x.example/ header='Cookie: ${T}'",
            "ws ws://x.example/ send=${T}", "ws ws://x.example/ protocol=${T}",
            "ws ws://x.example/ origin=https://${T}",
            "cors http://x.example/ origin=https://${T}", "dns ${T}.x.example",
            "tcp ${T}.x.example:80", "tls x.example:443 name=${T}",
            "udp x.example:53 send=${T}", "mediamtx * api=http://x.example password=${T}",
            "redis cache command='GET ${T}'", "redis cache password=${T}",
            "sql db query='SELECT ''${T}'''", "sql db query='SELECT 1' password=${T}",
            "compose ${T}", "container ${T}", "log ${T} absent=x", "env A in=${T}",
            "env A same-across=${T},b", "file x in=${T}", "git . since=${T}",
            "alembic . via='docker compose exec ${T}'", "exec 'echo ${T}'",
            "exec 'sh -c true' in=${T}", "disk ${T}", "process x in=${T}",
            "http http://x.example/${T:-nothing}",
        ])
    func leaving(text: String) throws {
        #expect(try Self.problem(text, secrets: ["T"]) == .usesSecrets(["T"]))
        #expect(try Self.problem(text, secrets: []) == nil)
    }

    @Test(
        "a secret may be looked at where it stays inside",
        arguments: [
            "jwt ${T}", "env ${T}", "env A value=${T}", "env A matches=${T}",
            "env A same-match=B pattern=${T}", "http http://x.example/ body!~${T}",
            "http http://x.example/ of=${T}", "file x match=y pattern=${T}",
            "log app.log where=${T} absent=x", "redis cache value=${T}",
        ])
    func staying(text: String) throws {
        #expect(try Self.problem(text, secrets: ["T"]) == nil)
    }

    @Test("what is missing is told by name, each once, in the order of the line")
    func named() throws {
        let breach = try Self.problem(
            "http http://x.example/${A}/${B}/${C} header='X: ${B}'", secrets: ["B", "A"])
        #expect(
            breach?.summary
                == "uses the secrets A, B; run with --trust to let this runbook have them")
        #expect(
            Breach.usesSecrets(["A"]).summary
                == "uses the secret A; run with --trust to let this runbook have it")
    }

    @Test("every kind says of itself what leaves: nothing does but what is declared to stay")
    func declared() {
        let inside = ProbeRegistry.kinds.flatMap { kind -> [String] in
            let schema = kind.schema
            let options = schema.options.filter(\.staysInside).map(\.key)
                .filter { ![ProbeSchema.componentKey, ProbeSchema.timeoutKey].contains($0) }
            return ((schema.subject.staysInside ? [schema.subject.name] : []) + options)
                .map { "\(schema.kind) \($0)" }
        }
        #expect(
            Set(inside) == [
                "env NAME", "env pattern", "jwt TOKEN", "file pattern", "log where",
                "log pattern", "log entry",
            ])
    }
}
