import Catalog
import Machine

/// How much of what runbooks say can be tested, and what in them leads nowhere.
public struct Coverage: Sendable {
    /// A program that fixes call for and that is not on this machine.
    public struct MissingProgram: Sendable, Hashable {
        /// Its name or path.
        public var program: String
        /// The ids of the entries whose fixes name it.
        public var entries: [String]
    }

    /// The failures that probes test.
    public var probed: [Entry] = []
    /// The failures that nothing tests, without a word why.
    public var unprobed: [Entry] = []
    /// The failures of which the runbook says why no machine can test them.
    public var exempt: [Entry] = []
    /// Probe lines of triage steps that no entry states or is named beside, so that their failure
    /// leads to no fix.
    public var unexplainedProbes: [ProbeLine] = []
    /// Log text that probe lines look for and no entry speaks of.
    public var unexplainedSignatures: [ProbeLine] = []
    /// What fixes call for and is not here.
    public var missingPrograms: [MissingProgram] = []

    /// The share of the failures a machine can test that have probes, in percent; 100 where there
    /// is none to test.
    public var share: Double {
        let testable = probed.count + unprobed.count
        return testable == 0 ? 100 : Double(probed.count) * 100 / Double(testable)
    }

    /// Looks through the runbooks; runs nothing.
    ///
    /// - Parameters:
    ///   - runbooks: What to look through.
    ///   - commands: Tells which programs are here.
    public init(of runbooks: [Runbook], commands: any CommandRunner) {
        let failures = runbooks.flatMap(\.entries).filter { $0.kind == .failure }
        for entry in failures {
            if !entry.probes.isEmpty {
                probed.append(entry)
            } else if entry.unprobedReason != nil {
                exempt.append(entry)
            } else {
                unprobed.append(entry)
            }
        }
        unexplainedProbes = runbooks.flatMap(Self.unexplainedProbes)
        unexplainedSignatures = runbooks.flatMap(Self.unexplainedSignatures)
        missingPrograms = Self.missingPrograms(in: failures, commands: commands)
    }

    private static func unexplainedProbes(in runbook: Runbook) -> [ProbeLine] {
        let stated = Set(runbook.entries.flatMap(\.probes).map(\.text))
        return runbook.triage.filter(\.entries.isEmpty).flatMap(\.probes)
            .filter { !stated.contains($0.text) }
    }

    private static func unexplainedSignatures(in runbook: Runbook) -> [ProbeLine] {
        let texts = runbook.entries.flatMap(\.texts).map { $0.lowercased() }
        return runbook.probeLines.filter { line in
            line.kind == "log"
                && line.conditions.contains { condition in
                    ["absent", "present"].contains(condition.key) && condition.comparison == .equal
                        && !texts.contains { $0.contains(condition.value.lowercased()) }
                }
        }
    }

    private static func missingPrograms(
        in entries: [Entry], commands: any CommandRunner
    ) -> [MissingProgram] {
        var users: [String: [String]] = [:]
        for entry in entries {
            for program in Set(entry.fixes.flatMap(\.commands).flatMap(CommandPrograms.names)) {
                users[program, default: []].append(entry.id)
            }
        }
        return users.filter { !commands.isInstalled($0.key) }
            .map { MissingProgram(program: $0.key, entries: $0.value) }
            .sorted { $0.program < $1.program }
    }
}

extension Entry {
    /// Everything it says in which log text may be quoted.
    fileprivate var texts: [String] {
        [title] + symptoms + causes + checks + signatures + evidence + fixes.map(\.text)
    }
}
