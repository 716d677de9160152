import Catalog
import Foundation
import Report
import Triage

/// Walks through runbooks with a person and ends in a verdict.
struct GuideSession {
    private let session: TriageSession
    private let prompt: Prompt
    private let memory: GuideMemory
    private var walk: GuideWalk
    /// What was left of an earlier walk, stale or not.
    private let left: GuideState?
    /// Whether its answers are no older than they may be.
    private let isFresh: Bool
    /// Whether they count.
    private let resumes: Bool
    /// What the runs so far have learnt of the system besides their results.
    private var record: TriageRecord
    /// Whether it was said that answers can't be kept.
    private var hasComplained = false

    private var invocation: Invocation { session.invocation }

    /// How the walk went on.
    private enum Progress {
        case on
        /// Nothing is left to do.
        case finished
        /// The person left, or the input is at its end.
        case left
    }

    /// Prepares a walk.
    ///
    /// - Parameters:
    ///   - session: What runs the probes.
    ///   - runbooks: What to walk through.
    ///   - resumes: Whether earlier answers count.
    /// - Throws: ``UsageError`` as plans do.
    init(_ session: TriageSession, _ runbooks: [Runbook], resumes: Bool) throws(UsageError) {
        self.session = session
        prompt = Prompt(session.invocation)
        memory = GuideMemory(runbooks.map(\.system), in: session.invocation.world)
        record = TriageRecord(runbooks: runbooks, items: [])
        self.resumes = resumes
        left = memory.left()
        isFresh = left.map(memory.isFresh) ?? false
        walk = GuideWalk(
            try session.plan(runbooks), answers: resumes && isFresh ? left?.answers ?? [:] : [:])
    }

    /// Walks to the end, or until the person leaves.
    mutating func run() async -> ExitCode {
        let start = invocation.world.clock.uptime
        let started = invocation.world.clock.now
        Output.print(GuideText.opening(of: memory.systems, style: invocation.style) + welcome)
        var progress = Progress.on
        while case .on = progress { progress = await advance() }
        if case .left = progress {
            tellLeaving()
            if Interruption.happened { return .interrupted }
        } else {
            memory.forget()
        }
        record.items = walk.items
        let report = RunReport(
            of: Verdict(of: record).redacted(by: invocation.redactor), started: started,
            duration: invocation.world.clock.uptime - start, flags: invocation.repeatedFlags,
            failureLevel: invocation.failureLevel)
        Output.print("\n" + ReportFormat.text.render(report, invocation.style))
        tellFix(for: report.verdict)
        return ExitCode(report, as: .text)
    }

    private mutating func advance() async -> Progress {
        let wasConfirmed = walk.confirmed != nil
        let move = walk.next()
        if !wasConfirmed, let entry = walk.confirmed {
            Output.print(GuideText.confirmation(of: entry, style: invocation.style))
        }
        switch move {
        case .finished: return .finished
        case .probe(let positions, let purpose):
            await probe(positions, for: purpose)
            return Interruption.happened ? .left : .on
        case .ask(let question):
            Output.print(GuideText.question(question, style: invocation.style))
            return await ask(question)
        }
    }

    /// Runs lines of the plan and shows what they came to.
    private mutating func probe(_ positions: [Int], for purpose: GuideWalk.Purpose) async {
        let style = invocation.style
        Output.print(GuideText.announcement(of: purpose, lines: positions.count, style: style))
        var part = walk.plan
        part.items = positions.map { part.items[$0] }
        let seen = await session.record(of: part)
        if Interruption.happened { return }
        record.dependencies = seen.dependencies
        record.services = seen.services
        record.variables = seen.variables
        walk.take(seen.items, at: positions)
        // What is wrong besides stands in the verdict.
        if purpose != .rest {
            Output.print(GuideText.results(seen.items.map(\.result), style: style))
        }
    }

    private mutating func ask(_ question: GuideQuestion) async -> Progress {
        let text = GuideText.prompt(for: question)
        let answer = await prompt.ask(text, correction: GuideText.correction) { word -> Reply? in
            switch word {
            case "y", "yes": .answer(.yes)
            case "n", "no": .answer(.no)
            case "s", "skip": .answer(.skip)
            case "q", "quit": .leave
            default: nil
            }
        }
        guard case .answer(let said) = answer else { return .left }
        walk.take(said, to: question)
        if let reason = memory.keep(walk.answers), !hasComplained {
            hasComplained = true
            Output.printError("diagnose: answers can't be kept: \(reason)".printableLine)
        }
        return .on
    }

    private enum Reply {
        case answer(GuideAnswer)
        case leave
    }
}

extension GuideSession {
    /// What there is to say of an earlier walk.
    private var welcome: String {
        guard let left else {
            return resumes ? remark("There is nothing to resume; beginning anew.") : ""
        }
        let time = left.saved.formatted(.iso8601)
        let count = "\(left.answers.count) \(left.answers.count == 1 ? "answer" : "answers")"
        if !isFresh {
            return remark("The \(count) of \(time) are more than a day old; asking again.")
        }
        return resumes
            ? remark("Going on with \(count) of \(time).")
            : remark("Left at \(time) with \(count). To go on there instead:", resuming)
    }

    private func remark(_ text: String, _ command: String? = nil) -> String {
        GuideText.remark(text, command: command, style: invocation.style)
    }

    /// The command that goes on with this walk.
    private var resuming: String {
        (["diagnose guide"] + memory.systems + ["--resume"] + invocation.repeatedFlags)
            .joined(separator: " ")
    }

    private func tellLeaving() {
        let words = walk.answers.isEmpty ? "Left before anything was answered." : "Left."
        // Read again: what a person could not tell is not kept, and a full disk keeps nothing.
        let isKept = memory.left().map(memory.isFresh) ?? false
        Output.print("\n" + (isKept ? remark("Left. To go on:", resuming) : remark(words)))
    }

    /// The command that carries out what the verdict advises.
    private func tellFix(for verdict: Verdict) {
        guard let entry = verdict.lead?.entry, entry.fixes.contains(where: { !$0.commands.isEmpty })
        else { return }
        let words = ["diagnose fix", entry.id] + invocation.repeatedFlags
        Output.print(
            "\n"
                + remark(
                    "To carry it out, asked before each command:", words.joined(separator: " ")))
    }
}
