import PackagePlugin

/// Runs `prepare` on the shipped runbooks, so that they are parsed when the program is built.
@main
struct PrepareRunbooks: BuildToolPlugin {
    /// The shipped runbooks, the fallback last.
    static let runbooks = [
        "voxbento.md", "ratiba.md", "room-sync.md", "interview-platform.md", "alwrity.md",
        "general.md",
    ]

    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let runbooks = Self.runbooks.map { target.directoryURL.appending(path: $0) }
        let output = context.pluginWorkDirectoryURL.appending(path: "PreparedRunbooks.swift")
        return [
            .buildCommand(
                displayName: "Preparing the shipped runbooks",
                executable: try context.tool(named: "prepare").url,
                arguments: ([output] + runbooks).map { $0.path(percentEncoded: false) },
                inputFiles: runbooks, outputFiles: [output])
        ]
    }
}
