/// A command as a value: dispatch, help and completion all read this one declaration.
struct CommandDefinition: Sendable {
    /// What is typed behind `diagnose`.
    var name: String
    /// What it does, one sentence without a full stop.
    var abstract: String
    /// Its operands as usage writes them, such as `[SYSTEM…]`.
    var operands: String
    /// What the operands name.
    var operandSource = ValueSource.free
    /// More to know, in running text.
    var discussion: String = ""
    /// The flags it knows beside `--help`.
    var flags: [Flag]
    /// Command lines that a person would type, each with what it does.
    var examples: [Example]
    /// Does it.
    var run: @Sendable (Invocation) async throws -> ExitCode

    /// A command line with what it does.
    struct Example: Sendable, Hashable {
        /// What is typed.
        var line: String
        /// What it does.
        var meaning: String
    }

    /// All flags that may stand behind it.
    var allFlags: [Flag] { flags + [.help] }
}

/// The commands in the order in which help lists them.
enum CommandRegistry {
    static let commands: [CommandDefinition] = [
        TriageCommand.definition, GuideCommand.definition, SymptomCommand.definition,
        CheckCommand.definition, FixCommand.definition, BundleCommand.definition,
        DiffCommand.definition, EscalateCommand.definition, ShowCommand.definition,
        ListCommand.definition, LogsCommand.definition, ProbeCommand.definition,
        LintCommand.definition, NewCommand.definition, CoverageCommand.definition,
        TestCommand.definition, DemoCommand.definition, SchemaCommand.definition,
        CompletionsCommand.definition, ManCommand.definition,
    ]

    /// The command of that name.
    static func command(named name: String) -> CommandDefinition? {
        commands.first { $0.name == name }
    }
}
