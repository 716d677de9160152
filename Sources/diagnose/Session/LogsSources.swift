import Foundation
import Logs
import Machine
import Probes

/// The logs that a call of `logs` reads: files, standard input, and compose services.
struct LogsSources: Sendable {
    /// Those that could be opened.
    private(set) var inputs: [LogInput] = []
    /// Those that could not, with why.
    private(set) var failures: [(log: String, reason: String)] = []
    /// The log of better days.
    private(set) var baseline: LogInput?

    /// How far back the log of a service is read unless told, in seconds.
    private static let serviceAge = 86_400.0

    /// Opens what the words and flags name.
    ///
    /// - Throws: ``UsageError`` where none of the files could be opened; a service that can't be
    ///   looked at is a log that could not be read.
    init(_ invocation: Invocation, since: Date?) async throws(UsageError) {
        let arguments = invocation.arguments
        let world = invocation.world
        if let path = arguments.value(of: LogsFlags.baseline) {
            do throws(FileFailure) { baseline = try LogInput(path: path, in: world) } catch {
                throw .unreadable(path: path, reason: error.summary)
            }
        }
        if arguments.has(LogsFlags.follow) { return }
        for path in arguments.operands {
            do throws(FileFailure) {
                let input =
                    path == "-"
                    ? LogInput("-", .file(try world.files.standardInput()))
                    : try LogInput(path: path, in: world)
                inputs.append(input)
            } catch {
                failures.append((path, error.summary))
            }
        }
        if inputs.isEmpty, let first = failures.first {
            throw .unreadable(path: first.log, reason: first.reason)
        }
        let isPlain = arguments.operands.isEmpty
        try await addServices(
            arguments.values(of: LogsFlags.service), all: isPlain, since, in: world)
    }

    private mutating func addServices(
        _ names: [String], all: Bool, _ since: Date?, in world: World
    ) async throws(UsageError) {
        guard all || !names.isEmpty else { return }
        let project = ComposeProject(world: world)
        let named = names.isEmpty ? await project.serviceNames().sorted() : names
        if named.isEmpty {
            throw .other(
                "logs wants a file, - or --service NAME, for no compose project is here")
        }
        let age = since.map { max(1, world.clock.now.timeIntervalSince($0)) } ?? Self.serviceAge
        for name in named {
            do throws(ComposeFailure) {
                let log = try await project.log(of: name, seconds: Int(age.rounded(.up)))
                inputs.append(
                    LogInput(name, service: name, .file(MemoryFile(log.bytes))))
            } catch {
                failures.append((name, error.summary))
            }
        }
    }
}
