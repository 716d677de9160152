import Foundation
import Logs
import Machine
import Probes
import Report

/// Prints errors as they are written, until Ctrl-C.
struct LogsFollowing: Sendable {
    private let session: LogsSession

    /// How often logs are looked at.
    private static let period = Duration.milliseconds(500)
    /// How far back a service is asked each time, in seconds, for lines may come late.
    private static let serviceWindow = 10

    init(_ session: LogsSession) { self.session = session }

    /// Follows the files and services that the call names.
    func run() async -> ExitCode {
        let arguments = session.invocation.arguments
        let world = session.invocation.world
        let paths = arguments.operands.map { (name: $0, path: world.absolutePath($0)) }
        for path in paths where world.files.kind(of: path.path) != .file {
            Output.printError(
                "diagnose: cannot follow '\(path.name.printable)': it is no file yet\n")
        }
        return await Interruption.cancelling {
            var follower = LogFollower(paths, query: session.query, files: world.files)
            var services = arguments.values(of: LogsFlags.service).map(FollowedService.init)
            if paths.isEmpty, services.isEmpty {
                let names = await ComposeProject(world: world).serviceNames().sorted()
                services = names.map(FollowedService.init)
            }
            guard !paths.isEmpty || !services.isEmpty else {
                Output.printError("diagnose: --follow wants a file or --service NAME\n")
                return .usage
            }
            while !Task.isCancelled {
                show(follower.poll(now: world.clock.now))
                for index in services.indices {
                    let bytes = await services[index].news(in: world, seconds: Self.serviceWindow)
                    show(follower.events(in: bytes, of: services[index].name, now: world.clock.now))
                }
                try? await world.clock.sleep(for: Self.period)
            }
            return .interrupted
        }
    }

    private func show(_ events: [LogFollower.Event]) {
        for var event in events {
            event.text = session.redactor.redact(event.text)
            Output.print(
                LogsText.line(
                    of: event, knowing: session.errors, style: session.invocation.style))
        }
    }
}

/// A compose service whose log is asked for again and again.
private struct FollowedService: Sendable {
    let name: String
    /// When the engine took the last line that was shown; `nil` before the first look.
    private var last: Date?
    private var isFirst = true

    init(_ name: String) { self.name = name }

    /// The lines that came since the last call.
    mutating func news(in world: World, seconds: Int) async -> [UInt8] {
        // Answers are kept by a project, so that each look takes a new one.
        let log = try? await ComposeProject(world: world).log(of: name, seconds: seconds)
        guard let log else { return [] }
        var news: [UInt8] = []
        var newest = last
        for text in LogLines(log.bytes) {
            guard let received = LogLine(text).received else { continue }
            if let last, received <= last { continue }
            newest = max(newest ?? received, received)
            if !isFirst { news += text + [UInt8(ascii: "\n")] }
        }
        last = newest
        isFirst = false
        return news
    }
}
