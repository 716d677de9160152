import Foundation

/// What is known of a program that runs, and when that is enough.
struct CommandWatch {
    /// How long a program and its children may take to end after SIGTERM, before SIGKILL.
    static let terminationGrace = Duration.milliseconds(250)
    /// How long the output is read on after the program's end, and its children may go on.
    static let drainGrace = Duration.milliseconds(100)
    /// How long a killed program is waited for; one that the kernel holds may take for ever.
    private static let killedGrace = Duration.seconds(2)

    private let command: Command
    private let clock = ContinuousClock()
    private let deadline: ContinuousClock.Instant
    private var group: ProcessGroup
    private var output: CommandOutput
    private var error: CommandOutput
    private var endedAt: ContinuousClock.Instant?
    /// Why the program is being ended, and since when.
    private var ending: (failure: CommandFailure, since: ContinuousClock.Instant)?
    /// Since when what a program has left behind is being ended.
    private var clearingSince: ContinuousClock.Instant?

    /// Begins to watch a program that was just started.
    ///
    /// - Parameter sink: Takes standard output as it comes; it is kept where `nil`.
    init(
        _ command: Command, leader: pid_t, _ pipes: CommandPipes,
        sink: (@Sendable ([UInt8]) -> Bool)? = nil
    ) {
        self.command = command
        deadline = clock.now + command.timeout
        group = ProcessGroup(leader: leader)
        output = CommandOutput(
            descriptor: pipes.output.reading, limit: command.outputLimit, sink: sink)
        error = CommandOutput(descriptor: pipes.error.reading, limit: command.outputLimit)
    }

    /// Waits for output, for a byte on the descriptor, or for the time to pass; reads what came.
    mutating func wait(for wake: Int32, milliseconds: Int32) {
        var waits = [
            output.waiting, error.waiting, pollfd(fd: wake, events: Int16(POLLIN), revents: 0),
        ]
        guard poll(&waits, nfds_t(waits.count), milliseconds) > 0 else { return }
        if waits[0].revents != 0 { output.readChunk() }
        if waits[1].revents != 0 { error.readChunk() }
        var byte: UInt8 = 0
        if waits[2].revents != 0 { _ = read(wake, &byte, 1) }
    }

    /// Takes the next step towards the end; the outcome once it is there.
    ///
    /// - Parameter exitCode: the program's, where Foundation has told.
    mutating func advance(isCancelled: Bool, exitCode: Int32?) -> CommandRun.Outcome? {
        if let exitCode { group.leaderEnded(exitCode: exitCode) } else { group.look() }
        let now = clock.now
        if isCancelled || output.isRefused {
            terminate(because: .cancelled(command.program), now)
        } else if now >= deadline {
            terminate(because: .timedOut(command.program, after: command.timeout), now)
        }
        if let ending {
            return isOver(endingSince: ending.since, now) ? .failure(ending.failure) : nil
        }
        guard let exitCode = group.exitCode else { return nil }
        return isCleared(now) ? .success(result(exitCode: exitCode)) : nil
    }

    /// Whether a program that has ended by itself has left nothing behind, neither output to read nor
    /// children; those are ended after a moment, for nobody would ever look after them.
    private mutating func isCleared(_ now: ContinuousClock.Instant) -> Bool {
        let endedAt = self.endedAt ?? now
        self.endedAt = endedAt
        if output.isAtEnd, error.isAtEnd, command.mayLeaveChildren || !group.isAlive {
            return true
        }
        guard now - endedAt >= Self.drainGrace else { return false }
        guard group.isAlive, !command.mayLeaveChildren else { return true }
        if clearingSince == nil { group.send(SIGTERM) }
        let since = clearingSince ?? now
        clearingSince = since
        return isOver(endingSince: since, now)
    }

    /// Starts ending the group; the first reason stands.
    private mutating func terminate(
        because failure: CommandFailure, _ now: ContinuousClock.Instant
    ) {
        // A program that has ended by itself meanwhile has a result, not a failure.
        guard ending == nil, group.exitCode == nil else { return }
        ending = (failure, now)
        group.send(SIGTERM)
    }

    private func isOver(
        endingSince since: ContinuousClock.Instant, _ now: ContinuousClock.Instant
    ) -> Bool {
        guard group.isAlive else { return true }
        let elapsed = now - since
        guard elapsed >= Self.terminationGrace else { return false }
        group.send(SIGKILL)
        // Children that nobody reaps stay in the group as zombies (a container without an init), so
        // once killed only the leader is waited for, and not even that one for ever.
        let patience = group.exitCode == nil ? Self.killedGrace : Self.drainGrace
        return elapsed >= Self.terminationGrace + patience
    }

    private func result(exitCode: Int32) -> CommandResult {
        CommandResult(
            exitCode: exitCode, standardOutput: output.bytes, standardError: error.bytes,
            isTruncated: output.isTruncated || error.isTruncated)
    }
}
