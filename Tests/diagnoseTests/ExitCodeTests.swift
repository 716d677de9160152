import Catalog
import Foundation
import Report
import Testing
import Triage

@testable import diagnose

@Suite struct ExitCodeTests {
    /// The report of a run whose only line came to an outcome.
    private static func report(_ outcome: Outcome, failingOn level: FailureLevel) -> RunReport {
        let line = ProbeLine(
            text: "file /x", kind: "file", subject: "/x", conditions: [], reason: nil,
            location: SourceLocation(file: "x.md", line: 1))
        let result = ProbeResult(
            line: line, component: "files", outcome: outcome, observed: "", expected: "")
        let record = TriageRecord(runbooks: [], items: [.init(result: result, owners: [])])
        return RunReport(
            of: Verdict(of: record), started: Date(timeIntervalSince1970: 0), duration: .zero,
            failureLevel: level)
    }

    @Test(
        "the verdict decides, as far as the level lets it",
        arguments: [
            (.pass, .unknown, 0), (.fail, .unknown, 1), (.unknown, .unknown, 2),
            (.pass, .failure, 0), (.fail, .failure, 1), (.unknown, .failure, 0),
            (.fail, .high, 0), (.fail, .never, 0), (.unknown, .never, 0),
        ] as [(Outcome, FailureLevel, Int32)])
    func levels(outcome: Outcome, level: FailureLevel, code: Int32) {
        let report = Self.report(outcome, failingOn: level)
        #expect(ExitCode(report, as: .text).rawValue == code)
    }

    @Test(
        "where nothing could be looked at nothing is well, unless nobody asks",
        arguments: [
            (.unknown, 2, 3), (.failure, 2, 3), (.high, 2, 3), (.critical, 2, 3), (.never, 0, 0),
        ] as [(FailureLevel, Int32, Int32)])
    func nothing(level: FailureLevel, code: Int32, pluginCode: Int32) {
        let report = RunReport(
            of: Verdict(of: TriageRecord(runbooks: [], items: [])),
            started: Date(timeIntervalSince1970: 0), duration: .zero, failureLevel: level)
        #expect(ExitCode(report, as: .text).rawValue == code)
        #expect(ExitCode(report, as: .nagios).rawValue == pluginCode)
    }

    @Test(
        "a plugin of Nagios has codes of its own",
        arguments: [
            (.pass, .unknown, 0), (.fail, .unknown, 2), (.unknown, .unknown, 3),
            (.unknown, .failure, 0), (.fail, .never, 0),
        ] as [(Outcome, FailureLevel, Int32)])
    func plugin(outcome: Outcome, level: FailureLevel, code: Int32) {
        let report = Self.report(outcome, failingOn: level)
        #expect(ExitCode(report, as: .nagios).rawValue == code)
    }
}
