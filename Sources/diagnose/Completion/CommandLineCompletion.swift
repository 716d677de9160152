import Machine

/// Completes command lines from the command table, the probe kinds and the runbooks that are found
/// from here.
///
/// Shells ask it through a command that help does not list, as cobra's `__complete`: scripts never
/// know more than how to ask, and nothing that they offer is out of date.
struct CommandLineCompletion: Sendable {
    /// The word behind `diagnose` with which the shells' scripts ask.
    static let request = "__complete"

    private let given: [String]
    private let current: String
    private let world: World

    /// A question.
    ///
    /// - Parameters:
    ///   - words: The words behind the program's name; the last is the one at the cursor.
    ///   - world: The outside.
    init(_ words: some Sequence<String>, world: World) {
        let words = Array(words)
        given = Array(words.dropLast())
        current = words.last ?? ""
        self.world = world
    }

    /// What may stand at the cursor.
    func answer() -> Completion {
        guard let name = given.first else { return first }
        guard let command = CommandRegistry.command(named: name) else {
            return name == "help" && given.count == 1 ? commands : Completion([], beginningWith: "")
        }
        let typed = TypedWords(given.dropFirst(), flags: command.allFlags)
        let values = ValueCompletion(typed: typed.arguments, world: world)
        if let flag = typed.awaiting { return values.answer(for: flag, beginningWith: current) }
        guard !typed.endsFlags, current.hasPrefix("-") else {
            return values.answer(for: command.operandSource, beginningWith: current)
        }
        return flag(of: command, typed, values)
    }

    /// The first word: a command, or a flag of the program itself.
    private var first: Completion {
        guard current.hasPrefix("-") else { return commands }
        return Completion(
            [Flag.help, .version].map(\.candidate), beginningWith: current)
    }

    private var commands: Completion {
        Completion(
            CommandRegistry.commands.map { .init(word: $0.name, help: $0.abstract) },
            beginningWith: current)
    }

    /// A flag that may still be given, or the value behind its `=`.
    private func flag(
        of command: CommandDefinition, _ typed: TypedWords, _ values: ValueCompletion
    ) -> Completion {
        let name = current.prefix { $0 != "=" }
        if name.count < current.count {
            guard let flag = command.allFlags.first(where: { "--\($0.name)" == name }),
                flag.value != nil
            else { return Completion([], beginningWith: "") }
            let value = String(current.dropFirst(name.count + 1))
            return values.answer(for: flag, beginningWith: value).prefixed("\(name)=")
        }
        let left = command.allFlags.filter { $0.isRepeatable || !typed.arguments.has($0) }
        return Completion(left.map(\.candidate), beginningWith: current)
    }
}

extension Flag {
    fileprivate var candidate: Completion.Candidate { .init(word: "--\(name)", help: help) }
}
