extension World {
    /// A world of fakes in which nothing exists but what the test puts there.
    public static func fake(
        transport: any HTTPTransport = FakeTransport(),
        sockets: any SocketConnector = FakeSocketConnector(),
        commands: any CommandRunner = FakeCommandRunner(),
        files: any FileSystem = FakeFileSystem(),
        environment: [String: String] = [:],
        clock: any WorldClock = FakeClock(advancesItself: false),
        workingDirectory: String = "/srv"
    ) -> World {
        World(
            transport: transport, sockets: sockets, commands: commands, files: files,
            environment: environment, clock: clock, workingDirectory: workingDirectory)
    }
}
