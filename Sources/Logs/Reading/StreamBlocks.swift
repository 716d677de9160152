import Machine
import Synchronization

/// The blocks of what can only be read from front to back, such as a pipe.
final class StreamBlocks: LineBlocks {
    private struct State {
        var assembler = LineAssembler()
        var isAtEnd = false
    }

    private let file: any OpenedFile
    private let state = Mutex(State())

    private static let chunk = 64 << 10

    init(_ file: any OpenedFile) { self.file = file }

    func next(_ block: inout LineBlock) throws(LogFailure) -> Bool {
        let next = try state.withLock { state throws(LogFailure) in try read(&state) }
        guard let next else { return false }
        block = next
        return true
    }

    private func read(_ state: inout State) throws(LogFailure) -> LineBlock? {
        var chunk = [UInt8](repeating: 0, count: Self.chunk)
        while !state.isAtEnd {
            let count: Int
            do throws(FileFailure) {
                count = try file.read(into: &chunk, chunk.indices, at: 0)
            } catch {
                state.isAtEnd = true
                throw LogFailure(error.summary)
            }
            if count == 0 { state.isAtEnd = true }
            if let block = state.assembler.add(chunk[..<count]) { return block }
        }
        return state.assembler.finish()
    }
}
