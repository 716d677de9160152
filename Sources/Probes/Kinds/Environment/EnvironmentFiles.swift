import Machine
import Redaction

/// Reads dotenv files on behalf of `env` lines.
struct EnvironmentFiles: Sendable {
    private let world: World
    private let redactor: Redactor

    init(context: ProbeContext) {
        world = context.world
        redactor = context.redactor
    }

    /// Reads a file; the path is relative to the working directory.
    ///
    /// - Throws: `FileFailure`, its path as the line names it.
    func file(_ path: String) throws(FileFailure) -> DotEnvFile {
        let absolute = world.absolutePath(path)
        let bytes: [UInt8]
        do {
            bytes = try world.files.read(absolute, limit: FileLimit.text)
        } catch {
            throw error.naming(path)
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
