import Catalog
import Machine
import Redaction
import Testing

@testable import Probes

@Suite struct ProbeKindLookTests {
    private static let world = World.fake(
        files: FakeFileSystem([
            "/work/.env": "A=1\n", "/work/app.log": "fine\n", "/etc/passwd": "root:x:0:0\n",
            "/root/.env": "A=1\n", "/work/linked": .link("/root"),
            "/work/elsewhere/alembic.ini": "[alembic]\nscript_location = /root\n",
            "/work/listed/alembic.ini":
                "[alembic]\nscript_location = .\nversion_locations = a /root/b\n",
        ]), workingDirectory: "/work")

    /// What a line comes to, as one of a runbook that is trusted or not.
    private static func observed(_ text: String, trusted: Bool) async throws -> String {
        let check = try ProbeCheck(
            try LineCheck.line(text), variables: { _ in nil }, timeout: .seconds(2),
            confinement: trusted ? nil : Confinement { _ in false })
        let kind = try #require(ProbeRegistry.kind(named: check.line.kind))
        let redactor = Redactor()
        let context = ProbeContext(world: world, redactor: redactor, allowsExecution: true)
        let results = check.results(
            of: await kind.look(at: check.request, in: context), duration: .zero,
            redactor: redactor)
        let result = try #require(results.first)
        if !trusted { #expect(result.outcome == .unknown) }
        return result.observed
    }

    @Test(
        "a line of a runbook that is not trusted only looks",
        arguments: [
            ("exec true", "runs a program; run with --trust and --allow-exec"),
            ("http http://x.example/ method=DELETE", "sends DELETE, which may change"),
            ("http http://x.example/ send=x", "sends POST, which may change"),
            ("http http://x.example/ method=purge", "sends PURGE, which may change"),
            ("ws ws://x.example/ send=x", "sends a message"),
            ("udp x.example:53 send=x", "sends a datagram"),
            ("sql db query='SELECT 1' host=x.example", "gives the service's password to x.example"),
            ("file /etc/passwd contains=root", "reads /etc/passwd, outside of"),
            ("file .env same-as=/etc/passwd", "reads /etc/passwd, outside of"),
            ("file /proc/1/environ in=portal contains~x", "reads /proc/1/environ, outside of"),
            ("file /app/../proc/1/environ in=portal match~x pattern=y", "outside of"),
            ("file /./proc/1/environ in=portal contains~x", "outside of"),
            ("file //proc/./1//environ in=portal contains~x", "outside of"),
            ("file proc/1/environ in=portal contains~x", "outside of"),
            ("file ../proc/1/environ in=portal contains~x", "outside of"),
            ("file /proc/1/environ/.. in=portal contains~x", "outside of"),
            ("env A file=/root/.env", "reads /root/.env, outside of"),
            ("env A file=.env same-in=.env,/root/.env", "reads /root/.env, outside of"),
            ("env A file=.env listed-in=../root/.env", "reads ../root/.env, outside of"),
            ("log /root/app.log absent=x", "reads /root/app.log, outside of"),
            ("alembic . current=head", "runs the project's own code through alembic"),
            ("alembic /root heads=1", "reads /root, outside of"),
            ("alembic . ini=/root/x.ini heads=1", "reads /root/x.ini, outside of"),
            ("alembic . ini=../root/x.ini heads=1", "reads ./../root/x.ini, outside of"),
            ("alembic linked heads=1", "reads linked, outside of"),
            ("alembic elsewhere heads=1", "reads /root/versions, outside of"),
            ("alembic listed heads=1", "reads /root/b, outside of"),
            ("git /root commits=0", "reads /root, outside of"),
            ("git .. commits=0", "reads .., outside of"),
            ("tls x.example ca=/root/ca.pem", "reads /root/ca.pem, outside of"),
            ("ws wss://x.example/ ca=/root/ca.pem", "reads /root/ca.pem, outside of"),
        ])
    func refused(text: String, reason: String) async throws {
        let observed = try await Self.observed(text, trusted: false)
        #expect(observed.contains(reason), "\(observed)")
        #expect(observed.contains("--trust"), "\(observed)")
        let trusted = try await Self.observed(text, trusted: true)
        #expect(!trusted.contains("--trust"), "\(trusted)")
    }

    @Test(
        "what only looks is looked at, trusted or not",
        arguments: [
            "file .env contains=A", "file /etc/passwd exists=true", "env A file=.env value=1",
            "log app.log absent=error", "file .env same-as=.env",
        ])
    func allowed(text: String) async throws {
        let check = try ProbeCheck(
            try LineCheck.line(text), variables: { _ in nil }, timeout: .seconds(2),
            confinement: Confinement { _ in false })
        let kind = try #require(ProbeRegistry.kind(named: check.line.kind))
        let redactor = Redactor()
        let observation = await kind.look(
            at: check.request, in: ProbeContext(world: Self.world, redactor: redactor))
        let results = check.results(of: observation, duration: .zero, redactor: redactor)
        #expect(results.map(\.outcome) == [.pass], "\(results.map(\.observed))")
    }

    @Test("lines of trusted and other runbooks never share a look")
    func apart() throws {
        let line = try LineCheck.line("file /etc/passwd contains=root")
        let requests = try [nil, Confinement { _ in false }].map { confinement in
            try ProbeCheck(
                line, variables: { _ in nil }, timeout: .seconds(1), confinement: confinement
            ).request.identity
        }
        #expect(Set(requests).count == 2)
    }
}
