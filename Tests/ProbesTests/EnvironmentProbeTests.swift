import Catalog
import Machine
import Probes
import Redaction
import Testing

@Suite struct EnvironmentProbeTests {
    private static let secret = "s3cr3t-0123456789-value"

    private static let environment = [
        "PORTAL_URL": "https://user:\(secret)@portal.example:8443/x",
        "WHIP": "http://mediamtx:8889",
        "LOCAL": "http://127.0.0.1:9/", "DOCKER": "http://host.docker.internal:1/",
        "JWT_SECRET": secret, "EMPTY": "", "MODE": "production", "DB_HOST": "database",
        "MEDIA": "mediamtx:9997", "TOKEN_ADDRESS": "https://\(secret).example/", "UMLAUT": "äöü",
        "TEXT": "\(secret) and more",
    ]

    private func check(_ files: FakeFileSystem = FakeFileSystem()) -> LineCheck {
        LineCheck(.fake(files: files, environment: Self.environment))
    }

    @Test(
        "conditions that hold pass",
        arguments: [
            "MODE", "MODE set=true empty=false", "EMPTY set=true empty=true", "NONE set=false",
            "MODE length=10", "JWT_SECRET length>=20", "UMLAUT length=3", "MODE value=production",
            "MODE value!=staging", "MODE value~^prod", "PORTAL_URL scheme=https",
            "PORTAL_URL host=portal.example port=8443", "PORTAL_URL host!=internal host!=loopback",
            "WHIP host=mediamtx", "WHIP host=internal", "LOCAL host=loopback",
            "LOCAL host=internal",
            "DOCKER host=internal", "DB_HOST host=database", "MEDIA host=mediamtx port=9997",
            "MODE matches=^prod", "MODE matches!=^stag", "MODE one-of=staging,production",
            "MODE one-of='staging, production'", "MODE one-of!=staging,test", "WHIP port=8889",
            "NONE host!=internal", "NONE matches!=x", "TOKEN_ADDRESS scheme=https",
        ])
    func passes(words: String) async throws {
        let result = try await check().result("env \(words)")
        #expect(result.outcome == .pass, "\(result.observed)")
    }

    @Test(
        "conditions that do not hold fail and say what was seen, but never the value",
        arguments: [
            (
                "NONE",
                "set false in the environment, "
                    + "empty none, NONE is not set in the environment"
            ),
            ("EMPTY", "empty true in the environment"),
            ("MODE set=false", "set true in the environment, 10 characters"),
            ("NONE length>3", "length none, NONE is not set in the environment"),
            ("MODE value=staging", "value 10 characters"), ("MODE length<5", "length 10"),
            ("WHIP host!=internal", "host mediamtx (internal)"),
            ("LOCAL host!=loopback", "host 127.0.0.1 (loopback)"),
            ("PORTAL_URL host=x", "host portal.example"), ("PORTAL_URL port=80", "port 8443"),
            ("DB_HOST host!=internal", "host 8 characters (internal)"),
            ("MODE scheme=https", "scheme none, the value has no scheme, 10 characters"),
            ("TEXT host=x", "host none, the value is no address, 32 characters"),
            ("TOKEN_ADDRESS host=x", "host 31 characters"),
            ("MODE matches=^x", "matches not found in its 10 characters"),
            ("EMPTY matches=^.+$", "matches not found in an empty value"),
            ("MODE one-of=a,b", "one-of is none of them, 10 characters"),
            ("MODE one-of!=production", "one-of is one of them"),
            ("DB_HOST port=1", "port none, the value names no port"),
        ])
    func fails(words: String, observed: String) async throws {
        let result = try await check().result("env \(words)")
        #expect(result.outcome == .fail)
        #expect(result.observed == observed)
        #expect(result.isConfiguration)
        #expect(result.component == "configuration")
    }

    @Test("no condition on any variable ever shows its value", arguments: Array(environment.keys))
    func secrecy(name: String) async throws {
        let files = FakeFileSystem([
            "/srv/other.env": .text(
                "JWT_SECRET=\(Self.secret)2\n\(name)='\(Self.secret)\nX Y=\(Self.secret)")
        ])
        let conditions = [
            "set=false", "empty=true", "length=1", "scheme=x", "host=x", "port=1", "matches=^$",
            "one-of=x", "same-in=other.env", "listed-in=other.env", "value=x", "value>1", "host>1",
        ]
        for condition in conditions {
            for options in ["", "file=other.env"] {
                let line = "env \(name) \(condition) \(options)"
                let (check, observation) = try await check(files).observation(line)
                let result = check.results(
                    of: observation, duration: .zero, redactor: Redactor())
                let shown = result.flatMap { [$0.observed] + $0.evidence }.joined(separator: "\n")
                #expect(!shown.contains(Self.secret), "\(line): \(shown)")
                #expect(!shown.contains("production"))
            }
        }
    }

    @Test(
        "a pattern that never ends is given up", .timeLimit(.minutes(1)),
        arguments: [
            "matches='(a|aa)*c'", "matches!='(a|aa)*c'", "same-match=MODE pattern='(a|aa)*c'",
        ])
    func endlessPattern(words: String) async throws {
        let environment = ["LONG": String(repeating: "a", count: 32), "MODE": "c"]
        let check = LineCheck(.fake(environment: environment))
        let result = try await check.result("env LONG \(words)")
        #expect(result.outcome == .unknown)
        #expect(result.observed == "the pattern takes too long to look for")
    }

    @Test("the process comes before the dotenv files, and these in their order")
    func order() async throws {
        let files = FakeFileSystem([
            "/srv/one.env": "MODE=file\nA=one", "/etc/two.env": "A=two\nB=two",
        ])
        let check = LineCheck(
            .fake(files: files, environment: Self.environment),
            environmentFiles: ["gone.env", "one.env", "/etc/two.env"])
        #expect(try await check.result("env MODE value=production").outcome == .pass)
        #expect(try await check.result("env A value=one").outcome == .pass)
        let found = try await check.result("env B set=false")
        #expect(found.observed == "set true in /etc/two.env line 2, 3 characters")
        let unset = try await check.result("env C set=true")
        #expect(unset.observed == "set false in the environment and one.env and /etc/two.env")
    }

    @Test("file= reads that file only")
    func file() async throws {
        let files = FakeFileSystem(["/srv/backend/.env": "A=1\nB=${MODE}\nbroken line\n"])
        let check = check(files)
        #expect(try await check.result("env A file=backend/.env value=1").outcome == .pass)
        #expect(
            try await check.result("env B file=./backend/.env value=production").outcome == .pass)
        let unset = try await check.result("env MODE file=backend/.env")
        #expect(unset.outcome == .fail)
        #expect(unset.evidence == ["backend/.env:3: a name can't hold a blank"])
        let gone = try await check.result("env A file=gone.env")
        #expect(gone.outcome == .fail)
        #expect(gone.observed == "gone.env does not exist")
        let folder = try await check.result("env A file=backend")
        #expect(folder.outcome == .unknown)
        #expect(try await check.result("env A file=a in=b").outcome == .unknown)
    }

    @Test(
        "files are compared without being shown",
        arguments: [
            ("same-in=a.env", Outcome.pass, "same-in is the same"),
            ("same-in=a.env,b.env", .fail, "same-in differs from b.env line 2"),
            ("same-in=a.env,c.env", .fail, "same-in differs from c.env, which has none"),
            ("same-in=a.env,gone.env", .unknown, "gone.env does not exist"),
            ("same-in!=b.env", .pass, "same-in differs"),
            ("same-in!=a.env", .fail, "same-in is the same in a.env line 1"),
            ("listed-in=a.env", .pass, "listed-in names MODE"),
            ("listed-in=c.env", .fail, "listed-in does not name MODE"),
            ("listed-in!=c.env", .pass, "listed-in does not name MODE"),
        ])
    func comparedFiles(condition: String, outcome: Outcome, observed: String) async throws {
        let files = FakeFileSystem([
            "/srv/a.env": "MODE=production", "/srv/b.env": "\nMODE=staging", "/srv/c.env": "X=1",
        ])
        let result = try await check(files).result("env MODE \(condition)")
        #expect(result.outcome == outcome)
        #expect(result.observed == observed)
    }

    @Test("what is read is learnt, so that no other probe shows it either")
    func learning() async throws {
        let redactor = Redactor()
        let files = FakeFileSystem(["/srv/.env": .text("API_KEY=\(Self.secret)\nOTHER=1")])
        let check = LineCheck(.fake(files: files), redactor: redactor)
        _ = try await check.result("env OTHER")
        #expect(!redactor.redact("it says \(Self.secret)").contains(Self.secret))
    }
}
