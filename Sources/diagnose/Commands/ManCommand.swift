/// `diagnose man`: prints the manual page.
enum ManCommand {
    static let definition = CommandDefinition(
        name: "man",
        abstract: "Print the manual page",
        operands: "",
        discussion: """
            It is written from the same table as --help, in the language of man(7).
            """,
        flags: [],
        examples: [
            .init(line: "diagnose man | man -l -", meaning: "read it without installing it"),
            .init(
                line: "diagnose man > /usr/local/share/man/man1/diagnose.1",
                meaning: "install it; `make install` does"),
        ],
        run: run)

    private static func run(_ invocation: Invocation) async throws -> ExitCode {
        try invocation.refuseOperands()
        Output.print(ManualPage.text)
        return .healthy
    }
}
