import Foundation
import Machine
import Synchronization

/// Reads what a person types, or what a pipe brings, line by line, until the task is cancelled.
final class LineInput: Sendable {
    private struct State {
        var waiting: [UInt8] = []
        var offset = 0
        var isAtEnd = false
    }

    /// The most bytes of a line; what is longer is no answer to anything, and cut.
    private static let longestLine = 4096
    private static let chunk = 4096

    private let file: any OpenedFile
    private let state = Mutex(State())

    /// Reads from a file; from one that is at its end already where there is none.
    init(_ files: any FileSystem) {
        file = (try? files.standardInput()) ?? MemoryFile([])
    }

    /// The next line without its end, invalid UTF-8 replaced; `nil` at the end of input or once the
    /// task is cancelled.
    func next() async -> String? {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                // Waiting blocks, which the threads of tasks must not.
                Thread { [self] in continuation.resume(returning: read()) }.start()
            }
        } onCancel: {
            file.stop()
        }
    }

    /// Forgets lines that were read and that nobody asked for yet.
    func discard() { state.withLock { $0.waiting = [] } }

    private func read() -> String? {
        state.withLock { state in
            while true {
                if let end = state.waiting.firstIndex(of: 0x0A) {
                    let line = state.waiting[..<end].prefix(Self.longestLine)
                    state.waiting.removeFirst(end + 1)
                    return String(decoding: line, as: UTF8.self)
                }
                if state.isAtEnd { return rest(of: &state) }
                // The end of an endless line is looked for, its bytes are not kept.
                if state.waiting.count > Self.longestLine { state.waiting.removeLast(Self.chunk) }
                fill(&state)
            }
        }
    }

    /// What stands behind the last line end; a file need not end in one.
    private func rest(of state: inout State) -> String? {
        if state.waiting.isEmpty { return nil }
        defer { state.waiting = [] }
        return String(decoding: state.waiting, as: UTF8.self)
    }

    private func fill(_ state: inout State) {
        var bytes = [UInt8](repeating: 0, count: Self.chunk)
        let count = (try? file.read(into: &bytes, 0..<bytes.count, at: state.offset)) ?? 0
        if count == 0 {
            state.isAtEnd = true
        } else {
            state.offset += count
            state.waiting += bytes[..<count]
        }
    }
}
