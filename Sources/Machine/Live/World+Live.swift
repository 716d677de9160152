import Foundation

extension World {
    /// The machine this process runs on.
    public static func live() -> World {
        let environment = ProcessInfo.processInfo.environment
        let directory = currentDirectory
        let commands = LiveCommandRunner(environment: environment, workingDirectory: directory)
        return World(
            transport: LiveHTTPTransport(),
            sockets: LiveSocketConnector(commands: commands),
            commands: commands,
            files: LiveFileSystem(),
            environment: environment,
            clock: LiveClock(),
            workingDirectory: directory)
    }

    /// The folder of this process, or the root where it has been deleted.
    private static var currentDirectory: String {
        guard let buffer = getcwd(nil, 0) else { return "/" }
        defer { free(buffer) }
        return String(cString: buffer)
    }
}
