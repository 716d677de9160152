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
