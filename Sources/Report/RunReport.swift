import Catalog
import Foundation
import Triage

/// A verdict with what a report says of the run it came from.
public struct RunReport: Sendable {
    /// What to report.
    public var verdict: Verdict
    /// When the run began.
    public var started: Date
    /// How long it took.
    public var duration: Duration
    /// What commands to paste must say again to look at the same system, quoted.
    public var flags: [String]
    /// How much texts tell.
    public var detail: Detail
    /// From what on the run counts as failed.
    public var failureLevel: FailureLevel

    /// How much a text tells.
    public enum Detail: Sendable, Hashable {
        /// The verdict alone.
        case brief
        /// What a person needs who has to mend something.
        case usual
        /// What passed, too.
        case full
    }

    /// Makes a report.
    public init(
        of verdict: Verdict, started: Date, duration: Duration, flags: [String] = [],
        detail: Detail = .usual, failureLevel: FailureLevel = .unknown
    ) {
        self.verdict = verdict
        self.started = started
        self.duration = duration
        self.flags = flags
        self.detail = detail
        self.failureLevel = failureLevel
    }

    /// What the run counts as.
    public var health: Verdict.Health { failureLevel.health(of: verdict) }
}

extension Verdict {
    /// What is to be said first: the root with its reason, or that there is none.
    public var headline: String { lead.map { "\($0.component): \($0.reason)" } ?? summary }

    /// How many lines came to each outcome, none left out: `32 passed, 7 failed`.
    var counts: String { results.counts }
}

extension [ProbeResult] {
    /// How many came to each outcome, none left out: `32 passed, 7 failed`.
    var counts: String {
        Outcome.allCases.map { outcome in (outcome, count { $0.outcome == outcome }) }
            .filter { $0.1 > 0 }
            .map { "\($0.1) \($0.0.participle)" }.joined(separator: ", ")
    }
}

extension Outcome {
    /// What a line did: `passed`.
    var participle: String {
        switch self {
        case .pass: "passed"
        case .fail: "failed"
        case .unknown: "unknown"
        }
    }

    /// The mark in front of a line.
    var mark: String {
        switch self {
        case .pass: "✓"
        case .fail: "✗"
        case .unknown: "?"
        }
    }
}

extension Verdict.Health {
    /// The mark in front of a verdict.
    var mark: String {
        switch self {
        case .healthy: "✓"
        case .unhealthy: "✗"
        case .inconclusive: "?"
        }
    }
}
