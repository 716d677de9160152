import Foundation
import Synchronization

/// Turns the first Ctrl-C or SIGTERM into a cancellation, so that children are ended and what is
/// known is told; the second ends the program at once.
enum Interruption {
    private static let count = Mutex(0)

    /// Whether a signal came.
    static var happened: Bool { count.withLock { $0 > 0 } }

    /// Runs the operation, cancelling it when a signal comes.
    static func cancelling<Result: Sendable>(
        _ operation: @escaping @Sendable () async -> Result
    ) async -> Result {
        let task = Task { await operation() }
        let sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                let isFirst = count.withLock { count in
                    count += 1
                    return count == 1
                }
                if isFirst { task.cancel() } else { _exit(ExitCode.interrupted.rawValue) }
            }
            source.resume()
            return source
        }
        defer { sources.forEach { $0.cancel() } }
        // One signal ends everything that the call still has before it.
        if happened { task.cancel() }
        return await task.value
    }
}
