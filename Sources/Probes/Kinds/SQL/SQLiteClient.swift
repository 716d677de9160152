import Machine

/// SQLite's shell, `sqlite3`.
///
/// `-readonly` keeps SQLite from writing the database; the shell's own functions that write files
/// are refused by ``SQLSideEffects``. It can't be told to give up a long query.
struct SQLiteClient: SQLClient {
    let programs = ["sqlite3"]

    func arguments(for question: SQLQuestion) -> [String] {
        let file = question.database ?? ""
        return [
            "-batch", "-readonly", "-init", "/dev/null", "-noheader", "-ascii", "-nullvalue",
            SQLAnswer.nullMark, "-cmd", ".timeout \(question.milliseconds)",
            // A dash would make it an option, and options run commands.
            file.hasPrefix("-") ? "./" + file : file, question.statement.text,
        ]
    }

    func environment(for question: SQLQuestion) -> [String: String] { ["LC_ALL": "C"] }

    /// ASCII's record separator ends each row (the shell's mode `ascii`).
    func answer(from result: CommandResult) -> SQLAnswer {
        var rows = result.standardOutput.split(separator: 0x1E, omittingEmptySubsequences: false)
        // `EXPLAIN` is printed as text of its own, which no separator ends.
        if rows.last?.isEmpty ?? true || result.isTruncated { _ = rows.popLast() }
        return SQLAnswer(
            rows: rows.count,
            first: rows.first.map { SQLAnswer.firstValue(of: $0, nullMark: SQLAnswer.nullMark) },
            isCut: result.isTruncated)
    }

    /// Words of SQLite's errors (sqlite.org/rescode.html); the shell's own words in front of them
    /// change from version to version.
    func trouble(from result: CommandResult, with question: SQLQuestion) -> SQLTrouble {
        let line = result.errorOutput.split(whereSeparator: \.isNewline).first
            .map { PlainText.line(of: $0) }
        let start = line?.firstRange(of: "rror: ")?.upperBound
        let words = line.map { String($0[(start ?? $0.startIndex)...]) } ?? "it printed nothing"
        if Self.misunderstandings.contains(where: words.contains) { return .notUnderstood(words) }
        if words.contains("readonly database") { return .wouldWrite(words) }
        if Self.faults.contains(where: words.contains) { return .failed(words) }
        return .unknown("sqlite3 could not ask: \(words)")
    }

    private static let misunderstandings = [
        "syntax error", "incomplete input", "unrecognized token", "misuse of", "ambiguous column",
        "wrong number of arguments",
    ]
    private static let faults = [
        "no such table", "no such column", "no such function", "unable to open database",
        "database is locked", "not a database", "malformed", "disk I/O error",
    ]
}
