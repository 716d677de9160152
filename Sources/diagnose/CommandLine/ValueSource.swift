/// What the value of a flag or an operand names, so that shells can complete it.
enum ValueSource: Sendable, Hashable {
    /// Words of the user's own: nothing can be offered.
    case free
    /// One of these words.
    case words([String])
    /// A file or folder.
    case path
    /// The id of an entry.
    case entry
    /// The id of an entry, or a triage step as `system/step-2`.
    case entryOrStep
    /// The name of a system.
    case system
    /// The status of an entry in a tracker.
    case status
    /// The severity of an entry.
    case severity
    /// A variable, `=` and its value.
    case variable
    /// A report format, `=` and a file.
    case report
    /// The words of a probe line.
    case probeLine
}
