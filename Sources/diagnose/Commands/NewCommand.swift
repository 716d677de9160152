import Catalog
import Logs
import Machine
import Report
import runbooks

/// `diagnose new`: adds an entry to a runbook, in the runbook's own shape.
enum NewCommand {
    private static let system = Flag(
        name: "system", value: "NAME", source: .system, help: "the system whose runbook it goes to")
    private static let identifier = Flag(
        name: "id", value: "ID", help: "the entry's id, instead of one made of its words")
    private static let fromLog = Flag(
        name: "from-log", value: "FILE", source: .path,
        help: "begin it with an unknown error of a log, as `logs` lists them")
    private static let group = Flag(
        name: "group", value: "NUMBER", help: "with --from-log, which of them (default 1)")
    private static let dryRun = Flag(
        name: "dry-run", help: "show what would change, and change nothing")
    /// Longer symptoms are no titles.
    private static let longestTitle = 200

    static let definition = CommandDefinition(
        name: "new",
        abstract: "Add an entry to a runbook",
        operands: "[SYMPTOM…]",
        discussion: """
            It goes behind the entries that are there, as one of them: a row of their table, a bullet
            of their list, or a heading with fields; what is not known stands there as a question.
            Shipped runbooks are part of the program and take none.
            """,
        flags: [system, identifier, fromLog, group, dryRun, .runbooks, .color],
        examples: [
            .init(
                line: "diagnose new \"uploads hang at 99 %\" --system payments",
                meaning: "add it to the runbook of that system, and say where"),
            .init(
                line: "diagnose new \"uploads hang\" --runbooks docs/payments.md --dry-run",
                meaning: "show the change of a file as a diff"),
            .init(
                line: "diagnose new \"uploads hang\" --id upload-hang",
                meaning: "with an id of your own; one runbook here needs no naming"),
            .init(
                line: "diagnose new --from-log app.log --system payments",
                meaning: "from the most suspicious error of a log that no runbook knows"),
        ],
        run: run)

    private static func run(_ invocation: Invocation) async throws -> ExitCode {
        let arguments = invocation.arguments
        let seen = try await unknownError(for: invocation)
        let symptom = try symptom(of: arguments, unless: seen)
        let found = try RunbookFinder(invocation).own()
        let catalog = found.catalog
        let runbook = try runbook(in: catalog, named: arguments.value(of: system))
        guard let source = found.sources.first(where: { $0.file == runbook.file }) else {
            throw UsageError.other("'\(runbook.file)' cannot be read again")
        }
        let others = catalog.entries.filter { $0.system == runbook.system }
        var template = EntryTemplate(
            title: MarkdownWords.markdown(of: symptom),
            identifier: try identifier(for: symptom, besides: others, arguments))
        template.signatures = seen.map { [$0.template.signature.printable] } ?? []
        let addition: EntryAddition
        do throws(EntryAddition.Failure) {
            addition = try EntryAddition(of: template, to: runbook, in: source, besides: others)
        } catch {
            throw usageError(for: error, symptom, in: runbook)
        }
        if arguments.has(dryRun) {
            Output.print(
                UnifiedView.text(
                    of: [addition.edit], in: SourceLines(source.bytes), file: source.file,
                    style: invocation.style))
            return .healthy
        }
        guard source.replace(with: addition.bytes, in: invocation.world) else {
            return .internalError
        }
        tell(addition)
        return .healthy
    }

    private static func tell(_ addition: EntryAddition) {
        let place = "\(addition.entry.location.file):\(addition.entry.location.line)"
        Output.print("\(place): added \(addition.entry.id)".printableLine)
        guard case .insert(_, let lines) = addition.edit.change else { return }
        let written = lines.drop(while: \.isEmpty)
        Output.print("\n" + written.map(\.printableLine).joined())
    }

    /// What one sees, on one line; of a log's error unless there are words.
    ///
    /// - Throws: ``UsageError`` where there are no words, or too many.
    private static func symptom(
        of arguments: Arguments, unless seen: LogSurvey.Group?
    ) throws(UsageError) -> String {
        let given = arguments.operands.joined(separator: " ")
        let said = given.isEmpty ? seen?.template.title ?? "" : given
        let words = said.printable.split(separator: " ")
        let symptom = words.joined(separator: " ")
        guard symptom.contains(where: { $0.isLetter || $0.isNumber }) else {
            throw .other(
                "new wants what one sees, as in: diagnose new \"uploads hang at 99 %\"")
        }
        guard symptom.count <= longestTitle else {
            throw .other(
                "what one sees is a title here: at most \(longestTitle) characters, not "
                    + "\(symptom.count)")
        }
        return symptom
    }

    /// The id that was given, or a free one made of the words.
    private static func identifier(
        for symptom: String, besides others: [Entry], _ arguments: Arguments
    ) throws(UsageError) -> String {
        guard let given = arguments.value(of: identifier) else {
            let wanted = EntryTemplate.identifier(for: symptom)
            let taken = Set(others.map(\.localID))
            if !taken.contains(wanted) { return wanted }
            var number = 2
            while taken.contains("\(wanted)-\(number)") { number += 1 }
            return "\(wanted)-\(number)"
        }
        let isFit = given.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
                || "-_.".utf8.contains(byte)
        }
        guard isFit, !given.isEmpty else {
            throw .invalidValue(identifier, value: given, wants: "small letters, digits and dashes")
        }
        return given
    }

    private static func usageError(
        for failure: EntryAddition.Failure, _ symptom: String, in runbook: Runbook
    ) -> UsageError {
        switch failure {
        case .taken(let id, let location):
            .other(
                "it is there already: \(id) at \(location.file):\(location.line); "
                    + "diagnose show \(id)")
        case .notAnEntry:
            .other(
                "'\(symptom)' would not be read as a failure of its own in \(runbook.file); say "
                    + "what one sees, such as \"uploads hang\", or name another runbook")
        case .encoding: .other("'\(runbook.file)' is not UTF-8; save it as UTF-8 first")
        }
    }
}

extension NewCommand {
    /// The error that nobody knows which an entry is to begin with, where one is wanted.
    ///
    /// - Throws: ``UsageError`` where the log has no such error, or fewer.
    private static func unknownError(
        for invocation: Invocation
    ) async throws(UsageError) -> LogSurvey.Group? {
        let arguments = invocation.arguments
        guard let log = arguments.value(of: fromLog) else {
            if arguments.has(group) { throw .needs(group, fromLog) }
            return nil
        }
        let word = arguments.value(of: group) ?? "1"
        guard let number = Int(word), number > 0 else {
            throw .invalidValue(group, value: word, wants: "a number from 1")
        }
        var reading = invocation
        reading.arguments.operands = [log]
        let groups = try await LogsSession(reading).survey().groups
        guard number <= groups.count else {
            throw .other(
                groups.isEmpty
                    ? "'\(log)' has no error that no runbook knows"
                    : "'\(log)' has only \(groups.count) errors that no runbook knows")
        }
        return groups[number - 1]
    }

    /// The runbook that the entry goes to.
    ///
    /// - Throws: ``UsageError`` where none or several could be meant.
    private static func runbook(
        in catalog: Catalog, named system: String?
    ) throws(UsageError) -> Runbook {
        let own = catalog.runbooks
        let systems = own.map(\.system)
        if let system, !systems.contains(system) {
            let shipped = ShippedRunbooks.catalog.runbooks.map(\.system)
            if shipped.contains(system) {
                throw .other(
                    "the runbook of '\(system)' is shipped inside the program and takes no entries; "
                        + "one of yours with 'system: \(system)' takes its place")
            }
            throw .unknownName(noun: "system", name: system, known: systems)
        }
        let meant = system.map { name in own.filter { $0.system == name } } ?? own
        guard let first = meant.first else {
            throw .other("no runbook of yours is here; name one with --runbooks FILE")
        }
        if meant.count == 1 { return first }
        let isOneSystem = Set(meant.map(\.system)).count == 1
        throw .other(
            isOneSystem
                ? "'\(first.system)' has several runbooks; name one with --runbooks FILE: "
                    + listed(meant.map(\.file))
                : "which runbook? Name one with --system NAME: " + listed(systems))
    }

    /// Names, a few of them.
    private static func listed(_ names: [String]) -> String {
        var seen: Set<String> = []
        let each = names.filter { seen.insert($0).inserted }
        return each.prefix(12).joined(separator: ", ") + (each.count > 12 ? ", …" : "")
    }
}
