import Catalog

/// What became of each line between two runs.
public struct RunComparison: Sendable, Hashable {
    /// A line about a component, before and after.
    public struct Line: Sendable, Hashable {
        /// The line as written.
        public var text: String
        /// The component.
        public var component: String
        /// What is wrong when it fails, as the runbook says.
        public var reason: String?
        /// What was seen before; `nil` where nobody looked.
        public var before: String?
        /// What is seen now; `nil` where nobody looked.
        public var after: String?
    }

    /// What fails now and did not.
    public var newlyFailing: [Line]
    /// What failed and still does.
    public var stillFailing: [Line]
    /// What failed and is as it should be now.
    public var fixed: [Line]
    /// What could be told before and can't be told now.
    public var noLongerObserved: [Line]

    /// Compares two records.
    ///
    /// - Parameters:
    ///   - before: The earlier one.
    ///   - after: The later one.
    ///   - normalised: The text of a line as far as two runs can have it in common.
    public init(
        of before: TriageRecord, with after: TriageRecord, normalised: (String) -> String = { $0 }
    ) {
        let earlier = Self.results(of: before, normalised)
        let later = Self.results(of: after, normalised)
        newlyFailing = []
        stillFailing = []
        fixed = []
        noLongerObserved = []
        for key in later.order where later.results[key]?.outcome == .fail {
            let now = later.results[key]
            let was = earlier.results[key] ?? earlier.wholes[key.text]
            if earlier.results[key]?.outcome == .fail {
                stillFailing.append(Line(now, before: was, after: now))
            } else {
                newlyFailing.append(Line(now, before: was, after: now))
            }
        }
        for key in earlier.order where later.results[key]?.outcome != .fail {
            let was = earlier.results[key]
            let now = later.results[key] ?? later.wholes[key.text]
            if was?.outcome == .unknown { continue }
            if now == nil || now?.outcome == .unknown {
                noLongerObserved.append(Line(was, before: was, after: now))
            } else if was?.outcome == .fail {
                fixed.append(Line(was, before: was, after: now))
            }
        }
    }

    /// A line and the component that it is about: one line may be about several.
    private struct Key: Hashable {
        var text: String
        var component: String
    }

    private struct Results {
        var order: [Key] = []
        var results: [Key: ProbeResult] = [:]
        /// One result of each line, whatever it is about: a line about all services that passes
        /// names none of them.
        var wholes: [String: ProbeResult] = [:]
    }

    private static func results(
        of record: TriageRecord, _ normalised: (String) -> String
    ) -> Results {
        record.items.reduce(into: Results()) { results, item in
            let text = normalised(item.result.line.text)
            let key = Key(text: text, component: item.result.component)
            if results.results[key] == nil { results.order.append(key) }
            // Where two runbooks have the same line with other values, the worse one counts.
            if results.results[key]?.outcome != .fail { results.results[key] = item.result }
            if results.wholes[text] == nil { results.wholes[text] = item.result }
        }
    }
}

extension RunComparison.Line {
    fileprivate init(_ result: ProbeResult?, before: ProbeResult?, after: ProbeResult?) {
        text = result?.line.text ?? ""
        component = result?.component ?? ""
        reason = result?.line.reason
        self.before = before?.observed
        self.after = after?.observed
    }
}
