import Machine
import Redaction

/// Reads dotenv files on behalf of `env` lines.
struct EnvironmentFiles: Sendable {
    private let world: World
    private let redactor: Redactor
    private let limit: Duration

    /// Prepares reading, each file within a time.
    init(context: ProbeContext, within limit: Duration) {
        world = context.world
        redactor = context.redactor
        self.limit = limit
    }

    /// Reads a file; the path is relative to the working directory.
    ///
    /// - Throws: `FileFailure`, its path as the line names it.
    func file(_ path: String) async throws(FileFailure) -> DotEnvFile {
        let (files, absolute) = (world.files, world.absolutePath(path))
        let answer = await BlockingCall.value(within: limit, on: world.clock) {
            Result { () throws(FileFailure) in try files.read(absolute, limit: FileLimit.text) }
        }
        let bytes: [UInt8]
        switch answer {
        case .success(let read): bytes = read
        case .failure(let failure): throw failure.naming(path)
        case nil: throw .other(path, BlockingCall.silence(of: limit))
        }
        let file = DotEnvFile(bytes, environment: world.environment)
        redactor.learn(file.values)
        return file
    }

    /// What was wrong in a file, for people; never with any of its text.
    func notes(on file: DotEnvFile, at path: String) -> [String] {
        let shown = file.mistakes.prefix(Self.shownMistakes)
        let more = file.mistakes.count - shown.count
        return shown.map { "\(path):\($0.line): \($0.message)" }
            + (more > 0 ? ["\(path): \(more) more lines can't be read"] : [])
    }

    private static let shownMistakes = 3
}
