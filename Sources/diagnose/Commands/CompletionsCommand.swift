/// `diagnose completions`: prints the script with which a shell completes command lines.
enum CompletionsCommand {
    static let definition = CommandDefinition(
        name: "completions",
        abstract: "Print the completion script of a shell",
        operands: "SHELL",
        operandSource: .words(Shell.allCases.map(\.rawValue)),
        discussion: """
            SHELL is bash, zsh or fish. Commands, flags and their values are completed, and what the
            runbooks found from here know: entries, systems, variables, probe kinds and their keys.
            `make install` puts the scripts where the shells look for them.
            """,
        flags: [],
        examples: [
            .init(
                line: "diagnose completions bash > /etc/bash_completion.d/diagnose",
                meaning: "for bash; or source it in ~/.bashrc"),
            .init(
                line: "diagnose completions zsh > ~/.zfunc/_diagnose",
                meaning: "for zsh, with `fpath+=~/.zfunc` in front of `compinit`"),
            .init(
                line: "diagnose completions fish > ~/.config/fish/completions/diagnose.fish",
                meaning: "for fish"),
        ],
        run: run)

    private static func run(_ invocation: Invocation) async throws -> ExitCode {
        let names = Shell.allCases.map(\.rawValue)
        guard let name = invocation.arguments.operands.first else {
            throw UsageError.other(
                "completions wants a shell, as in: diagnose completions bash")
        }
        try invocation.refuseOperands(behind: 1)
        guard let shell = Shell(rawValue: name) else {
            throw UsageError.unknownName(noun: "shell", name: name, known: names)
        }
        Output.print(shell.script)
        return .healthy
    }
}
