/// Something to say about a place in a runbook.
public struct Diagnostic: Sendable, Hashable {
    /// How much it matters.
    public enum Severity: String, Sendable, Hashable, CaseIterable {
        /// The runbook is invalid there.
        case error
        /// Likely a mistake.
        case warning
        /// Good to know.
        case note
    }

    /// How much it matters.
    public var severity: Severity
    /// The stable name of the rule that speaks, such as `probe-kind`.
    public var rule: String
    /// What is wrong and what to do, in one sentence without a full stop.
    public var message: String
    /// Where.
    public var location: SourceLocation

    /// Makes a diagnostic.
    public init(
        _ severity: Severity, rule: String, _ message: String, at location: SourceLocation
    ) {
        self.severity = severity
        self.rule = rule
        self.message = message
        self.location = location
    }
}

/// A place in a file, line and column counted from 1.
public struct SourceLocation: Sendable, Hashable {
    /// The path as the user named it, or `embedded:voxbento.md`.
    public var file: String
    /// The line.
    public var line: Int
    /// The column in characters.
    public var column: Int

    /// Makes a location.
    public init(file: String, line: Int, column: Int = 1) {
        self.file = file
        self.line = line
        self.column = column
    }
}

extension SourceLocation {
    /// The place of a probe line that was typed.
    static let commandLine = SourceLocation(file: "command line", line: 1)

    /// Whether it is in a file that a person could open.
    public var isInFile: Bool {
        !file.hasPrefix(Runbook.embeddedPrefix) && file != Self.commandLine.file
    }
}

extension SourceLocation: CustomStringConvertible {
    /// `file:line:column`
    public var description: String { "\(file):\(line):\(column)" }
}
