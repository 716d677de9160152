import Catalog
import Probes
import Redaction
import Triage

/// A recorded run, judged again without looking at anything.
public struct Replay: Sendable {
    /// What was recorded.
    public let record: RunRecord
    /// The runbooks as they were, in the order of the record.
    public let runbooks: [Runbook]
    /// The highest number among the tokens that stand in both.
    private let highestToken: Int

    /// Why a line has no answer.
    public static let unrecordedReason = "not recorded in this bundle"

    /// Loads the runbooks of a record.
    ///
    /// - Parameters:
    ///   - record: The record.
    ///   - text: The text at a path of the bundle, `nil` where nothing stands there.
    /// - Throws: ``RecordFailure`` for a runbook that is not there, or is none.
    public init(_ record: RunRecord, text: (String) -> String?) throws(RecordFailure) {
        self.record = record
        var sources: [RunbookSource] = []
        var highestToken = TokenNumbers.highest(in: record.document)
        for runbook in record.runbooks {
            guard let text = text(runbook.path) else { throw .missing(file: runbook.path) }
            highestToken = max(highestToken, TokenNumbers.highest(in: text))
            sources.append(RunbookSource(file: runbook.file, bytes: Array(text.utf8)))
        }
        self.highestToken = highestToken
        runbooks = Catalog.load(sources: sources).runbooks
        let loaded = runbooks.map(\.file)
        guard loaded == sources.map(\.file) else {
            let broken = record.runbooks.first { !loaded.contains($0.file) }
            throw .brokenRunbook(path: broken?.path ?? BundleLayout.runbooks)
        }
    }

    /// Reads the record of a bundle, and its runbooks.
    ///
    /// - Throws: ``RecordFailure``
    public init(_ bundle: BundleReader) throws(RecordFailure) {
        guard let text = bundle.text(of: BundleLayout.record) else {
            throw .missing(file: BundleLayout.record)
        }
        let cutOff = Set(bundle.manifest.items.filter(\.truncated).map(\.path))
        if cutOff.contains(BundleLayout.record) { throw .cutOff(file: BundleLayout.record) }
        let record = try RunRecord(reading: text)
        if let runbook = record.runbooks.first(where: { cutOff.contains($0.path) }) {
            throw .cutOff(file: runbook.path)
        }
        try self.init(record) { bundle.text(of: $0) }
    }

    /// The systems that were triaged, each once.
    public var systems: [String] {
        record.runbooks.map(\.system).reduce(into: []) { systems, system in
            if !systems.contains(system) { systems.append(system) }
        }
    }

    /// What hides secrets in texts about the run; its tokens are counted on from those in the bundle.
    public func redactor() -> Redactor { Redactor(after: highestToken) }

    /// What the run found, by the runbooks it had.
    public var asRecorded: TriageRecord {
        var triage = record.triage
        triage.runbooks = runbooks
        return triage
    }

    /// What other runbooks make of what the run saw, and which of their lines it never looked at.
    ///
    /// - Parameter others: The runbooks, in order of suspicion.
    public func judged(by others: [Runbook]) -> (record: TriageRecord, unrecorded: [ProbeLine]) {
        let scope = VariableScope(given: record.triage.variables)
        // What was recorded is only read: nothing can leave.
        let plan = TriagePlan(
            others, variables: scope, timeout: ProbeRunner.defaultTimeout, trust: .everything)
        let answers = RecordedAnswers(asRecorded, variables: scope)
        let redactor = redactor()
        var unrecorded: [ProbeLine] = []
        var items: [TriageRecord.Item] = []
        for item in plan.items {
            let unknown = ProbeCheck.unknown(
                item.line, because: Self.unrecordedReason, redactor: redactor)
            let results = answers.results(for: item, shownAs: unknown.line)
            if results == nil { unrecorded.append(unknown.line) }
            items += (results ?? [unknown]).map { .init(result: $0, owners: item.owners) }
        }
        let judged = TriageRecord(
            runbooks: others, items: items, dependencies: dependencies(declaredBy: others),
            services: record.triage.services, variables: record.triage.variables)
        return (judged, unrecorded)
    }

    /// What each component needs: what the other runbooks say, and what the compose project said,
    /// which is all that the recorded runbooks do not.
    private func dependencies(declaredBy others: [Runbook]) -> [String: [String]] {
        let declared = ComponentGraph.joined(runbooks.map(\.dependencies))
        let composed = record.triage.dependencies.map { component, needed in
            (component, needed.filter { !declared[component, default: []].contains($0) })
        }
        return ComponentGraph.joined(
            others.map(\.dependencies) + [Dictionary(composed) { first, _ in first }])
    }
}
