import Dispatch
import Foundation

/// One run of a program, from its start to the end of what it started.
///
/// `@unchecked Sendable` because every stored property that changes is touched on `queue` only.
final class CommandRun: @unchecked Sendable {
    typealias Outcome = Result<CommandResult, CommandFailure>

    /// How long a program and its children may take to end after SIGTERM, before SIGKILL.
    static let terminationGrace = Duration.milliseconds(250)
    /// How long the output is read on after the program's end while a child of its own holds it.
    static let drainGrace = Duration.milliseconds(100)
    /// How long a killed program is waited for; one that the kernel holds may take for ever.
    private static let killedGrace = Duration.seconds(2)
    /// How often the clock and the program are looked at.
    private static let tick = DispatchTimeInterval.milliseconds(20)

    /// Programs are started one at a time: `Process.run()` makes a socket pair that a child started
    /// at the same moment would inherit, and the end of the first would go unnoticed.
    private static let startQueue = DispatchQueue(label: "diagnose.command.start")

    private let launch: Launch
    private let queue = DispatchQueue(label: "diagnose.command.run")
    private let clock = ContinuousClock()
    private var continuation: CheckedContinuation<Outcome, Never>?
    private var group: ProcessGroup?
    private var output: OutputReader?
    private var error: OutputReader?
    private var timer: (any DispatchSourceTimer)?
    private var deadline: ContinuousClock.Instant?
    private var endedAt: ContinuousClock.Instant?
    private var ending: (failure: CommandFailure, since: ContinuousClock.Instant)?

    init(_ launch: Launch) {
        self.launch = launch
    }

    /// Starts the program; the continuation is resumed once.
    func start(_ continuation: CheckedContinuation<Outcome, Never>) {
        Self.startQueue.async { [self] in
            queue.sync {
                self.continuation = continuation
                if let failure = ending?.failure { finish(.failure(failure)) } else { spawn() }
            }
        }
    }

    /// Ends the program and its children.
    func cancel() {
        queue.async { [self] in terminate(because: .cancelled(launch.command.program)) }
    }

    private func spawn() {
        guard let outputPipe = OutputPipe() else { return finish(.failure(outOfDescriptors)) }
        guard let errorPipe = OutputPipe() else {
            outputPipe.close()
            return finish(.failure(outOfDescriptors))
        }
        do throws(CommandFailure) {
            let leader = try launch.start(output: outputPipe, error: errorPipe) { [self] exitCode in
                queue.async { [self] in leaderEnded(exitCode: exitCode) }
            }
            group = ProcessGroup(leader: leader)
        } catch {
            outputPipe.close()
            errorPipe.close()
            return finish(.failure(error))
        }
        outputPipe.closeWriting()
        errorPipe.closeWriting()
        output = reader(of: outputPipe)
        error = reader(of: errorPipe)
        watch()
    }

    private var outOfDescriptors: CommandFailure {
        .notStarted(launch.command.program, reason: String(cString: strerror(EMFILE)))
    }

    private func reader(of pipe: OutputPipe) -> OutputReader {
        OutputReader(
            descriptor: pipe.reading, limit: launch.command.outputLimit, queue: queue
        ) { [self] in
            output?.readIfReady()
            error?.readIfReady()
            advance()
        }
    }

    private func watch() {
        deadline = clock.now + launch.command.timeout
        let timer = DispatchSource.makeTimerSource(queue: queue)
        timer.schedule(deadline: .now() + Self.tick, repeating: Self.tick)
        timer.setEventHandler { [self] in
            group?.look()
            if let deadline, clock.now >= deadline {
                terminate(
                    because: .timedOut(launch.command.program, after: launch.command.timeout))
            }
            advance()
        }
        timer.resume()
        self.timer = timer
    }

    private func leaderEnded(exitCode: Int32) {
        group?.leaderEnded(exitCode: exitCode)
        advance()
    }

    /// Starts ending the group; the first reason stands.
    private func terminate(because failure: CommandFailure) {
        // A program that has ended by itself meanwhile has a result, not a failure.
        guard ending == nil, group?.exitCode == nil else { return }
        ending = (failure, clock.now)
        group?.send(SIGTERM)
    }

    /// Takes the next step towards the end, if it is time for one.
    private func advance() {
        guard continuation != nil, let group else { return }
        if let ending {
            advance(group, endingSince: ending.since, because: ending.failure)
        } else if let exitCode = group.exitCode {
            drain(after: exitCode)
        }
    }

    private func advance(
        _ group: ProcessGroup, endingSince since: ContinuousClock.Instant,
        because failure: CommandFailure
    ) {
        let elapsed = clock.now - since
        // Children that nobody reaps stay in the group as zombies (a container without an init), so
        // once killed only the leader is waited for, and not even that one for ever.
        let patience = group.exitCode == nil ? Self.killedGrace : Self.drainGrace
        if !group.isAlive || elapsed >= Self.terminationGrace + patience {
            finish(.failure(failure))
        } else if elapsed >= Self.terminationGrace {
            group.send(SIGKILL)
        }
    }

    private func drain(after exitCode: Int32) {
        let endedAt = self.endedAt ?? clock.now
        self.endedAt = endedAt
        guard let output, let error else { return }
        let isComplete = output.isAtEnd && error.isAtEnd
        guard isComplete || clock.now - endedAt >= Self.drainGrace else { return }
        finish(
            .success(
                CommandResult(
                    exitCode: exitCode, standardOutput: output.bytes, standardError: error.bytes,
                    isTruncated: output.isTruncated || error.isTruncated)))
    }

    private func finish(_ outcome: Outcome) {
        timer?.cancel()
        output?.stop()
        error?.stop()
        continuation?.resume(returning: outcome)
        continuation = nil
    }
}
