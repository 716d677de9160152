import Catalog
import Machine
import Redaction
import Testing

@testable import Probes

@Suite struct FileComparisonTests {
    private static let secret = "s3cr3t-0123456789-value"

    private static let files: [String: FakeFileSystem.Node] = [
        "/srv/a.yml": "one\ntwo\nthree\n", "/srv/a-copy.yml": "one\ntwo\nthree\n",
        "/srv/a-changed.yml": "one\ntoo\nthree\n", "/srv/a-longer.yml": "one\ntwo\nthree\nfour\n",
        "/srv/a-dos.yml": "one\r\ntwo\r\nthree\r\n", "/srv/a-open.yml": "one\ntwo\nthree",
        "/srv/codes.py": "ROOM_FULL = 4003\nGONE = 4010\nretry 4003\n",
        "/srv/codes.ts": "const codes = { full: 4003, gone: 4010 }",
        "/srv/codes-old.ts": "full: 4003, late: 4008", "/srv/none.txt": "nothing here\n",
        "/srv/.env": .text("# mine\nMODE=live\nJWT_SECRET=\(secret)\nexport PORT=1\nbroken line\n"),
        "/srv/.env.example":
            "MODE=\nJWT_SECRET=change-me\n# OPTIONAL_X=\nPORT=8000\n#COMMENTED=1\n",
        "/srv/.env.new": "MODE=\nJWT_SECRET=\nWHIP_BASE=\n# NOT_THIS=\nREGION=\n",
        "/srv/other.env": .text("MODE=live\nJWT_SECRET=\(secret)x\nPORT=1\n"),
        "/srv/reordered.env": .text("PORT=1\nMODE=live\nJWT_SECRET='\(secret)'\n"),
        "/srv/keys.json": .text("{\"api_key\": \"\(secret)\"}"),
        "/srv/db_password.txt": .text("\(secret)\n"),
        "/srv/secrets/api.txt": .text("\(secret)\n"),
        "/srv/keys-old.json": .text("{\"api_key\": \"\(secret)-old\"}"),
    ]

    private func check(_ redactor: Redactor = Redactor()) -> LineCheck {
        LineCheck(.fake(files: FakeFileSystem(Self.files)), redactor: redactor)
    }

    @Test(
        "same-as tells where files differ",
        arguments: [
            ("a.yml same-as=a-copy.yml", Outcome.pass, "the same as a-copy.yml"),
            ("a.yml same-as=a-changed.yml", .fail, "differs from a-changed.yml in line 2"),
            ("a.yml same-as=a-longer.yml", .fail, "differs from a-longer.yml in line 4"),
            (
                "a.yml same-as=a-dos.yml", .fail,
                "differs from a-dos.yml in line 1 in line ends only"
            ),
            (
                "a.yml same-as=a-open.yml", .fail,
                "differs from a-open.yml in line 3 in line ends only"
            ),
            ("a.yml same-as!=a-changed.yml", .pass, "differs from a-changed.yml in line 2"),
            ("a.yml same-as!=a-copy.yml", .fail, "the same as a-copy.yml"),
            (".env same-as=other.env", .fail, "differs from other.env in line 1: JWT_SECRET"),
            (
                ".env same-as=reordered.env", .fail,
                "differs from reordered.env in line 1, in no variable"
            ),
        ])
    func sameAs(words: String, outcome: Outcome, observed: String) async throws {
        let result = try await check().result("file \(words)")
        #expect(result.outcome == outcome)
        #expect(result.observed == "same-as \(observed)")
        #expect(result.isConfiguration == (outcome == .fail))
    }

    @Test(
        "covers names the variables of a template that are missing, comments in it left out",
        arguments: [
            (".env covers=.env.example", Outcome.pass, "all 3 of .env.example"),
            (
                ".env covers=.env.new", .fail,
                "all of .env.new but 2 of 4: WHIP_BASE, REGION; line 5 can't be read"
            ),
            (
                ".env.example covers=.env.new", .fail,
                "all of .env.new but 2 of 4: WHIP_BASE, REGION"
            ),
            (
                ".env covers!=.env.new", .pass,
                "all of .env.new but 2 of 4: WHIP_BASE, REGION; line 5 can't be read"
            ),
        ])
    func covers(words: String, outcome: Outcome, observed: String) async throws {
        let result = try await check().result("file \(words)")
        #expect(result.outcome == outcome)
        #expect(result.observed == "covers \(observed)")
    }

    @Test(
        "same-match compares what a pattern finds, as a set",
        arguments: [
            ("codes.py same-match=codes.ts", Outcome.pass, "same-match the same 2 as in codes.ts"),
            (
                "codes.py same-match=codes-old.ts", .fail,
                "same-match only in codes.py: 4010; only in codes-old.ts: 4008"
            ),
            ("codes.py same-match=none.txt", .fail, "same-match only in codes.py: 4003, 4010"),
            (
                "codes.py same-match!=codes-old.ts", .pass,
                "same-match only in codes.py: 4010; only in codes-old.ts: 4008"
            ),
            (
                "none.txt same-match=a.yml", .unknown,
                "the pattern matches nothing in none.txt nor in a.yml"
            ),
        ])
    func sameMatch(words: String, outcome: Outcome, observed: String) async throws {
        let result = try await check().result("file \(words) pattern=4[0-9]{3}")
        #expect(result.outcome == outcome)
        #expect(result.observed == observed)
    }

    @Test("of many differences a few are shown")
    func many() async throws {
        let names = (1...30).map { "NAME_\($0)=\n" }.joined()
        let files = FakeFileSystem(["/srv/.env": "", "/srv/.env.example": .text(names)])
        let result = try await LineCheck(.fake(files: files)).result(
            "file .env covers=.env.example")
        #expect(
            result.observed
                == "covers all of .env.example but 30 of 30: NAME_1, NAME_2, NAME_3, NAME_4, "
                + "NAME_5, NAME_6, NAME_7, NAME_8 and 22 more")
    }

    @Test(
        "nothing of a dotenv file or of a line about a secret is ever shown",
        arguments: [
            ".env", "other.env", ".env.example", "keys.json", "keys-old.json", "db_password.txt",
            "./secrets/api.txt",
        ])
    func secrecy(path: String) async throws {
        let conditions = [
            "contains=zzz", "contains!=0123", "contains!~s3", "match=x pattern=s3.*",
            "match=live pattern=.+",
            "match=x pattern=\"JWT_SECRET=(.*)\"", "match=x pattern=\"api_key..: .(.*)\"",
            "same-as=other.env", "same-as=keys.json", "covers=other.env", "covers=keys.json",
            "same-match=other.env pattern=.+", "same-match=keys-old.json pattern=.+",
        ]
        for condition in conditions {
            let line = "file \(path) \(condition)"
            // A redactor that knows nothing must not be needed.
            let (check, observation) = try await check().observation(line)
            let results = check.results(of: observation, duration: .zero, redactor: Redactor())
            for text in results.flatMap({ [$0.observed] + $0.evidence }) {
                #expect(!text.contains("0123"), "\(line): \(text)")
                #expect(!text.contains("live") && !text.contains("change-me"), "\(line): \(text)")
            }
        }
    }

    @Test("what is read of a dotenv file is learnt, so that no other probe shows it either")
    func learning() async throws {
        for line in ["file .env same-as=a.yml", "file .env covers=.env.new"] {
            let redactor = Redactor()
            _ = try await check(redactor).result(line)
            #expect(!redactor.redact("it says \(Self.secret)").contains(Self.secret), "\(line)")
        }
    }

    @Test(
        "dotenv files are known by their names",
        arguments: [
            (".env", true), ("a/b/.env.local", true), ("backend.env", true), ("x.env.bak", true),
            ("env.production", true), (".ENV", true), ("env.py", false), ("src/env.ts", false),
            ("config.yml", false), ("environment", false), ("/", false),
        ])
    func dotEnvNames(path: String, isDotEnv: Bool) {
        #expect(FileContent.isDotEnv(path) == isDotEnv)
    }

    @Test(
        "files of credentials are known by their places and names",
        arguments: [
            ("secrets/db_password.txt", true), ("secrets/portal", true), ("/run/secrets/db", true),
            ("db_password.txt", true), ("a/DB_PASSWORD", true), ("token", true),
            ("credentials.json", true), ("server.key", true), ("certs/server.PEM", true),
            ("/home/a/.ssh/id_ed25519", true), (".aws/config", true), ("api-key.yml", true),
            ("apiKey.txt", true),
            ("tokens.py", false), ("src/auth.ts", false), ("secrets", true), ("secrets.md", false),
            ("config.yml", false), ("keys.txt", false), ("/", false), ("", false),
        ])
    func secretFiles(path: String, isSecret: Bool) {
        #expect(ContentSecrecy.isSecretFile(path) == isSecret)
    }
}
