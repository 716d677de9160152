import Catalog

/// The remedies of an entry as they can be carried out here.
public struct RemedyPlan: Sendable {
    /// One remedy.
    public struct Remedy: Sendable, Hashable {
        /// What it says, placeholders filled in.
        public var fix: Fix
        /// Its commands in order.
        public var commands: [RemedyCommand]
    }

    /// The remedies in the entry's order.
    public private(set) var remedies: [Remedy]

    /// Fills the placeholders of an entry's remedies with what its probes have seen.
    ///
    /// A value goes into a command only where every character of it means nothing to a shell
    /// (``PlaceholderFilling``); quoting would depend on the quotes around the placeholder.
    ///
    /// - Parameters:
    ///   - entry: The entry.
    ///   - record: What a run of its probes brought.
    ///   - environment: The variables that the shell will know.
    public init(for entry: Entry, after record: TriageRecord, environment: [String: String]) {
        let failing = record.items
            .filter { $0.owners.contains(.entry(id: entry.id)) && $0.result.outcome == .fail }
            .map(\.result)
        let service = failing.first { record.services.contains($0.component) }?.component
        let filling = PlaceholderFilling(
            service: service, evidence: failing, variables: record.variables)
        remedies = entry.fixes.map { Self.remedy(filling.fill($0), environment: environment) }
    }

    private static func remedy(_ fix: Fix, environment: [String: String]) -> Remedy {
        var commands = fix.commands.map { RemedyCommand($0, environment: environment) }
        // The steps of one remedy build on each other: `cd <checkout>`, then `git pull`.
        if let first = commands.firstIndex(where: { $0.isPreparation && $0.obstacle != nil }) {
            for position in commands.indices
            where position > first && commands[position].obstacle == nil {
                commands[position].obstacle = .behindAnother
            }
        }
        return Remedy(fix: fix, commands: commands)
    }
}
