import Catalog
import Foundation
import Machine
import Probes
import Redaction
import Testing

@Suite struct JWTProbeTests {
    /// The time of the fake clock.
    private static let now = 1_767_225_600

    private func result(
        _ conditions: String, of token: String, redactor: Redactor = Redactor()
    ) async throws -> ProbeResult {
        try await LineCheck(.fake(), redactor: redactor)
            .result("jwt ${TOKEN} \(conditions)", variables: ["TOKEN": token])
    }

    private static let claims = """
        {"iss":"https://issuer.example/","sub":"user-4711","aud":["api","rooms"],"exp":\(now + 600),\
        "iat":\(now - 90),"scope":"rooms:read rooms:write","permissions":["admin","rooms:read"],\
        "email":"ana@example.org","email_verified":true,"level":3,"roles":["host","staff"],\
        "https://app.example/tenant":"acme","realm_access":{"roles":["host"],"deep":[{"n":1},{"n":2}]}}
        """

    @Test(
        "a good token meets what is true of it",
        arguments: [
            "", "valid=true expired=false", "expired!=true", "remaining>5m remaining<=10m",
            "remaining=10m", "age=90s age>=0s age<2m", "alg=HS256 alg!=none kid=k-1 kid~^k",
            "issuer=https://issuer.example/ issuer~^https://", "audience=api", "audience=rooms",
            "audience!=admin", "audience~rooms", "scope=rooms:write scope=admin scope!=owner",
            "scope~'rooms:read rooms:write'", "claim.sub=user-4711 claim.sub~^user-",
            "claim.email=ana@example.org claim.email_verified=true", "claim.level>=3 claim.level=3",
            "claim.roles=host claim.roles=staff claim.roles!=guest", "claim.roles.length=2",
            "claim.realm_access.roles=host claim.realm_access.roles[0]=host",
            "claim.realm_access.deep[*].n>0", "claim.https://app.example/tenant=acme",
            "claim.none!=x", "claim.realm_access.none!~x",
        ])
    func good(conditions: String) async throws {
        for token in [TestToken.signed(Self.claims), "Bearer " + TestToken.signed(Self.claims)] {
            let result = try await result(conditions, of: token)
            #expect(result.outcome == .pass, "\(conditions): \(result.observed)")
            #expect(result.component == "token")
        }
    }

    @Test(
        "what does not hold fails and says what was seen, but nothing of a person",
        arguments: [
            ("expired=true", "expired false, for 10 min", false),
            ("remaining>1h", "remaining 10 min", false), ("age<1m", "age 1 min", false),
            ("age<1ms", "age 1 min", false), ("alg=RS256", "alg HS256", true),
            ("kid=k-2", "kid k-1", true), ("issuer=x", "issuer https://issuer.example/", true),
            ("audience=admin", "audience api, rooms", true),
            ("scope=owner", "scope rooms:read rooms:write admin", true),
            ("claim.sub=x", "claim.sub 9 characters", true),
            ("claim.email=x", "claim.email 15 characters", true),
            ("claim.level>3", "claim.level 1 digit", true),
            ("claim.email_verified=false", "claim.email_verified true", true),
            ("claim.roles=guest", "claim.roles [\"host\",\"staff\"]", true),
            ("claim.realm_access=x", "claim.realm_access an object of 2 members", true),
            (
                "claim.realm_access.deep[*].n>1",
                "claim.realm_access.deep[*].n "
                    + "realm_access.deep[0]: 1 digit", true
            ),
            ("claim.none=x", "claim.none is not in the token", true),
            (
                "claim.realm_access.x.y=1",
                "claim.realm_access.x.y is not in the token, "
                    + "which has no realm_access.x", true
            ),
            (
                "claim.https://app.example/tenant=x",
                "claim.https://app.example/tenant 4 characters",
                true
            ),
        ] as [(String, String, Bool)])
    func bad(conditions: String, observed: String, isConfiguration: Bool) async throws {
        let result = try await result(conditions, of: TestToken.signed(Self.claims))
        #expect(result.outcome == .fail)
        #expect(result.observed == observed)
        #expect(result.isConfiguration == isConfiguration)
    }

    @Test(
        "times are judged without leeway, whole or not, near or absurd",
        arguments: [
            (#"{"exp":\#(now)}"#, "expired=true", Outcome.pass, "expired true, since 0 ms"),
            (#"{"exp":\#(now).5}"#, "expired=true", .fail, "expired false, for 500 ms"),
            (#"{"exp":1767225599.5}"#, "expired=false", .fail, "expired true, since 500 ms"),
            (#"{"exp":1.7672256e9}"#, "expired=true", .pass, "expired true, since 0 ms"),
            (#"{"exp":\#(now - 7200)}"#, "", .fail, "expired true, since 2 h"),
            (
                #"{"exp":\#(now - 90)}"#, "remaining>0s", .fail,
                "remaining none, it expired 1 min ago"
            ),
            (#"{"exp":0}"#, "", .fail, "expired true, since 20454 days"),
            (#"{"exp":-1e300}"#, "expired=false", .fail, "expired true, since 1157407 days"),
            (#"{}"#, "valid=true expired=false", .pass, "valid true, expired false, it has no exp"),
            (#"{}"#, "remaining>1s", .fail, "remaining none, it has no exp"),
            (#"{}"#, "age>1s", .fail, "age none, it has no iat"),
            (#"{"iat":\#(now + 30)}"#, "age>=0s", .fail, "age -30 s, its iat is in the future"),
            (
                #"{"exp":\#(now)000}"#, "remaining<1d", .fail,
                "remaining 1157407 days, which seems to be in milliseconds"
            ),
            (
                #"{"exp":"\#(now)"}"#, "valid=true", .fail,
                "valid false (exp is a text, not a number)"
            ),
            (#"{"exp":"\#(now + 60)"}"#, "expired=false", .fail, "exp is a text, not a number"),
            (#"{"exp":null}"#, "remaining>1s", .fail, "exp is not a number"),
            (#"{"exp":1e999}"#, "expired=false", .fail, "exp is beyond all time"),
            (#"{"iat":[1]}"#, "age>0s", .fail, "iat is not a number"),
            (#"{"nbf":"x"}"#, "valid=false", .pass, "valid false (nbf is a text, not a number)"),
        ] as [(String, String, Outcome, String)])
    func times(
        claims: String, conditions: String, outcome: Outcome, observed: String
    ) async throws {
        let result = try await result(conditions, of: TestToken.signed(claims))
        #expect(result.outcome == outcome, "\(result.observed)")
        #expect(result.observed == observed)
    }

    @Test(
        "scopes are read wherever issuers put them",
        arguments: [
            (#"{"scope":"a  b\tc"}"#, "a b c"), (#"{"scp":"a b"}"#, "a b"),
            (#"{"scp":["a","b c"]}"#, "a b c"), (#"{"scopes":["a"],"scope":"a"}"#, "a"),
            (#"{"permissions":["a"],"scope":["b"]}"#, "b a"), (#"{"scope":7}"#, "7"),
        ] as [(String, String)])
    func scopes(claims: String, scopes: String) async throws {
        let token = TestToken.signed(claims)
        for scope in scopes.split(separator: " ") {
            #expect(try await result("scope=\(scope)", of: token).outcome == .pass)
        }
        #expect(try await result("scope='\(scopes)'", of: token).outcome == .pass)
        #expect(try await result("scope=d", of: token).observed == "scope \(scopes)")
        #expect(try await result("scope=ab", of: token).outcome == .fail)
    }

    @Test("audience is one text or several, and none at all is told")
    func audience() async throws {
        #expect(
            try await result("audience=a", of: TestToken.signed(#"{"aud":"a"}"#)).outcome == .pass)
        let none = try await result("audience=a", of: TestToken.signed("{}"))
        #expect(none.observed == "audience none, it has no aud")
        let scope = try await result("scope!=a", of: TestToken.signed("{}"))
        #expect(scope.outcome == .pass)
    }

    private static let head = TestToken.encoded(#"{"alg":"HS256"}"#)

    @Test(
        "what is no token is told with the reason",
        arguments: [
            ("", "it is empty"), ("   ", "it is empty"), ("opaque-token", "it has 1 part, not 3"),
            ("a.b", "it has 2 parts, not 3"), ("a.b.c.d", "it has 4 parts, not 3"),
            ("a.b.c.d.e.f", "it has 6 parts, not 3"), ("Bearer", "it has 1 part, not 3"),
            ("..", "its header is empty"), ("!.e30.x", "its header is not base64url"),
            ("\(head)=.e30.xxxx", "its header is not base64url"),
            ("\"\(head).e30.xxxx\"", "its header is not base64url"),
            ("\(head).e30 .xxxx", "its payload is not base64url"),
            ("\(head).e30.x+/x", "its signature is not base64url"),
            ("\(head).e30.x", "its signature is not base64url"),
            ("\(head)..xxxx", "its payload is empty"),
            (
                "\(TestToken.encoded("{")).e30.xxxx",
                "its header is JSON that ends too early, "
                    + "after 1 bytes"
            ),
            ("\(TestToken.encoded("hi")).e30.xxxx", "its header is not JSON from byte 0 on"),
            ("\(TestToken.encoded("[1]")).e30.xxxx", "its header is no JSON object"),
            ("\(head).\(TestToken.encoded("7")).xxxx", "its payload is no JSON object"),
            ("\(head).\(TestToken.encoded("{}x")).xxxx", "its payload is not JSON from byte 2 on"),
            (
                "\(head).\(TestToken.encoded([0xFF, 0xFE])).xxxx",
                "its payload is not JSON from "
                    + "byte 0 on"
            ),
            ("e30.e30.xxxx", "its header names no alg"),
            ("\(TestToken.encoded(#"{"alg":7}"#)).e30.xxxx", "its header names no alg"),
            ("\(head).e30.", "it lacks its signature"),
            (
                "\(TestToken.encoded(#"{"alg":"none"}"#)).e30.xxxx",
                "it has a signature, though its alg is none"
            ),
            ("\(head).a.b.c.d", "its encrypted content is not base64url"),
            ("\(head)..aaaa.bbbb.cccc", "it has 5 parts, but its header names no alg and enc"),
        ] as [(String, String)])
    func malformed(token: String, reason: String) async throws {
        let plain = try await result("", of: token)
        #expect(plain.outcome == .fail && plain.isMeasured)
        #expect(plain.observed == "valid false (\(reason)), the token can't be read")
        let other = try await result("expired=false claim.x!=1", of: token)
        #expect(other.outcome == .fail)
        #expect(other.observed == "the token can't be read" && other.evidence == [reason])
        #expect(try await result("valid=false", of: token).outcome == .pass)
    }

    @Test("an unsigned token is well-formed, and its alg says so")
    func unsigned() async throws {
        let token = TestToken.signed("{}", header: #"{"alg":"none"}"#, signature: "")
        #expect(try await result("valid=true alg=none", of: token).outcome == .pass)
        #expect(try await result("alg!=none", of: token).observed == "alg none")
    }

    @Test("of an encrypted token only the header is read")
    func encrypted() async throws {
        let header = TestToken.encoded(#"{"alg":"dir","enc":"A128GCM","kid":"k"}"#)
        let token = "\(header)..aXZpdml2.Y2lwaGVydGV4dA.dGFn"
        #expect(try await result("valid=true alg=dir kid=k", of: token).outcome == .pass)
        for condition in ["expired=false", "audience=a", "claim.sub=x", "age>0s"] {
            let result = try await result(condition, of: token)
            #expect(result.outcome == .unknown)
            #expect(result.observed == "the token is encrypted, so its claims can't be read")
        }
    }

    @Test("a huge token is read up to a bound, and deep claims end with a reason")
    func huge() async throws {
        let large = TestToken.signed(#"{"x":"\#(String(repeating: "a", count: 150_000))"}"#)
        #expect(try await result("valid=true claim.x~^a", of: large).outcome == .pass)
        let larger = TestToken.signed(#"{"x":"\#(String(repeating: "a", count: 300_000))"}"#)
        let result1 = try await result("valid=true", of: larger)
        #expect(result1.observed == "valid false (it is longer than 256 KB)")
        let nested = String(repeating: "[", count: 50_000)
        let deep = TestToken.signed(#"{"x":\#(nested)"#)
        let result2 = try await result("valid=true", of: deep)
        #expect(
            result2.observed == "valid false (its payload is JSON nested deeper than 200 levels)")
    }

    @Test("no condition on any token shows the token or what it says of a person")
    func secrecy() async throws {
        let token = TestToken.signed(Self.claims)
        let conditions = [
            "valid=false", "expired=true", "remaining<1s", "age<1s", "alg=x", "kid=x", "issuer=x",
            "audience=x", "scope=x", "claim.sub=x", "claim.sub>1", "claim.email~^$", "claim.x=1",
            "claim.https://app.example/tenant=x", "claim.sub.x=1", "claim.realm_access[*]=1",
        ]
        let forbidden = token.split(separator: ".").map(String.init) + ["ana@", "4711", "acme"]
        for text in [
            token, "Bearer \(token)", token + ".x", "x" + token, String(token.dropLast(3)),
        ] {
            for condition in conditions {
                for subject in ["${TOKEN}", "'\(text)'", "${NONE:-\(text)}".quotedWord] {
                    let result = try await LineCheck(.fake()).result(
                        "jwt \(subject) \(condition)", variables: ["TOKEN": text])
                    let shown =
                        [result.line.text, result.line.subject, result.observed, result.expected]
                        + result.evidence + [result.component]
                    for secret in forbidden {
                        #expect(!shown.joined(separator: "\n").contains(secret), "\(shown)")
                    }
                }
            }
        }
    }

    @Test("the token and its parts are learnt, so that no other probe shows them either")
    func learning() async throws {
        let redactor = Redactor()
        let token = TestToken.signed(#"{"sub":"x"}"#, header: #"{ "alg":"HS256"}"#)
        _ = try await result("", of: "bearer \(token)", redactor: redactor)
        let parts = token.split(separator: ".")
        #expect(redactor.redact("it says \(token)") == "it says [redacted:1]")
        #expect(!redactor.redact("signature \(parts[2])").contains(parts[2]))
        // A word that is no token must not be cut out of every text.
        _ = try await result("", of: "healthy", redactor: redactor)
        #expect(redactor.redact("all healthy") == "all healthy")
    }
}

extension String {
    /// The text as one quoted word of a probe line.
    fileprivate var quotedWord: String { "\"\(self)\"" }
}
