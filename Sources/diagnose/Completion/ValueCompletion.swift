import Catalog
import Machine
import Report
import Triage

/// Completes what a flag or an operand names.
struct ValueCompletion: Sendable {
    /// What is typed so far: `--runbooks` says which runbooks are meant.
    let typed: Arguments
    /// The outside.
    let world: World

    private typealias Candidate = Completion.Candidate

    /// The values of a flag.
    func answer(for flag: Flag, beginningWith text: String) -> Completion {
        flag.choices.isEmpty
            ? answer(for: flag.source, beginningWith: text)
            : answer(for: .words(flag.choices), beginningWith: text)
    }

    /// The values of a source.
    func answer(for source: ValueSource, beginningWith text: String) -> Completion {
        switch source {
        case .free: words([], text)
        case .words(let known):
            words(known.filter { !typed.operands.contains($0) }.map { Candidate(word: $0) }, text)
        case .path: .files
        case .entry: words(entries.filter { !typed.operands.contains($0.word) }, text)
        case .entryOrStep: words(entries + steps, text)
        case .system: words(systems.filter { !typed.operands.contains($0.word) }, text)
        case .status: words(tracked(\.status), text)
        case .severity: words(tracked(\.severity), text)
        case .variable: variable(beginningWith: text)
        case .report: report(beginningWith: text)
        case .probeLine:
            ProbeLineCompletion(words: typed.operands) { catalog.runbooks.flatMap(\.probeLines) }
                .answer(beginningWith: text)
        }
    }

    private func words(_ candidates: [Completion.Candidate], _ text: String) -> Completion {
        Completion(candidates, beginningWith: text)
    }

    private var catalog: Catalog {
        let invocation = Invocation(
            arguments: typed, world: world,
            terminal: .live(environment: world.environment))
        return (try? RunbookFinder(invocation).catalog()) ?? Catalog(runbooks: [])
    }

    private var entries: [Completion.Candidate] {
        catalog.entries.map { Candidate(word: $0.id, help: $0.title) }
    }

    private var steps: [Completion.Candidate] {
        catalog.runbooks.flatMap { runbook in
            runbook.triage.map {
                Candidate(
                    word: Owner.step(system: runbook.system, number: $0.number).id, help: $0.title)
            }
        }
    }

    private var systems: [Completion.Candidate] {
        catalog.runbooks.map { Candidate(word: $0.system, help: $0.title) }
    }

    private func tracked(_ field: KeyPath<Entry, String?>) -> [Completion.Candidate] {
        Set(catalog.entries.compactMap { $0[keyPath: field] }).sorted()
            .map { Candidate(word: $0) }
    }

    /// The names of variables; their values are the user's.
    private func variable(beginningWith text: String) -> Completion {
        if text.contains("=") { return words([], text) }
        let names = catalog.runbooks.flatMap { runbook in
            runbook.variables.map(\.name) + runbook.probeLines.flatMap(\.variables).map(\.name)
        }
        return Completion(
            Set(names).sorted().map { Candidate(word: $0 + "=") }, beginningWith: text,
            form: .beginnings)
    }

    /// The formats; behind `=` stands a file.
    private func report(beginningWith text: String) -> Completion {
        if text.contains("=") { return .files }
        return Completion(
            ReportFormat.all.map { Candidate(word: $0.name + "=") }, beginningWith: text,
            form: .beginnings)
    }
}
