import Catalog
import Foundation
import Machine
import Redaction
import Report

/// The program: picks the command, runs it, and exits with its code.
@main
enum Diagnose {
    /// Not `async`: what runs tasks opens descriptors first of all.
    static func main() {
        StandardStreams.prepare()
        DescriptorLimit.closeUnreachable()
        StartedPrograms.adopt()
        Interruption.listen()
        Task { await end(run(Array(CommandLine.arguments.dropFirst()))) }
        dispatchMain()
    }

    /// Ends the program and all that it has started.
    private static func end(_ code: ExitCode) -> Never {
        StartedPrograms.endAll()
        Interruption.cleanUp()
        guard let failure = Output.failure else { exit(code.rawValue) }
        Output.printError("diagnose: cannot write the output: \(failure)\n")
        // A terminal that has gone sends a signal, too, and that is why.
        exit((Interruption.happened ? code : .internalError).rawValue)
    }

    /// Runs a command line and says how to exit.
    static func run(_ words: [String]) async -> ExitCode {
        do {
            return try await dispatch(words)
        } catch let error as UsageError {
            // What could not be read then is no mistake of who typed it.
            if Interruption.happened { return .interrupted }
            // A token in a wrong place of the command line must not come back in the message.
            let redactor = Redactor()
            redactor.learn(ProcessInfo.processInfo.environment)
            Output.printError("diagnose: \(redactor.redact(error.message).printable)\n")
            let page = words.first.flatMap(CommandRegistry.command).map { "\($0.name) " } ?? ""
            Output.printError("Try: diagnose \(page)--help\n")
            return .usage
        } catch {
            Output.printError("diagnose: \("\(error)".printable)\n")
            return .internalError
        }
    }

    private static func dispatch(_ words: [String]) async throws -> ExitCode {
        guard let name = words.first else {
            // Not 0: a smoke check that lost its arguments must not look healthy.
            Output.printError(HelpText.overview)
            return .usage
        }
        if ["--help", "-h", "help"].contains(name) { return try help(on: words.dropFirst()) }
        if name == "--version" {
            Output.print("diagnose \(Version.current)\n")
            return .healthy
        }
        if name == CommandLineCompletion.request {
            let words = words.dropFirst().first == "--" ? words.dropFirst(2) : words.dropFirst()
            Output.print(CommandLineCompletion(words, world: .live()).answer().lines)
            return .healthy
        }
        guard let command = CommandRegistry.command(named: name) else {
            let known = CommandRegistry.commands.map(\.name)
            throw name.hasPrefix("-")
                ? UsageError.unknownFlag(name, known: ["--help", "--version"])
                : UsageError.unknownCommand(name, known: known)
        }
        let arguments = try Arguments(words.dropFirst(), flags: command.allFlags)
        if arguments.has(.help) { return try help(on: [name] + arguments.operands.prefix(1)) }
        var world = World.live()
        if let context = arguments.value(of: .dockerContext) {
            world.commands = try DockerContext(context, asking: world.commands)
        }
        return try await command.run(
            Invocation(
                arguments: arguments, world: world,
                terminal: .live(environment: world.environment)))
    }

    /// Prints the overview, a command's page or, behind `probe`, a kind's page.
    private static func help(on names: some Collection<String>) throws(UsageError) -> ExitCode {
        let names = Array(names)
        guard let name = names.first else {
            Output.print(HelpText.overview)
            return .healthy
        }
        guard let command = CommandRegistry.command(named: name) else {
            throw .unknownCommand(name, known: CommandRegistry.commands.map(\.name))
        }
        if name == ProbeCommand.definition.name, names.count > 1 {
            Output.print(try ProbeKindHelp.page(ofKindNamed: names[1]))
        } else {
            Output.print(HelpText.page(of: command))
        }
        return .healthy
    }
}

/// The version of the program.
enum Version {
    /// As `--version` prints it.
    static let current = "0.1.0"
    /// The day it is of, as the manual page tells.
    static let date = "2026-11-21"
}
