import Catalog

/// Everything that the verdict is computed from, and nothing else.
public struct TriageRecord: Sendable, Hashable {
    /// A result and whom its line speaks for.
    public struct Item: Sendable, Hashable {
        /// The result.
        public var result: ProbeResult
        /// The steps and entries that state its line.
        public var owners: [Owner]

        /// Makes an item.
        public init(result: ProbeResult, owners: [Owner]) {
            self.result = result
            self.owners = owners
        }
    }

    /// The runbooks in question, in order.
    public var runbooks: [Runbook]
    /// The results in order of the plan.
    public var items: [Item]
    /// What each component needs, runbooks and compose file joined.
    public var dependencies: [String: [String]]
    /// The services of the compose project, which its commands may name.
    public var services: Set<String>
    /// Values that placeholders of fixes are filled with.
    public var variables: [String: String]

    /// Makes a record.
    public init(
        runbooks: [Runbook], items: [Item], dependencies: [String: [String]] = [:],
        services: Set<String> = [], variables: [String: String] = [:]
    ) {
        self.runbooks = runbooks
        self.items = items
        self.dependencies = dependencies
        self.services = services
        self.variables = variables
    }
}
