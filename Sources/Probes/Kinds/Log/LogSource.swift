import Foundation
import Machine

/// Where a log is.
enum LogSource: Sendable, Hashable {
    /// The containers of a compose service.
    case service(String)
    /// A file, as the line names it.
    case file(String)

    /// The most bytes of a file that are read, from its end.
    static let fileLimit = 32 << 20

    /// Tells what a line's subject names; the disk is asked for as long as the limit.
    init(_ subject: String, in world: World, within limit: Duration) async {
        var isFile = Self.isPath(subject)
        if !isFile {
            let (files, path) = (world.files, world.absolutePath(subject))
            isFile =
                await BlockingCall.value(within: limit, on: world.clock) {
                    files.kind(of: path) == .file
                } ?? false
        }
        self = isFile ? .file(subject) : .service(subject)
    }

    /// Whether a subject can only be a file.
    static func isPath(_ subject: String) -> Bool {
        subject.contains("/") || subject.hasSuffix(".log")
    }

    /// Whether it is a file.
    var isFile: Bool {
        if case .file = self { true } else { false }
    }

    /// Reads the log, of a service as far back as some seconds; a file within a time.
    func read(
        seconds: Int, in context: ProbeContext, within limit: Duration
    ) async -> Result<LogText, LogProblem> {
        switch self {
        case .service(let name):
            return await Self.read(name, seconds: seconds, from: context.compose)
        case .file(let path):
            let world = context.world
            let text = await BlockingCall.value(within: limit, on: world.clock) {
                Self.read(path, in: world)
            }
            return text ?? .failure(LogProblem("\(path) \(BlockingCall.silence(of: limit))"))
        }
    }

    private static func read(_ path: String, in world: World) -> Result<LogText, LogProblem> {
        do throws(FileFailure) {
            let tail = try world.files.readTail(world.absolutePath(path), limit: fileLimit)
            var bytes = tail.bytes
            if tail.skipped > 0 {
                // The first line may have lost its head.
                let end = bytes.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
                bytes.removeFirst(end)
            }
            return .success(
                LogText(bytes: bytes, modified: tail.modified, lacksOldest: tail.skipped > 0))
        } catch .notFound {
            return .failure(LogProblem("\(path) does not exist"))
        } catch {
            return .failure(LogProblem(error.summary))
        }
    }

    private static func read(
        _ service: String, seconds: Int, from project: ComposeProject
    ) async -> Result<LogText, LogProblem> {
        do throws(ComposeFailure) {
            if let problem = try await absence(of: service, from: project) {
                return .failure(problem)
            }
            let log = try await project.log(of: service, seconds: seconds)
            return .success(
                LogText(
                    bytes: log.bytes, lacksOldest: log.lacksOldest, lacksNewest: log.lacksNewest))
        } catch {
            return .failure(LogProblem(error.summary))
        }
    }

    /// Why a service has no log: compose prints none and says nothing.
    private static func absence(
        of service: String, from project: ComposeProject
    ) async throws(ComposeFailure) -> LogProblem? {
        let containers = try await project.containers().filter { $0.service == service }
        if containers.contains(where: { $0.state != "created" }) { return nil }
        if !containers.isEmpty {
            return LogProblem("\(service) was created but never started, so it has no log")
        }
        let configuration = try await project.configuration()
        return configuration.services[service] == nil
            ? LogProblem(configuration.lack(of: service))
            : LogProblem("\(service) was never created, so it has no log")
    }
}

/// The text of a log as far as it was read.
struct LogText: Sendable {
    /// The lines.
    var bytes: [UInt8]
    /// When the file was last written; `nil` where nobody can tell.
    var modified: Date?
    /// Whether the log has older lines.
    var lacksOldest = false
    /// Whether the log has newer lines.
    var lacksNewest = false
}

/// Why a log tells nothing.
struct LogProblem: Error, Hashable {
    /// In a few words.
    var reason: String

    init(_ reason: String) { self.reason = reason }
}
