import Catalog
import Foundation
import Machine
import Redaction
import Testing

@testable import Probes

@Suite struct EnvironmentAgreementTests {
    private static let secret = "s3cr3t-0123456789-value"

    /// A project in which each service runs with one environment, or does not run.
    private func check(
        _ services: [String: String?], declared: String = "{}",
        files: [String: FakeFileSystem.Node] = [:], environment: [String: String] = [:]
    ) -> LineCheck {
        var answers: [String: FakeCommandRunner.Answer] = [
            "docker compose config": .output("{\"services\":\(declared)}")
        ]
        for (service, variables) in services {
            answers["docker compose exec -T \(service) env -0"] =
                variables.map { .output($0.replacing(" ", with: "\0")) }
                ?? .exit(1, error: "service \"\(service)\" is not running")
        }
        let nodes = files.merging(["/srv/compose.yaml": ""]) { first, _ in first }
        return LineCheck(
            .fake(
                commands: FakeCommandRunner(answers), files: FakeFileSystem(nodes),
                environment: environment))
    }

    private static let services: [String: String?] = [
        "a": "K=one L=\(secret)", "b": "K=one L=\(secret)", "c": "K=two", "d": "K=three",
        "e": "X=1",
        "f": nil,
    ]

    @Test(
        "services are compared with each other, and the one that differs is named",
        arguments: [
            ("env K same-across=a,b", Outcome.pass, "same-across is the same in a and b"),
            ("env K in=a same-across=b", .pass, "same-across is the same in a and b"),
            ("env K in=a same-across=a,b", .pass, "same-across is the same in a and b"),
            ("env K same-across='a, b ,c'", .fail, "same-across differs in c, unlike a and b"),
            ("env K same-across=c,a,b", .fail, "same-across differs in c, unlike a and b"),
            ("env K in=c same-across=a", .fail, "same-across differs in a, unlike c"),
            (
                "env K same-across=a,c,d", .fail,
                "same-across differs in c, differs in d, unlike a"
            ),
            ("env K same-across=e,a", .fail, "same-across is not set in e, unlike a"),
            ("env L same-across=c,d,a", .fail, "same-across is not set in c and d, unlike a"),
            ("env NONE same-across=a,b", .fail, "same-across none, NONE is not set in a and b"),
            ("env K same-across=a", .pass, "same-across is the same in a"),
            ("env K same-across=,", .unknown, "same-across names no service"),
            ("env K same-across!=a,c", .pass, "same-across differs in a and c"),
            ("env K same-across!=a,c,b", .fail, "same-across is the same in a and b"),
            ("env K same-across!=e,a", .pass, "same-across differs in e and a"),
            ("env K same-across~a", .unknown, "same-across takes '=' or '!='"),
            ("env K file=x.env same-across=a", .pass, "same-across is the same in the file and a"),
            ("env K file=x.env same-across=c", .fail, "same-across differs in c, unlike the file"),
            ("env K file=gone.env same-across=a", .unknown, "gone.env does not exist"),
            ("env K in=f same-across=a,b", .unknown, "the compose file has no service f"),
            ("env K same-across=a,f,c", .fail, "same-across differs in c, unlike a"),
        ] as [(String, Outcome, String)])
    func across(line: String, outcome: Outcome, observed: String) async throws {
        let check = check(
            Self.services, files: ["/srv/x.env": "K=one"], environment: ["K": "outside"])
        let result = try await check.result(line)
        #expect(result.outcome == outcome)
        #expect(result.observed == observed)
        #expect(result.isConfiguration == (outcome == .fail))
    }

    @Test("a service that does not run is judged by what the compose file declares")
    func declared() async throws {
        let declared = #"{"f":{"environment":{"K":"one"}},"a":{},"c":{}}"#
        let check = check(Self.services, declared: declared)
        #expect(try await check.result("env K same-across=a,f").outcome == .pass)
        let differing = try await check.result("env K same-across=c,f")
        #expect(differing.observed == "same-across differs in f by the compose file, unlike c")
    }

    @Test(
        "the matches of a pattern are compared within one place",
        arguments: [
            (
                "env SK in=a same-match=PK pattern=_(test|live)_", Outcome.pass,
                "same-match is the same in PK"
            ),
            (
                "env SK in=b same-match=PK pattern=_(test|live)_", .fail,
                "same-match is another in PK"
            ),
            (
                "env SK in=b same-match!=PK pattern=_(test|live)_", .pass,
                "same-match is another in PK"
            ),
            (
                "env SK in=a same-match=PK pattern=_dev_", .fail,
                "same-match none, the pattern is not found in SK"
            ),
            (
                "env SK in=a same-match=OTHER pattern=_test_", .fail,
                "same-match none, the pattern is not found in OTHER"
            ),
            (
                "env SK in=a same-match=NONE pattern=_test_", .fail,
                "same-match none, NONE is not set in a"
            ),
            (
                "env SK file=x.env same-match=PK pattern=_(test|live)_", .pass,
                "same-match is the same in PK"
            ),
            ("env SK same-match=PK pattern=_(test|live)_", .pass, "same-match is the same in PK"),
            (
                "env SK in=a same-match=PK", .unknown,
                "same-match needs pattern= to say what is compared"
            ),
            ("env SK in=a same-match~PK pattern=x", .unknown, "same-match takes '=' or '!='"),
            (
                "env NONE in=a same-match=PK pattern=x", .fail,
                "same-match none, NONE is not set in a"
            ),
        ] as [(String, Outcome, String)])
    func match(line: String, outcome: Outcome, observed: String) async throws {
        let check = check(
            [
                "a": "SK=sk_test_1 PK=pk_test_2 OTHER=x", "b": "SK=sk_live_1 PK=pk_test_2",
            ], files: ["/srv/x.env": "SK=sk_live_x\nPK=pk_live_y"],
            environment: ["SK": "sk_test_5", "PK": "pk_test_6"])
        let result = try await check.result(line)
        #expect(result.outcome == outcome)
        #expect(result.observed == observed)
    }

    private static func key(_ host: String, prefix: String = "pk_test_") -> String {
        prefix + Data((host + "$").utf8).base64EncodedString()
    }

    @Test(
        "what a key has encoded in it is compared, and shown only where it is public",
        arguments: [
            (
                key("clerk.example.com"), "decoded=clerk.example.com", Outcome.pass,
                "decoded clerk.example.com"
            ),
            (key("a.b", prefix: "pk_live_"), "decoded=clerk.example.com", .fail, "decoded a.b"),
            (key("a.bc"), "decoded~^a decoded!=x", .pass, "decoded a.bc"),
            (key("a.b", prefix: "sk_test_"), "decoded=x", .fail, "decoded 3 characters"),
            (key("not a host"), "decoded=x", .fail, "decoded 10 characters"),
            (
                "pk_test_" + Data("a.b".utf8).base64EncodedString(), "decoded=x", .fail,
                "decoded 3 characters"
            ),
            ("aGVsbG8", "decoded=hello", .pass, "decoded 5 characters"),
            ("pk_test_aGVsbG8", "decoded=hello", .pass, "decoded 5 characters"),
            (
                "pk_test_", "decoded=x", .fail,
                "decoded none, what follows its last '_' is no Base64 of a text"
            ),
            (
                "pk_test_a", "decoded=x", .fail,
                "decoded none, what follows its last '_' is no Base64 of a text"
            ),
            (
                "pk_test_//79", "decoded=x", .fail,
                "decoded none, what follows its last '_' is no Base64 of a text"
            ),
            (
                "pk_test_AAcH", "decoded=x", .fail,
                "decoded none, what follows its last '_' is no Base64 of a text"
            ),
        ] as [(String, String, Outcome, String)])
    func decoded(
        value: String, conditions: String, outcome: Outcome, observed: String
    ) async throws {
        let check = LineCheck(.fake(environment: ["PUBLISHABLE": value, "SECRET_KEY": value]))
        let result = try await check.result("env PUBLISHABLE \(conditions)")
        #expect(result.outcome == outcome)
        #expect(result.observed.hasPrefix(observed))
        let secret = try await check.result("env SECRET_KEY decoded=nothing")
        #expect(
            secret.observed.hasSuffix("characters") || secret.observed.hasPrefix("decoded none"))
    }

    @Test("neither agreement ever shows a value")
    func secrecy() async throws {
        let check = check(
            ["a": "L=\(Self.secret)", "b": "L=\(Self.secret)x"],
            files: ["/srv/x.env": .text("L=\(Self.secret)y")])
        for line in [
            "env L in=a same-across=b", "env L same-across=a,b", "env L same-across!=a,a,b",
            "env L file=x.env same-across=a,b", "env L in=a same-match=L pattern=^z",
            "env L in=a same-match!=L pattern=0.*", "env L in=a decoded=x",
        ] {
            let (check, observation) = try await check.observation(line)
            let results = check.results(of: observation, duration: .zero, redactor: Redactor())
            let shown = results.flatMap { [$0.observed] + $0.evidence }.joined()
            #expect(!shown.contains("s3cr3t"), "\(line): \(shown)")
        }
    }
}
