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

    /// The expression that a pattern is; `nil` where it is none, or too long.
    static func regex(_ pattern: String) -> Regex<AnyRegexOutput>? {
        pattern.utf8.count <= longestPattern ? try? Regex(pattern) : nil
    }

    /// Whether the pattern is found in the text, as far as time allows.
    ///
    /// A search that is not finished is left behind with its thread.
    static func answer(
        to pattern: String, in text: String, within limit: DispatchTimeInterval = limit
    ) -> Answer {
        let answer = Box()
        let end = DispatchSemaphore(value: 0)
        Thread {
            answer.value.withLock { $0 = whole(pattern, in: text) }
            end.signal()
        }
        .start()
        guard end.wait(timeout: .now() + limit) == .success else { return .unfinished }
        return answer.value.withLock { $0 }
    }

    private static func whole(_ pattern: String, in text: String) -> Answer {
        guard let regex = regex(pattern) else { return .malformed }
        return text.contains(regex) ? .found : .notFound
    }

    private final class Box: Sendable {
        let value = Mutex(Answer.unfinished)
    }
}
