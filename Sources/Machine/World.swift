import Foundation

/// Everything of the outside that a probe may touch, each part replaceable by a fake.
public struct World: Sendable {
    /// Sends HTTP requests.
    public var transport: any HTTPTransport
    /// Opens sockets.
    public var sockets: any SocketConnector
    /// Runs the system's own programs.
    public var commands: any CommandRunner
    /// Reads files and folders.
    public var files: any FileSystem
    /// The environment variables of this process.
    public var environment: [String: String]
    /// Tells the time and waits.
    public var clock: any WorldClock
    /// The absolute path that relative paths are read from.
    public var workingDirectory: String

    /// Gathers the parts of a world.
    public init(
        transport: any HTTPTransport,
        sockets: any SocketConnector,
        commands: any CommandRunner,
        files: any FileSystem,
        environment: [String: String],
        clock: any WorldClock,
        workingDirectory: String
    ) {
        self.transport = transport
        self.sockets = sockets
        self.commands = commands
        self.files = files
        self.environment = environment
        self.clock = clock
        self.workingDirectory = workingDirectory
    }

    /// The path as an absolute one, `.` and `..` resolved, read from the working directory.
    public func absolutePath(_ path: String) -> String {
        let joined = path.hasPrefix("/") ? path : workingDirectory + "/" + path
        var parts: [Substring] = []
        for part in joined.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }
}
