import Foundation
import Logs
import Machine
import Triage

/// Which groups of errors the logs of a later bundle have that those of an earlier one do not.
enum LogChange {
    /// More groups than anybody reads.
    private static let mostGroups = 50

    /// The groups that are new; what is no longer there is not told, since logs are cut.
    ///
    /// - Parameter now: When the later logs were captured.
    static func change(
        from before: BundleReader, to after: BundleReader, at now: Date
    ) async -> SurroundingChange {
        let later = after.paths(in: BundleLayout.logs)
        let earlier = before.paths(in: BundleLayout.logs)
        if earlier.isEmpty || later.isEmpty { return .unknown(.logs, "not captured in both") }
        let surveyor = LogSurveyor(LogQuery(signatures: []), now: now)
        let baseline = earlier.reduce(into: [UInt8]()) { bytes, path in
            bytes += (before.bytes(of: path) ?? []) + [UInt8(ascii: "\n")]
        }
        let inputs = later.map { path in
            LogInput(path, .file(MemoryFile(after.bytes(of: path) ?? [])))
        }
        let survey = await surveyor.survey(
            inputs, baseline: LogInput(BundleLayout.logs, .file(MemoryFile(baseline))))
        let added = survey.groups.filter { $0.isNew ?? true }.prefix(mostGroups).map { group in
            let log = group.log.dropFirst(BundleLayout.logs.count + 1)
            return "\(log): \(group.template.text)"
        }
        return SurroundingChange(.logs, added: Array(added))
    }
}
