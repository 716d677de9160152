import Catalog
import Probes
import Redaction
import Testing

@testable import Triage

@Suite struct RunbookTrustTests {
    /// Where a variable of the test has its value.
    enum Place: String, CaseIterable {
        case environment, file, given
    }

    private static func state(
        _ words: [String], file: String = "runbooks/evil.md", trusted: Bool = false,
        variables: VariableScope, redactor: Redactor = Redactor()
    ) throws -> String {
        var runbook = Runbook(file: file, system: "s", title: "S")
        runbook.variables = ["API_TOKEN", "DATABASE_URL"].map {
            Variable(
                name: $0, defaultValue: "from-the-runbook",
                location: SourceLocation(file: file, line: 1))
        }
        runbook.entries = RecordBuilder.runbook(entries: ["a"]).entries
        runbook.entries[0].probes = [try ProbeLine(words: words)]
        let plan = TriagePlan(
            [runbook], variables: variables, timeout: .seconds(1),
            trust: RunbookTrust(ofAll: trusted, redactor: redactor))
        switch plan.items.first?.state {
        case .ready(let check): return check.request.subject
        case .unobservable(let reason): return reason
        case nil: return "no item"
        }
    }

    private static let line = ["http", "http://x.example/${API_TOKEN}", "status=200"]
    private static let reason =
        "uses the secret API_TOKEN; run with --trust to let this runbook have it"

    @Test(
        "a secret of the user's stays away from a runbook, wherever its value is from",
        arguments: Place.allCases)
    func kept(place: Place) throws {
        let values = ["API_TOKEN": "s3cr3t-value"]
        let variables = VariableScope(
            given: place == .given ? values : [:],
            environment: place == .environment ? values : [:],
            files: place == .file ? values : [:])
        #expect(try Self.state(Self.line, variables: variables) == Self.reason)
        let filled = "http://x.example/s3cr3t-value"
        #expect(try Self.state(Self.line, trusted: true, variables: variables) == filled)
        #expect(
            try Self.state(Self.line, file: "embedded:evil.md", variables: variables) == filled)
    }

    @Test("a default that the runbook brings itself is no secret, an empty value neither")
    func ownDefault() throws {
        let filled = "http://x.example/from-the-runbook"
        #expect(try Self.state(Self.line, variables: VariableScope()) == filled)
        let empty = VariableScope(environment: ["API_TOKEN": ""])
        #expect(
            try Self.state(
                ["http", "http://x.example/${API_TOKEN:-none}", "status=200"], variables: empty)
                == "http://x.example/none")
    }

    @Test(
        "a secret under an innocent name is one still",
        arguments: [
            "postgresql://app:hunter2-x@db/app", "prefix s3cr3t-value-1 suffix",
            "czNjcjN0LXZhbHVlLTE=", "ghp_" + "0123456789abcdefghijABCDEFGHIJ012345",
        ])
    func innocentName(value: String) throws {
        let redactor = Redactor()
        redactor.learn(["DB_PASSWORD": "s3cr3t-value-1"])
        let state = try Self.state(
            ["http", "http://x.example/?u=${DATABASE_URL}", "status=200"],
            variables: VariableScope(environment: ["DATABASE_URL": value]), redactor: redactor)
        #expect(state == Self.reason.replacing("API_TOKEN", with: "DATABASE_URL"))
    }

    @Test("what is only personal is no secret, though it be hidden")
    func personal() throws {
        let redactor = Redactor()
        redactor.hidePersonal()
        let state = try Self.state(
            ["http", "http://${DATABASE_URL}/", "status=200"],
            variables: VariableScope(environment: ["DATABASE_URL": "203.0.113.9"]),
            redactor: redactor)
        #expect(state == "http://203.0.113.9/")
    }

    @Test("a missing secret is asked for with the flag that it takes")
    func missing() throws {
        let words = ["http", "http://x.example/${OTHER_TOKEN}/${PLACE}", "status=200"]
        let flags = "not set: give --set OTHER_TOKEN=… --set PLACE=…"
        #expect(
            try Self.state(words, variables: VariableScope())
                == "variables OTHER_TOKEN, PLACE \(flags) --trust")
        #expect(
            try Self.state(words, trusted: true, variables: VariableScope())
                == "variables OTHER_TOKEN, PLACE \(flags)")
        #expect(
            try Self.state(["jwt", "${OTHER_TOKEN}"], variables: VariableScope())
                == "variable OTHER_TOKEN not set: give --set OTHER_TOKEN=…")
    }

    @Test("a value is put in as it is: what looks like a variable in it is none")
    func notRecursive() throws {
        let state = try Self.state(
            ["http", "http://x.example/?u=${DATABASE_URL}", "status=200"],
            variables: VariableScope(
                environment: ["DATABASE_URL": "${API_TOKEN}", "API_TOKEN": "s3cr3t-value"]))
        #expect(state == "http://x.example/?u=${API_TOKEN}")
    }
}
