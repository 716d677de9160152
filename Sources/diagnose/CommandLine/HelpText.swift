/// Help, written from the command table.
enum HelpText {
    /// What the program is and which commands it has.
    static var overview: String {
        let width = CommandRegistry.commands.map(\.name.count).max() ?? 0
        let commands = CommandRegistry.commands.map { row($0.name, $0.abstract, width: width) }
        let codes = ExitCode.allCases.map { row("\($0.rawValue)", $0.meaning, width: 3) }
        return """
            diagnose: what broke first, what only follows from it, and how to fix it.

            It reads the runbooks you have, tests what they say against the running system,
            and prints a verdict.

            Usage: diagnose COMMAND …

            At 3 a.m.
              diagnose triage                              is it broken, and what first?
              diagnose symptom "listener hears nothing"    what does this symptom mean?

            Commands
            \(commands.joined(separator: "\n"))

            diagnose COMMAND --help tells more. diagnose --version tells the version.

            Exit codes
            \(codes.joined(separator: "\n"))

            """
    }

    /// One command's help.
    static func page(of command: CommandDefinition) -> String {
        let width = command.allFlags.map(\.usage.count).max() ?? 0
        let flags = command.allFlags.map { row($0.usage, $0.help, width: width) }
        let lines = command.examples.flatMap { ["  \($0.line)", "      \($0.meaning)"] }
        let operands = command.operands.isEmpty ? "" : " \(command.operands)"
        let discussion = command.discussion.isEmpty ? "" : "\n\(command.discussion)\n"
        return """
            \(command.abstract).

            Usage: diagnose \(command.name)\(operands) [FLAG…]
            \(discussion)
            Examples
            \(lines.joined(separator: "\n"))

            Flags
            \(flags.joined(separator: "\n"))

            """
    }

    /// A name and its help in two columns.
    static func row(_ name: String, _ help: String, width: Int) -> String {
        "  " + name + String(repeating: " ", count: max(width - name.count, 0) + 2) + help
    }
}
