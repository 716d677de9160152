import Foundation
import Probes

/// The manual page, written from the command table in the language of man(7).
enum ManualPage {
    /// The page.
    static var text: String {
        let page: [String] =
            [".TH DIAGNOSE 1 \(Version.date) \"diagnose \(Roff.escaped(Version.current))\""]
            + head + CommandRegistry.commands.flatMap(section)
            + [".SH PROBE KINDS"]
            + ProbeRegistry.kinds.flatMap { Roff.item($0.schema.kind, $0.schema.abstract) }
            + [".SH EXIT STATUS"]
            + ExitCode.allCases.flatMap { Roff.item("\($0.rawValue)", $0.meaning) }
            + [".SH ENVIRONMENT"] + variables.flatMap { Roff.item($0.0, $0.1) }
            + [".SH FILES"] + files.flatMap { Roff.item($0.0, $0.1) }
            + [".SH SEE ALSO", ".BR docker (1)"]
        return page.joined(separator: "\n") + "\n"
    }

    private static var head: [String] {
        [
            ".SH NAME",
            "diagnose \\- say what broke first, what only follows from it, and how to fix it",
            ".SH SYNOPSIS", ".B diagnose", ".I COMMAND", ".RI [ FLAG \\&.\\|.\\|.]",
            ".SH DESCRIPTION",
            Roff.paragraph(
                """
                It reads the Markdown runbooks of a team, tests what they say against the running
                system, and prints a verdict. It changes nothing; fixes are printed, and only
                diagnose fix runs them, asking before each.
                """),
            ".SH COMMANDS",
        ]
    }

    /// A command with its flags and examples.
    private static func section(of command: CommandDefinition) -> [String] {
        let usage = ["diagnose", command.name, command.operands].filter { !$0.isEmpty }
        let discussion = command.discussion.isEmpty ? [] : Roff.text(command.discussion)
        return [".SS \(Roff.escaped(usage.joined(separator: " ")))"]
            + [Roff.paragraph(command.abstract + ".")] + discussion
            + command.allFlags.flatMap { Roff.item($0.usage, $0.help) }
            + [".PP", "Examples:"]
            + command.examples.flatMap { Roff.item($0.line, $0.meaning) }
    }

    private static let variables = [
        (RunbookFinder.variable, "runbooks and folders of them, separated by colons"),
        ("DOCKER_HOST, DOCKER_CONTEXT", "the engine to ask, as for docker itself"),
        ("NO_COLOR", "no colour unless --color says so"),
        ("FORCE_HYPERLINK", "1 links places in runbooks on any terminal, 0 on none"),
        ("COLUMNS", "the width where no terminal tells one"),
    ]

    private static let files = [
        ("runbooks, docs/runbooks", "folders that are read where nothing names runbooks"),
        (".env", "values of variables, unless --env-file names another"),
    ]
}

/// The language of man(7), as far as the page needs it.
private enum Roff {
    /// A name and what it means, the latter set in.
    static func item(_ name: String, _ meaning: String) -> [String] {
        [".TP", ".B \(escaped(name, quotes: true))", paragraph(meaning)]
    }

    /// Paragraphs, those with set-in lines as they are.
    static func text(_ text: String) -> [String] {
        text.components(separatedBy: "\n\n").flatMap { part -> [String] in
            let lines = part.components(separatedBy: "\n")
            guard lines.contains(where: { $0.hasPrefix("  ") }) else {
                return [".PP", paragraph(part)]
            }
            return [".PP", ".nf"] + lines.map(line) + [".fi"]
        }
    }

    /// Running text.
    static func paragraph(_ text: String) -> String {
        text.split(separator: "\n").map { line(String($0)) }.joined(separator: "\n")
    }

    /// A line that is no request, whatever it begins with.
    private static func line(_ text: String) -> String {
        let begins = text.hasPrefix(".") || text.hasPrefix("'")
        return (begins ? "\\&" : "") + escaped(text)
    }

    /// The text with what roff would read made plain (groff(7), "Escape sequences"); dashes are
    /// those of the keyboard, so that flags can be copied.
    static func escaped(_ text: String, quotes: Bool = false) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\e"
            case "-": result += "\\-"
            case "\"" where quotes: result += "\\(dq"
            case "…": result += "\\&.\\|.\\|."
            case let scalar where !scalar.isASCII:
                result += "\\[u\(String(scalar.value, radix: 16, uppercase: true).padded(to: 4))]"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

extension String {
    /// The digits with zeros in front.
    fileprivate func padded(to count: Int) -> String {
        String(repeating: "0", count: max(count - self.count, 0)) + self
    }
}
