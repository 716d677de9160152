import Catalog
import Probes
import Testing

@testable import diagnose

@Suite struct HelpTextTests {
    @Test("the overview names every command and exit code")
    func overview() {
        for command in CommandRegistry.commands {
            #expect(HelpText.overview.contains("  \(command.name) "))
        }
        for code in ExitCode.allCases { #expect(HelpText.overview.contains(code.meaning)) }
    }

    @Test(
        "every command has an example that starts with its own name",
        arguments: CommandRegistry.commands.map(\.name))
    func examples(name: String) throws {
        let command = try #require(CommandRegistry.command(named: name))
        #expect(!command.examples.isEmpty)
        for example in command.examples { #expect(example.line.hasPrefix("diagnose \(name)")) }
        let page = HelpText.page(of: command)
        for flag in command.allFlags { #expect(page.contains(flag.usage)) }
    }

    @Test(
        "every example is a command line that the command takes",
        arguments: CommandRegistry.commands.flatMap { command in
            command.examples.map { (command.name, $0.line) }
        })
    func examples(name: String, line: String) throws {
        let command = try #require(CommandRegistry.command(named: name))
        // What stands behind is for the shell.
        let words = ShellWords(line.prefix { !">|".contains($0) || line.contains("'") })
            .words.map(\.text)
        _ = try Arguments(words.dropFirst(2), flags: command.allFlags)
    }

    @Test("no command declares a flag twice", arguments: CommandRegistry.commands.map(\.name))
    func flags(name: String) throws {
        let names = try #require(CommandRegistry.command(named: name)).allFlags.map(\.name)
        #expect(Set(names).count == names.count)
    }

    @Test(
        "no line of help is wider than a terminal", arguments: CommandRegistry.commands.map(\.name))
    func width(name: String) throws {
        let page = HelpText.page(of: try #require(CommandRegistry.command(named: name)))
        for line in (page + HelpText.overview).split(separator: "\n") {
            #expect(line.count <= 100, "\(line)")
        }
    }

    @Test("a kind's page names every key", arguments: ProbeRegistry.names)
    func kinds(name: String) throws {
        let page = try ProbeKindHelp.page(ofKindNamed: name)
        let schema = try #require(ProbeRegistry.kind(named: name)).schema
        for observable in schema.observables { #expect(page.contains(observable.key)) }
        for option in schema.options { #expect(page.contains("\(option.key)=")) }
    }

    @Test("an unknown kind gets the nearest name")
    func unknownKind() {
        let error = #expect(throws: UsageError.self) {
            try ProbeKindHelp.page(ofKindNamed: "compsoe")
        }
        #expect(error?.message == "unknown probe kind 'compsoe'; did you mean 'compose'?")
    }
}
