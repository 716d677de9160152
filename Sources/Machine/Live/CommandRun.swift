import Foundation
import Synchronization

/// One run of a program, from its start to the end of what it started, on a thread of its own.
///
/// The thread waits with poll(2). Dispatch's read sources are no choice: on Linux the manager thread
/// takes a source off a pipe that was closed at its other end while a worker cancels it, and the
/// process crashes in `_dispatch_event_loop_drain` (seen with Swift 6.3.1).
final class CommandRun: Sendable {
    typealias Outcome = Result<CommandResult, CommandFailure>

    /// What other threads tell the run's own.
    private struct News {
        var isCancelled = false
        var exitCode: Int32?
        /// Where a byte is written to wake the run; `nil` before and after.
        var waking: Int32?
    }

    /// How often the clock and the program are looked at, in milliseconds.
    private static let tick: Int32 = 20

    private let launch: Launch
    private let sink: (@Sendable ([UInt8]) -> Bool)?
    private let news = Mutex(News())

    /// Prepares a run.
    ///
    /// - Parameter sink: Takes standard output as it comes, on the run's own thread, and tells
    ///   whether to go on; it is kept where `nil`.
    init(_ launch: Launch, sink: (@Sendable ([UInt8]) -> Bool)? = nil) {
        self.launch = launch
        self.sink = sink
    }

    /// Starts the program; the continuation is resumed once.
    func start(_ continuation: CheckedContinuation<Outcome, Never>) {
        Thread { [self] in
            do throws(CommandFailure) {
                continuation.resume(returning: .success(try run()))
            } catch {
                continuation.resume(returning: .failure(error))
            }
        }.start()
    }

    /// Ends the program and its children.
    func cancel() {
        tell { $0.isCancelled = true }
    }

    private func tell(_ change: (inout News) -> Void) {
        news.withLock { news in
            change(&news)
            // Under the lock, because the number may be another file's as soon as the run is over.
            if let waking = news.waking { _ = write(waking, [0], 1) }
        }
    }

    private func run() throws(CommandFailure) -> CommandResult {
        let (pipes, leader) = try startWhenThereIsRoom()
        defer { StartedPrograms.remove(leader) }
        news.withLock { $0.waking = pipes.wake.writing }
        defer {
            news.withLock { $0.waking = nil }
            pipes.close()
        }
        var watch = CommandWatch(launch.command, leader: leader, pipes, sink: sink)
        while true {
            watch.wait(for: pipes.wake.reading, milliseconds: Self.tick)
            let (isCancelled, exitCode) = news.withLock { ($0.isCancelled, $0.exitCode) }
            if let outcome = watch.advance(isCancelled: isCancelled, exitCode: exitCode) {
                return try outcome.get()
            }
        }
    }

    /// Starts the program as soon as there are descriptors for it, those of other runs being given
    /// back as they end.
    private func startWhenThereIsRoom() throws(CommandFailure) -> (CommandPipes, pid_t) {
        let clock = ContinuousClock()
        let deadline = clock.now + launch.command.timeout
        while true {
            let started = try Launch.turn.withLock { _ throws(CommandFailure) in
                DescriptorLimit.hasRoomToStart ? try startProgram() : nil
            }
            if let started { return started }
            if news.withLock(\.isCancelled) { throw .cancelled(launch.command.program) }
            guard clock.now < deadline else {
                throw .notStarted(
                    launch.command.program, reason: String(cString: strerror(EMFILE)))
            }
            _ = poll(nil, 0, Self.tick)
        }
    }

    private func startProgram() throws(CommandFailure) -> (CommandPipes, pid_t) {
        let program = launch.command.program
        guard !news.withLock(\.isCancelled) else { throw .cancelled(program) }
        guard let pipes = CommandPipes() else {
            throw .notStarted(program, reason: String(cString: strerror(EMFILE)))
        }
        // What is left of the pipes after the start is this process's: the ends that are read.
        defer {
            pipes.output.closeWriting()
            pipes.error.closeWriting()
        }
        do throws(CommandFailure) {
            let input = try CommandInput(of: launch.command)
            defer { input.close() }
            let leader = try launch.start(
                input: input.reading, output: pipes.output.writing, error: pipes.error.writing
            ) { [self] exitCode in tell { $0.exitCode = exitCode } }
            return (pipes, leader)
        } catch {
            pipes.close()
            throw error
        }
    }
}
