import Catalog
import Machine
import Probes
import Redaction
import Testing

@Suite struct ProbeCheckTests {
    @Test("a line is typed, its options and expectations told apart")
    func parts() throws {
        let check = try LineCheck.check(
            "http http://x/ header=A:b status=200 json.n>3 timeout=300ms of=portal # why")
        #expect(check.request.subject == "http://x/")
        #expect(check.request.timeout == .milliseconds(300))
        #expect(check.request.values(of: "header") == ["A:b"])
        #expect(
            check.request.expectations == [
                Expectation("status", .equal, "200", type: .number),
                Expectation("json.n", .greater, "3", type: .text),
            ])
        #expect(check.component == "portal")
        #expect(check.namesComponent)
        #expect(check.line.reason == "why")
    }

    @Test("of= does not make two lines look at different things")
    func identity() throws {
        let plain = try LineCheck.check("http http://x/ status=200")
        let named = try LineCheck.check("http http://x/ latency<1s of=portal")
        let other = try LineCheck.check("http http://x/ method=PUT status=200")
        #expect(plain.request.identity == named.request.identity)
        #expect(plain.request.identity != other.request.identity)
    }

    @Test("a line that states nothing gets the conditions of its kind")
    func defaults() throws {
        #expect(
            try LineCheck.check("http http://x/ timeout=1s").request.expectations.map(\.text)
                == ["status<400"])
        #expect(
            try LineCheck.check("env A in=b").request.expectations.map(\.text)
                == ["set=true", "empty=false"])
    }

    @Test("variables are filled in everywhere but in keys")
    func variables() throws {
        let check = try LineCheck.check(
            "http ${URL}/${PATH:-x} header='A: ${B}' status=${STATUS}",
            variables: ["URL": "http://h", "B": "b c", "STATUS": "204"])
        #expect(check.request.subject == "http://h/x")
        #expect(check.request.values(of: "header") == ["A: b c"])
        #expect(check.request.expectations.map(\.text) == ["status=204"])
    }

    @Test("variables without a value are all named")
    func unset() {
        #expect(throws: ProbeCheck.Problem.unset(["URL", "STATUS"])) {
            try LineCheck.check("http ${URL} status=${STATUS}")
        }
    }

    @Test(
        "a line that is wrong is not run",
        arguments: [
            "htp http://x/", "http http://x/ nope=1", "http http://x/ timeout=0s",
            "http http://x/ timeout=2d",
        ])
    func invalid(text: String) {
        #expect {
            try LineCheck.check(text)
        } throws: { error in
            guard case .invalid(let found)? = error as? ProbeCheck.Problem else { return false }
            return found.count == 1
        }
    }

    @Test("the outcome is the worst of its findings, and only these are shown")
    func judgement() throws {
        let check = try LineCheck.check("http http://x/ status=200 json.a=1 json.b=2 json.c=3")
        func result(_ readings: [Reading]) -> ProbeResult? {
            let pairs = zip(check.request.expectations, readings)
            let observation = Observation(
                readings: Dictionary(pairs, uniquingKeysWith: { first, _ in first }),
                evidence: ["body: oops"])
            return check.results(
                of: observation, duration: .seconds(1), redactor: Redactor()
            ).first
        }
        func value(_ text: String) -> Reading { .value(ObservedValue(text)) }

        let passed = try #require(result([value("200"), value("1"), value("2"), value("3")]))
        #expect(passed.outcome == .pass && passed.evidence.isEmpty)
        let failed = try #require(result([value("500"), value("1"), .unknown("?"), value("4")]))
        #expect(failed.outcome == .fail)
        #expect(failed.observed == "status 500, json.c 4")
        #expect(failed.expected == "status=200 json.c=3")
        #expect(failed.evidence == ["body: oops"])
        let unknown = try #require(result([value("200"), value("1"), .unknown("?"), value("3")]))
        #expect(unknown.outcome == .unknown && unknown.observed == "?" && !unknown.isMeasured)
        let silent = try #require(result(Array(repeating: .failed("refused"), count: 4)))
        #expect(silent.observed == "refused" && silent.isMeasured, "the line asks for an answer")
        let unseen = try #require(result([]))
        #expect(unseen.outcome == .unknown)
    }

    @Test("what the observation says of the component counts unless the line names one")
    func component() throws {
        let observation = Observation(readings: [:], component: "portal")
        let plain = try LineCheck.check("http http://localhost:1/")
        let named = try LineCheck.check("http http://localhost:1/ of=me")
        for (check, component) in [(plain, "portal"), (named, "me")] {
            let results = check.results(of: observation, duration: .zero, redactor: Redactor())
            #expect(results.map(\.component) == [component])
        }
    }

    @Test("secrets are taken out of what is shown")
    func redaction() throws {
        let redactor = Redactor()
        redactor.learn(values: ["hunter2hunter2"])
        let check = try LineCheck.check("http http://x/ json.a=hunter2hunter2")
        let observation = Observation(
            .value(ObservedValue("x hunter2hunter2")), for: check.request,
            evidence: ["hunter2hunter2"])
        let result = check.results(of: observation, duration: .zero, redactor: redactor).first
        let shown =
            [result?.observed, result?.expected].compactMap { $0 } + (result?.evidence ?? [])
        #expect(shown.count == 3)
        #expect(shown.allSatisfy { !$0.contains("hunter2hunter2") })
    }
}
