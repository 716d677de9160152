import Machine
import Report
import Triage

/// How often a plan is run: once, until it is healthy, or until somebody interrupts.
struct Repetition: Sendable {
    /// The call.
    private let invocation: Invocation
    /// How long it may take to become healthy.
    private let patience: Duration?
    /// How long to pause between runs that never end.
    private let interval: Duration?

    /// The pause before a second run, which grows with each.
    private static let firstPause: Duration = .milliseconds(500)
    private static let longestPause: Duration = .seconds(10)
    /// Clears the terminal and goes to its upper left (ECMA-48, ED and CUP).
    private static let clear = "\u{1B}[2J\u{1B}[H"
    /// Rings the terminal's bell.
    private static let bell = "\u{07}"

    /// What the flags ask for.
    ///
    /// - Throws: ``UsageError`` for what is no time, and for flags that exclude each other.
    init(_ invocation: Invocation) throws(UsageError) {
        self.invocation = invocation
        patience = try invocation.duration(of: .wait)
        interval = try invocation.duration(of: .watch)
        if patience != nil, interval != nil { throw .conflict(.wait, .watch) }
    }

    /// Runs as often as asked for and delivers what came out; watching, each time.
    ///
    /// - Parameters:
    ///   - delivery: Where the reports go.
    ///   - once: Runs once, told whether it is the first time.
    func run(
        delivery: ReportDelivery, _ once: (_ isFirst: Bool) async -> RunReport
    ) async -> ExitCode {
        var report = await once(true)
        if let interval { return await watch(from: report, every: interval, delivery, once) }
        if let patience { report = await wait(from: report, for: patience, once) }
        return delivery.deliver(report)
    }

    /// Runs again, with growing pauses, until it is healthy or the time is up.
    private func wait(
        from first: RunReport, for patience: Duration, _ once: (Bool) async -> RunReport
    ) async -> RunReport {
        let clock = invocation.world.clock
        let end = clock.uptime + patience - first.duration
        var report = first
        var pause = Self.firstPause
        while report.health != .healthy, clock.uptime < end, !Interruption.happened {
            let left = end - clock.uptime
            if !invocation.arguments.has(.quiet) {
                let text = "waiting, \(left.shortText) left: \(report.verdict.headline)"
                Output.printError(text.printable + "\n")
            }
            await sleep(for: min(pause, left))
            if Interruption.happened { break }
            pause = min(pause * 2, Self.longestPause)
            report = await once(false)
        }
        return report
    }

    /// Shows every run on a terminal, elsewhere those that say something new; rings where the verdict
    /// changed.
    private func watch(
        from first: RunReport, every interval: Duration, _ delivery: ReportDelivery,
        _ once: (Bool) async -> RunReport
    ) async -> ExitCode {
        let isTerminal = invocation.terminal.isOutputTerminal
        var report = first
        var last: String?
        while true {
            let said = report.health.rawValue + report.verdict.headline
            let isNew = said != last
            if isTerminal { Output.print(Self.clear) }
            let code = isTerminal || isNew ? delivery.deliver(report) : .healthy
            if isTerminal, isNew, last != nil { Output.print(Self.bell) }
            if Interruption.happened || code == .internalError || Output.failure != nil {
                return Interruption.happened ? .interrupted : code
            }
            last = said
            await sleep(for: interval)
            if Interruption.happened { return .interrupted }
            report = await once(false)
        }
    }

    private func sleep(for duration: Duration) async {
        let clock = invocation.world.clock
        await Interruption.cancelling { try? await clock.sleep(for: duration) }
    }
}
