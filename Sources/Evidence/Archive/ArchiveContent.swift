import Machine
import Synchronization

/// Gathers what `gzip -dc` prints of an archive, up to a bound.
final class ArchiveContent: Sendable {
    private let limit: Int
    private let gathered = Mutex<[UInt8]>([])
    private let isOver = Atomic(false)

    private static let timeout: Duration = .seconds(60)

    private init(limit: Int) { self.limit = limit }

    /// The unpacked bytes of a file.
    ///
    /// - Throws: ``BundleFailure/unreadable(_:reason:)`` with the name given, and others.
    static func bytes(
        of path: String, named name: String, limit: Int, commands: any CommandRunner
    ) async throws(BundleFailure) -> [UInt8] {
        let content = ArchiveContent(limit: limit)
        let command = Command(
            "gzip", ["-dc", "--", path], environment: ["GZIP": "", "LC_ALL": "C"],
            timeout: timeout, outputLimit: 64 << 10)
        let result: CommandResult?
        do throws(CommandFailure) {
            result = try await commands.stream(command) { content.take($0) }
        } catch {
            guard content.isOver.load(ordering: .relaxed) else {
                if case .cancelled = error { throw .interrupted }
                throw .program(error.summary)
            }
            result = nil
        }
        if content.isOver.load(ordering: .relaxed) {
            throw .unreadable(name, reason: "it holds more than a bundle may")
        }
        guard result?.exitCode == 0 else {
            throw .unreadable(name, reason: "it is no whole gzip file")
        }
        return content.gathered.withLock { $0 }
    }

    private func take(_ bytes: [UInt8]) -> Bool {
        gathered.withLock { gathered in
            guard gathered.count + bytes.count <= limit else {
                isOver.store(true, ordering: .relaxed)
                return false
            }
            gathered += bytes
            return true
        }
    }
}
