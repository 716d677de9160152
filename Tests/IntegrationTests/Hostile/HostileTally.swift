import TestSupport
import Testing

/// What the runs of a table came to.
struct HostileTally {
    private var cases = 0
    private var orphans: [String] = []
    private var hangs: [String] = []
    private var leaks: [String] = []

    /// Runs every case, one after the other, tells what came out, and prints the numbers.
    ///
    /// - Parameter name: What the table is about.
    static func check(_ rows: [HostileCase], of name: String) async throws {
        var tally = HostileTally()
        for row in rows { try await tally.check(row) }
        print(
            "hostile \(name): \(tally.cases) cases, orphans \(tally.orphans.count), "
                + "hangs \(tally.hangs.count), leaks \(tally.leaks.count)")
        #expect(tally.orphans == [])
        #expect(tally.hangs == [])
        #expect(tally.leaks == [])
    }

    private mutating func check(_ row: HostileCase) async throws {
        let run = try await HostileRun(row, in: TemporaryFolder())
        if run.isSkipped {
            return print(
                "  \(row.name): skipped, no tmpfs can be mounted here, or no libfaketime is")
        }
        cases += 1
        orphans += run.orphans.map { "\(row.name): \($0)" }
        if run.exitCode == nil { hangs.append(row.name) }
        if run.output.contains(HostileRun.secret) { leaks.append(row.name) }
        let said = row.says.first { run.output.contains($0) } ?? ""
        print("  \(row.name): exit \(run.exitCode.map(String.init) ?? "none"), \(said)")
        let seen = Comment(rawValue: "\(row.name): \(run.output.suffix(2000))")
        #expect(run.exitCode == row.exitCode, seen)
        for words in row.says { #expect(run.output.contains(words), seen) }
        for words in row.saysNot { #expect(!run.output.contains(words), seen) }
    }
}
