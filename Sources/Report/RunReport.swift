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
    /// Whether texts list what passed, too.
    public var listsPassed: Bool
    /// Whether what could not be observed is let pass.
    public var allowsUnknown: Bool

    /// Makes a report.
    public init(
        of verdict: Verdict, started: Date, duration: Duration, flags: [String] = [],
        listsPassed: Bool = false, allowsUnknown: Bool = false
    ) {
        self.verdict = verdict
        self.started = started
        self.duration = duration
        self.flags = flags
        self.listsPassed = listsPassed
        self.allowsUnknown = allowsUnknown
    }
}

extension Verdict {
    /// What is to be said first: the root with its reason, or that there is none.
    var headline: String { lead.map { "\($0.component): \($0.reason)" } ?? summary }

    /// How many lines came to each outcome, none left out: `32 passed, 7 failed`.
    var counts: String {
        Outcome.allCases.map { ($0, results($0).count) }.filter { $0.1 > 0 }
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
