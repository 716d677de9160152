extension LintedRunbook {
    /// As many lines of an entry are searched.
    private static let longestEntry = 400

    /// Where a command of an entry stands, or else where the entry starts.
    ///
    /// Commands are put together from lines and cells; the first line of one is looked for.
    func place(of command: String, in entry: Entry) -> SourceLocation {
        let start = entry.location
        let first = command.split { $0 == "\n" || $0 == "\\" }.first.map { $0.trimmedBlanks } ?? ""
        let last = start.line + Self.longestEntry
        let found = lines.find(first, from: start.line, through: last)
        return found.map { place(line: $0.line, column: $0.column) } ?? start
    }

    /// Where a part of a command stands, or else the command.
    func place(of part: String, in command: String, of entry: Entry) -> SourceLocation {
        let start = place(of: command, in: entry)
        let last = start.line + Self.longestEntry
        let found = lines.find(part, from: start.line, column: start.column, through: last)
        return found.map { place(line: $0.line, column: $0.column) } ?? start
    }
}
