import Catalog
import Machine
import Probes
import Triage

/// What sources of evidence have in common: where they look, and how long they may take.
public struct CaptureSetting: Sendable {
    /// What the probes of the run share; what was asked is not asked again.
    public var context: ProbeContext
    /// The runbooks of the systems that are looked at.
    public var runbooks: [Runbook]
    /// Where variables get their values.
    public var variables: VariableScope
    /// Which runbooks are trusted.
    public var trust: RunbookTrust
    /// The version of the program.
    public var version: String
    /// How long one look may take.
    public var timeout: Duration
    /// How long everything may take together.
    public var deadline: Duration
    /// When capturing began, by the clock's uptime; `nil` where it begins now.
    var begun: Duration?
    /// Bounds how many looks are under way.
    private let gate: LookGate

    /// How long one look may take where nobody says.
    public static let defaultTimeout: Duration = .seconds(10)
    /// How long everything may take where nobody says.
    public static let defaultDeadline: Duration = .seconds(30)
    /// The most bytes of one look that are kept, with what is needed to cut it at a good place.
    static let limit = (2 << 20) + (64 << 10)

    /// What of the deadline looks leave over, so that those that were done are still gathered.
    private static let reserve: Duration = .milliseconds(500)

    /// Gathers what sources need.
    ///
    /// - Parameter limits: How many looks may be under way at once; all of them work.
    public init(
        context: ProbeContext, runbooks: [Runbook], variables: VariableScope,
        trust: RunbookTrust = .shipped, version: String, limits: LookLimits = .usual,
        timeout: Duration = defaultTimeout, deadline: Duration = defaultDeadline
    ) {
        self.context = context
        self.runbooks = runbooks
        self.variables = variables
        self.trust = trust
        self.version = version
        self.timeout = timeout
        self.deadline = deadline
        gate = LookGate(room: limits.working)
    }

    /// What an operation gives within the time that one look may take, or that it took longer; it
    /// begins when there is room for it.
    func bounded(
        _ what: String, _ operation: @escaping @Sendable () async -> Captured
    ) async -> Captured {
        await gate.pass {
            let clock = context.world.clock
            // A look has its own bound; this one is for what does not keep it.
            let usual = timeout + .seconds(1)
            let left = (begun ?? clock.uptime) + deadline - clock.uptime
            let limit = min(usual, max(.zero, left - min(Self.reserve, deadline / 10)))
            let reason =
                limit < usual
                ? "not finished when \(deadline.shortText) were up"
                : "not finished within \(usual.shortText)"
            return await clock.result(within: limit, of: operation)
                ?? Captured(missing: what, because: reason)
        }
    }

    /// What operations bring that run at once, in their own order.
    func concurrently<Element: Sendable>(
        _ elements: [Element], _ operation: @escaping @Sendable (Element) async -> Captured
    ) async -> Captured {
        await withTaskGroup(of: (Int, Captured).self) { group in
            for (position, element) in elements.enumerated() {
                group.addTask { (position, await operation(element)) }
            }
            var parts: [Int: Captured] = [:]
            for await (position, captured) in group { parts[position] = captured }
            return elements.indices.compactMap { parts[$0] }.reduce(into: Captured()) { $0 += $1 }
        }
    }
}
