import Catalog
import Machine
import Probes
import Redaction
import Synchronization
import Testing

@testable import Triage

@Suite struct ProbeRunnerTests {
    private let clock = FakeClock(advancesItself: false)

    private func runner(
        _ transport: FakeTransport, jobs: Int = 4, deadline: Duration = .seconds(30)
    ) -> ProbeRunner {
        ProbeRunner(
            context: ProbeContext(
                world: .fake(transport: transport, clock: clock), redactor: Redactor()),
            limits: LookLimits(jobs), deadline: deadline)
    }

    private func plan(_ lines: [[String]]) throws -> TriagePlan {
        TriagePlan(
            lines: try lines.map { try ProbeLine(words: $0) }, variables: VariableScope(),
            timeout: .seconds(5))
    }

    @Test("results come in the plan's order, and two lines about one address make one request")
    func order() async throws {
        let transport = FakeTransport([
            "http://a.test/": .json(#"{"ok":true}"#), "http://b.test/": .status(500),
        ])
        let items = await runner(transport).run(
            try plan([
                ["http", "http://b.test/", "status=200", "of=b"],
                ["http", "http://a.test/", "status=200", "of=a"],
                ["http", "http://a.test/", "json.ok=true", "of=a"],
            ]))
        #expect(items.map(\.result.outcome) == [.fail, .pass, .pass])
        #expect(transport.requests.count == 2)
    }

    @Test("secrets have numbers in the plan's order, however long each look takes")
    func numbers() async throws {
        let lines = (0..<12).map { number in
            ["http", "http://a.test/\(number)?token=abc-\(number)x", "status=200", "of=a"]
        }
        let transport = FakeTransport([:])
        var seen: Set<[String]> = []
        for _ in 0..<5 {
            let items = await runner(transport, jobs: 6).run(try plan(lines))
            seen.insert(items.map(\.result.line.subject))
        }
        #expect(seen == [(0..<12).map { "http://a.test/\($0)?token=[redacted:\($0 + 1)]" }])
    }

    @Test("no more looks than jobs are under way at once")
    func bounded() async throws {
        let addresses = (0..<12).map { "http://a.test/\($0)" }
        let transport = FakeTransport(
            Dictionary(uniqueKeysWithValues: addresses.map { ($0, .status(200)) }))
        let lines = addresses.map { ["http", $0, "status=200", "of=a"] }
        let items = await runner(transport, jobs: 3).run(try plan(lines))
        #expect(items.allSatisfy { $0.result.outcome == .pass })
        #expect(transport.mostUnderWay <= 3)
    }

    @Test("the deadline ends the run, and what had not finished is unknown and says so")
    func deadline() async throws {
        let transport = FakeTransport(["http://slow.test/": .hang, "http://a.test/": .status(200)])
        let runner = runner(transport, deadline: .seconds(2))
        let plan = try plan([
            ["http", "http://a.test/", "status=200", "of=a"],
            ["http", "http://slow.test/", "status=200", "of=slow"],
        ])
        let done = Mutex(0)
        async let items = runner.run(plan) { progress in
            if case .finished = progress { done.withLock { $0 += 1 } }
        }
        while done.withLock({ $0 }) < 1 || clock.sleeperCount < 2 { await Task.yield() }
        clock.advance(by: .seconds(2))
        let outcomes = await items.map(\.result)
        #expect(outcomes.map(\.outcome) == [.pass, .unknown])
        #expect(outcomes.last?.observed == "not finished when the deadline of 2 s was up")
        #expect(outcomes.last?.component == "slow")
    }

    @Test("what was spent before counts against the deadline, which is told whole")
    func spent() async throws {
        let transport = FakeTransport(["http://slow.test/": .hang, "http://a.test/": .status(200)])
        var runner = runner(transport, deadline: .seconds(4))
        runner.spent = .seconds(3)
        let plan = try plan([
            ["http", "http://a.test/", "status=200", "of=a"],
            ["http", "http://slow.test/", "status=200", "of=slow"],
        ])
        let done = Mutex(0)
        async let items = runner.run(plan) { progress in
            if case .finished = progress { done.withLock { $0 += 1 } }
        }
        while done.withLock({ $0 }) < 1 || clock.sleeperCount < 2 { await Task.yield() }
        clock.advance(by: .seconds(1))
        let results = await items.map(\.result)
        #expect(results.map(\.outcome) == [.pass, .unknown])
        #expect(results.last?.observed == "not finished when the deadline of 4 s was up")
    }

    @Test("a line that can't be run is unknown, with the reason")
    func unobservable() async throws {
        let items = await runner(FakeTransport()).run(
            try plan([["http", "${NOWHERE}/", "status=200"]]))
        #expect(items.map(\.result.outcome) == [.unknown])
        #expect(items.first?.result.observed.contains("--set NOWHERE") == true)
    }
}
