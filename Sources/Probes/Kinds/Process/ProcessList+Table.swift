extension ProcessList {
    /// The columns asked of `ps` where it prints no heading.
    static let columns = ["PID", "PPID", "RSS", "ELAPSED", "COMMAND"]

    /// Reads a table as `ps` and `docker top` print it; `nil` where its heading names no process
    /// ids or does not end with the command lines.
    init?(table text: String) {
        let lines = text.split(whereSeparator: \.isNewline)
        guard let heading = lines.first else { return nil }
        let columns = heading.split(separator: " ").map { $0.uppercased() }
        guard columns.contains("PID"), ["COMMAND", "CMD", "ARGS"].contains(columns.last ?? "")
        else { return nil }
        self.init(rows: lines.dropFirst(), columns: columns)
    }

    /// Reads the rows of a table; what is none is left out.
    init(rows: some Sequence<Substring>, columns: [String]) {
        processes = rows.compactMap { row in
            let cells = row.split(separator: " ", maxSplits: columns.count - 1)
            guard cells.count == columns.count else { return nil }
            let values = Dictionary(
                zip(columns, cells), uniquingKeysWith: { first, _ in first })
            guard let id = values["PID"].flatMap({ Int($0) }) else { return nil }
            return RunningProcess(
                id: id, parent: values["PPID"].flatMap { Int($0) },
                // In units of 1024 bytes (POSIX leaves it open; procps, busybox and macOS agree).
                memory: values["RSS"].flatMap { Double($0) }.map { $0 * 1024 },
                age: values["ELAPSED"].flatMap(Self.seconds),
                commandLine: RunningProcess.commandLine(
                    of: Array((cells.last ?? "").drop { $0 == " " }.utf8)))
        }
    }

    /// The seconds of `[[days-]hours:]minutes:seconds` (POSIX.1-2024, `ps`, `etime`).
    static func seconds(of text: some StringProtocol) -> Double? {
        let halves = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        let days = halves.count == 2 ? Double(halves[0]) : 0
        let parts = (halves.last ?? "").split(separator: ":").map { Double($0) }
        guard let days, days >= 0, (1...3).contains(parts.count) else { return nil }
        var seconds = 0.0
        for part in parts {
            guard let part, part >= 0 else { return nil }
            seconds = seconds * 60 + part
        }
        let age = days * 86_400 + seconds
        return age.isFinite ? age : nil
    }
}
