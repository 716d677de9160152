import Dispatch
import Foundation
import Synchronization

/// Looks for a regular expression that somebody else may have written, which may take any time and
/// looks for no cancellation: `(a*)*b` takes twice as long with each further `a` (Swift 6.3.1).
enum PatternSearch {
    /// What looking came to.
    enum Answer: Sendable, Hashable {
        case found
        case notFound
        /// The time was up first.
        case unfinished
        /// The pattern is no regular expression, or one that is not taken.
        case malformed
    }

    /// How long one search may take.
    static let limit: DispatchTimeInterval = .seconds(1)
    /// The longest pattern, in bytes: reading some 10,000 brackets, `[[[…`, takes more than a stack
    /// (Swift 6.3.1).
    static let longestPattern = 1000
    /// What is said of a search that is not finished.
    static let tooLong = "the pattern takes too long to look for"

    /// The expression that a pattern is; `nil` where it is none, or too long.
    static func regex(_ pattern: String) -> Regex<AnyRegexOutput>? {
        pattern.utf8.count <= longestPattern ? try? Regex(pattern) : nil
    }

    /// Whether the pattern is found in the text, as far as time allows.
    static func answer(
        to pattern: String, in text: String, within limit: DispatchTimeInterval = limit
    ) -> Answer {
        answers(to: pattern, in: [text], within: limit).first ?? .unfinished
    }

    /// Whether the pattern is found in each of the texts, as far as the time for all of them allows.
    static func answers(
        to pattern: String, in texts: [String], within limit: DispatchTimeInterval = limit
    ) -> [Answer] {
        let answers = findings(in: texts, within: limit) { texts, stop, add in
            let regex = regex(pattern)
            for text in texts where !stop.isSet {
                add(regex.map { text.contains($0) ? .found : .notFound } ?? Answer.malformed)
            }
        }
        return answers + Array(repeating: .unfinished, count: texts.count - answers.count)
    }

    /// What the pattern matches first in each of the texts, `nil` where it matches nothing; as far as
    /// the time for all of them allows.
    ///
    /// - Returns: `nil` where the time is up first.
    static func firstMatches(
        of pattern: String, in texts: [String], within limit: DispatchTimeInterval = limit
    ) -> [String?]? {
        let matches = findings(in: texts, within: limit) { texts, stop, add in
            let regex = regex(pattern)
            for text in texts where !stop.isSet {
                add(regex.flatMap { text.firstMatch(of: $0) }.map { String(text[$0.range]) })
            }
        }
        return matches.count == texts.count ? matches : nil
    }

    /// What a search adds for the texts, one after the other, as far as it gets.
    ///
    /// A search that is not finished is left behind with its thread, told to go no further than the
    /// text that it is at.
    private static func findings<Finding: Sendable>(
        in texts: [String], within limit: DispatchTimeInterval,
        _ search: @escaping @Sendable ([String], Uninterruptible.Stop, (Finding) -> Void) -> Void
    ) -> [Finding] {
        if texts.isEmpty { return [] }
        let findings = Findings<Finding>()
        let stop = Uninterruptible.Stop()
        let end = DispatchSemaphore(value: 0)
        Thread {
            search(texts, stop) { finding in findings.all.withLock { $0.append(finding) } }
            end.signal()
        }
        .start()
        if end.wait(timeout: .now() + limit) != .success { stop.set() }
        return findings.all.withLock { $0 }
    }

    private final class Findings<Finding: Sendable>: Sendable {
        let all = Mutex<[Finding]>([])
    }
}
