import Catalog

/// A command of a remedy, and whether this program would run it.
public struct RemedyCommand: Sendable, Hashable {
    /// The command, placeholders filled in as far as they are known.
    public var line: String
    /// Why it is left to the person, if it is.
    public var obstacle: Obstacle?
    /// Whether it only prepares the shell for those behind it, as `cd backend` does.
    public var isPreparation: Bool

    /// Why a command is never run.
    public enum Obstacle: Sendable, Hashable {
        /// These placeholders have no value, or none that is harmless in a shell.
        case unfilled([String])
        /// It is a statement of SQL or the like, for a client of its own.
        case statement
        /// It wants a terminal of its own, as an editor does.
        case terminal
        /// It holds characters that can't be shown, so that nobody would see what is run.
        case unshowable
        /// It stands behind one of its remedy's that is never run.
        case behindAnother
    }

    /// Programs that want a terminal of their own.
    private static let terminalPrograms: Set<String> = [
        "vi", "vim", "nvim", "nano", "emacs", "less", "more", "top", "htop", "watch", "visudo",
        "crontab", "tmux", "screen",
    ]
    /// What changes the shell it runs in, and nothing else.
    private static let preparations: Set<String> = ["cd", "export", "source", ".", "unset"]

    /// Looks at a command.
    ///
    /// - Parameters:
    ///   - line: The command.
    ///   - environment: The variables that the shell will know.
    init(_ line: String, environment: [String: String]) {
        self.line = line
        let words = ShellWords.split(line)
        let first = words.first { !$0.contains("=") } ?? ""
        let joins = ["&&", "||", "|", ";", "&"]
        // A block of several lines is a script of its own.
        isPreparation =
            Self.preparations.contains(first) && !line.contains("\n")
            && !words.contains { joins.contains($0) || $0.hasSuffix(";") }
        if Self.isUnshowable(line) {
            obstacle = .unshowable
            return
        }
        let unfilled = CommandPlaceholders.unfilled(in: line, environment: environment)
        if !unfilled.isEmpty {
            obstacle = .unfilled(unfilled)
        } else if Self.isStatement(first) {
            obstacle = .statement
        } else if Self.wantsTerminal(words) {
            obstacle = .terminal
        }
    }

    /// Whether some of it is a control or invisible (Unicode general categories Cc, Cf, Zl and Zp):
    /// a bidirectional control shows a command in another order than the shell reads it.
    private static func isUnshowable(_ line: String) -> Bool {
        line.unicodeScalars.contains { scalar in
            if scalar.isASCII {
                return scalar.value < 0x20 && !"\n\t".unicodeScalars.contains(scalar)
            }
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: return true
            default: return false
            }
        }
    }

    /// Whether a first word is a keyword in capitals; programs have small letters.
    private static func isStatement(_ word: String) -> Bool {
        word.count > 1 && word.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    }

    private static func wantsTerminal(_ words: [String]) -> Bool {
        let programs = words.drop { $0 == "sudo" || $0.contains("=") }
        if let first = programs.first, terminalPrograms.contains(first) { return true }
        // `docker exec -it`, `kubectl exec -ti`, and the long words for the same.
        let asks = words.contains { $0 == "-it" || $0 == "-ti" || $0 == "--tty" || $0 == "-t" }
        return asks && words.contains { $0 == "exec" || $0 == "run" || $0 == "attach" }
    }
}
