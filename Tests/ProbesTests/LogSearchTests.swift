import Catalog
import Foundation
import Machine
import Redaction
import Testing

@testable import Probes

@Suite struct LogSearchTests {
    /// 2026-11-21T06:10:00Z
    private static let now = Date(timeIntervalSince1970: 1_795_241_400)

    /// What a line comes to for a log that was read in a certain way.
    private func finding(
        _ conditions: String, in text: LogText, deadline: Duration = .seconds(10),
        stopped: Bool = false
    ) throws -> Comparison.Finding {
        let check = try LineCheck.check("log portal \(conditions)")
        let questions = try LogQuestion.all(in: check.request, knowing: RunbookKnowledge()).get()
        let search = LogSearch(check.request, questions: questions, until: deadline, now: Self.now)
        let stop = Uninterruptible.Stop()
        if stopped { stop.set() }
        let findings = search.findings(in: text, clock: FakeClock(), stop: stop)
        let observation = LogReadings(findings, of: search, redactor: Redactor()).observation
        let expectation = try #require(check.request.expectations.first)
        let reading = try #require(observation.readings[expectation])
        return Comparison.finding(of: reading, against: expectation)
    }

    private func text(_ lines: [String]) -> [UInt8] { Array(lines.joined(separator: "\n").utf8) }

    private var recent: [UInt8] {
        text((0..<200).map { "2026-11-21T06:09:00Z n=\($0) line \($0)" })
    }

    @Test(
        "who runs a line may say how far back it looks, unless the line does",
        arguments: [
            ("", nil, 900, "15m"), ("", "10m", 600, "10m"), ("since=2h", "10m", 7200, "2h"),
            ("", "90s", 90, "90s"),
        ])
    func lookBack(conditions: String, given: String?, age: Int, text: String) throws {
        let check = try LineCheck.check("log portal absent=x \(conditions)")
        let search = LogSearch(
            check.request, questions: [], until: .seconds(1), now: Self.now, lookBack: given)
        #expect(search.age == age)
        #expect(search.ageText == text)
    }

    @Test(
        "a log that was not read whole proves only what more lines can't undo",
        arguments: [
            ("absent=\"line 199\"", Outcome.fail), ("absent=nothing", .unknown),
            ("present=\"line 199\"", .pass), ("present=nothing", .unknown), ("count>100", .pass),
            ("count>=300", .unknown), ("count<100", .fail), ("count<=60000", .unknown),
            ("count=7", .fail), ("count=200", .unknown), ("count=201", .unknown),
            ("count!=7", .pass), ("count!=300", .unknown), ("field.n>=0", .unknown),
            ("field.n<9", .fail),
        ])
    func cut(condition: String, outcome: Outcome) throws {
        let oldest = try finding(condition, in: LogText(bytes: recent, lacksOldest: true))
        #expect(oldest.outcome == outcome, "\(oldest.observed)")
        let note = "only the last 200 lines were looked at, back to 2026-11-21T06:09:00Z"
        #expect(outcome != .unknown || oldest.observed.contains(note), "\(oldest.observed)")
        let newest = try finding(condition, in: LogText(bytes: recent, lacksNewest: true))
        #expect(newest.outcome == outcome, "\(newest.observed)")
        let late = try finding(condition, in: LogText(bytes: recent), deadline: .seconds(-1))
        #expect(late.outcome == .unknown || late.outcome == outcome, "\(late.observed)")
    }

    @Test("a search that is told to stop or out of time says so")
    func unfinished() throws {
        for finding in [
            try finding("absent=nothing", in: LogText(bytes: recent), deadline: .seconds(-1)),
            try finding("absent=nothing", in: LogText(bytes: recent), stopped: true),
        ] {
            #expect(finding.outcome == .unknown)
            #expect(finding.observed.contains("could be searched in time"), "\(finding.observed)")
        }
    }

    @Test("older lines that were not read don't matter where the log goes back far enough")
    func reachesBack() throws {
        let old = text(["2026-11-21T04:00:00Z a", "2026-11-21T06:09:00Z b"])
        let finding = try finding("count=1", in: LogText(bytes: old, lacksOldest: true))
        #expect(finding.outcome == .pass, "\(finding.observed)")
    }

    @Test(
        "a zone that is left out is told by when the file was written",
        arguments: [
            ("2026-11-21 06:09:58 x", 0.0, Outcome.pass), ("2026-11-21 11:39:58 x", 0, .pass),
            ("2026-11-21 01:09:58 x", 0, .pass), ("2026-11-21 05:20:00 x", 0, .fail),
            ("2026-11-21 06:09:58 x", 7200, .fail), ("Nov 21 08:09:58 x", 0, .pass),
            ("08:09:58 x", 0, .pass), ("2026-11-21T06:09:58Z x", 0, .pass),
            ("2026-11-21T08:09:58+02:00 x", 0, .pass), ("2026-11-20 23:09:58 x", 0, .pass),
        ])
    func zones(line: String, idle: Double, outcome: Outcome) throws {
        let written = Self.now - idle
        let finding = try finding(
            "present=x", in: LogText(bytes: text([line, ""]), modified: written))
        #expect(finding.outcome == outcome, "\(finding.observed)")
    }

    @Test("the same value is compared once, however often it comes, and shown once")
    func values() throws {
        let lines = (0..<3000).map { "2026-11-21T06:09:00Z n=\($0 % 2 == 0 ? 9 : 1)" }
        let finding = try finding("field.n<5", in: LogText(bytes: text(lines)))
        #expect(finding.observed == "9 in 1500 of 3000 lines in the last 15m")
    }

    @Test("a file is read from its end, without the rest of a line")
    func longFile() async throws {
        let line = "2026-11-21T06:09:00Z " + String(repeating: "x", count: 1 << 20) + "\n"
        let files = FakeFileSystem(["/srv/a.log": .text(String(repeating: line, count: 40))])
        let world = World.fake(files: files)
        let context = ProbeContext(world: world, redactor: Redactor())
        let text = try await LogSource("a.log", in: world, within: .seconds(9))
            .read(seconds: 9, in: context, within: .seconds(9)).get()
        #expect(text.lacksOldest)
        #expect(text.bytes.count <= LogSource.fileLimit)
        #expect(text.bytes.count.isMultiple(of: line.utf8.count) && text.bytes.count > 0)
    }

    @Test("a service with more lines than are asked for lacks the oldest")
    func manyLines() async throws {
        let stack = ComposeStack([ComposeStack.portal])
        let line = "2026-11-21T06:09:00.000000001Z x\n"
        for (count, lacksOldest) in [(49_999, false), (50_000, true)] {
            stack.commands.set(
                "docker compose logs", to: .output(String(repeating: line, count: count)))
            let log = try await ComposeProject(world: stack.world).log(of: "portal", seconds: 9)
            #expect(log.lacksOldest == lacksOldest && !log.lacksNewest)
        }
    }
}
