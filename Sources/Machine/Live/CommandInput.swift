import Foundation

/// What a program reads: a pipe that holds all of it before the program starts, so that nobody need
/// write while it runs.
struct CommandInput {
    /// The end that is read; `nil` where there is nothing to read.
    let reading: Int32?

    /// Fills a pipe with the command's input.
    ///
    /// - Throws: ``CommandFailure/notStarted(_:reason:)`` where it does not fit.
    init(of command: Command) throws(CommandFailure) {
        guard !command.input.isEmpty else {
            reading = nil
            return
        }
        let failure = CommandFailure.notStarted(
            command.program, reason: "its input can't be passed on")
        guard command.input.count <= Command.inputLimit, let pipe = SystemPipe() else {
            throw failure
        }
        // A pipe may be smaller for a user who has many; then writing must not wait for a reader.
        _ = fcntl(pipe.writing, F_SETFL, O_NONBLOCK)
        let written = write(pipe.writing, command.input, command.input.count)
        pipe.closeWriting()
        guard written == command.input.count else {
            pipe.closeReading()
            throw failure
        }
        reading = pipe.reading
    }

    /// Closes this process's end, once the program has its own.
    func close() {
        if let reading { _ = Foundation.close(reading) }
    }
}
