import Foundation
import Machine
import Synchronization

/// Hands the blocks of a log to workers, several at once where the log allows it.
public enum BlockReader {
    /// How many workers a log of known size gets.
    public static var workers: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }

    /// Smaller logs are read by one worker, in bytes.
    private static let leastShared = 4 << 20

    /// Reads a log to its end or until the task is cancelled.
    ///
    /// - Parameters:
    ///   - input: The log.
    ///   - makeWorker: Makes what one thread uses.
    ///   - body: Takes a block, on a thread of its own.
    /// - Returns: The workers.
    /// - Throws: ``LogFailure``
    public static func read<Worker: Sendable>(
        _ input: LogInput, _ makeWorker: @escaping @Sendable () -> Worker,
        _ body: @escaping @Sendable (inout Worker, LineBlock) -> Void
    ) async throws(LogFailure) -> [Worker] {
        switch input.content {
        case .output(let command, let runner):
            return [try await read(command, by: runner, makeWorker(), body)]
        case .file(let file):
            let size = file.size ?? 0
            let blocks: any LineBlocks =
                file.size == nil ? StreamBlocks(file) : FileBlocks(file, size: size)
            let isShared = file.size == nil || size >= leastShared
            let result: Result<[Worker], LogFailure> = await withTaskCancellationHandler {
                await read(blocks, by: isShared ? workers : 1, makeWorker, body)
            } onCancel: {
                file.stop()
            }
            return try result.get()
        }
    }

    private static func read<Worker: Sendable>(
        _ blocks: any LineBlocks, by count: Int, _ makeWorker: @escaping @Sendable () -> Worker,
        _ body: @escaping @Sendable (inout Worker, LineBlock) -> Void
    ) async -> Result<[Worker], LogFailure> {
        let isStopped = StopFlag()
        let gathered = Gathered<Worker>(count)
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                // The threads of Swift's tasks must not wait for a disk, and Dispatch gives work
                // from elsewhere one thread where those tasks have the others.
                for _ in 0..<count {
                    Thread {
                        var worker = makeWorker()
                        var block = LineBlock()
                        var failure: LogFailure?
                        do throws(LogFailure) {
                            while !isStopped.isSet, try blocks.next(&block) { body(&worker, block) }
                        } catch {
                            failure = error
                        }
                        if let result = gathered.add(worker, failure) {
                            continuation.resume(returning: result)
                        }
                    }.start()
                }
            }
        } onCancel: {
            isStopped.set()
        }
    }

    private static func read<Worker: Sendable>(
        _ command: Command, by runner: any CommandRunner, _ worker: Worker,
        _ body: @escaping @Sendable (inout Worker, LineBlock) -> Void
    ) async throws(LogFailure) -> Worker {
        let state = Mutex((worker: worker, assembler: LineAssembler()))
        let result: CommandResult
        do throws(CommandFailure) {
            result = try await runner.stream(command) { bytes in
                state.withLock { state in
                    if let block = state.assembler.add(bytes) { body(&state.worker, block) }
                }
                return true
            }
        } catch .cancelled {
            return state.withLock(\.worker)
        } catch {
            throw LogFailure(error.summary)
        }
        return try state.withLock { state throws(LogFailure) in
            if let block = state.assembler.finish() { body(&state.worker, block) }
            if result.exitCode != 0 {
                let words = result.errorOutput.split(whereSeparator: \.isNewline).first ?? ""
                throw LogFailure("\(command.program) failed: \(words)")
            }
            return state.worker
        }
    }
}

/// Tells threads to stop.
private final class StopFlag: Sendable {
    private let flag = Atomic(false)
    var isSet: Bool { flag.load(ordering: .relaxed) }
    func set() { flag.store(true, ordering: .relaxed) }
}

/// What the workers of one log come to.
private final class Gathered<Worker: Sendable>: Sendable {
    private struct State {
        var workers: [Worker] = []
        var failure: LogFailure?
        var missing: Int
    }

    private let state: Mutex<State>

    init(_ count: Int) { state = Mutex(State(missing: count)) }

    /// Adds a worker that is done; gives the result of all with the last of them.
    func add(_ worker: Worker, _ failure: LogFailure?) -> Result<[Worker], LogFailure>? {
        state.withLock { state in
            state.workers.append(worker)
            state.failure = state.failure ?? failure
            state.missing -= 1
            if state.missing > 0 { return nil }
            return state.failure.map { .failure($0) } ?? .success(state.workers)
        }
    }
}
