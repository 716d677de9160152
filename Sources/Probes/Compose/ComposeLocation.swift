import Machine

/// Finds the folder of the compose project, as compose itself looks for it.
enum ComposeLocation {
    /// The names of compose files in the order of preference (Compose specification, Compose file).
    static let fileNames = [
        "compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml",
    ]

    /// The nearest folder with a compose file, from the working directory upwards; the working
    /// directory itself where `COMPOSE_FILE` names the files.
    static func directory(in world: World) -> String? {
        if world.environment["COMPOSE_FILE"].map({ !$0.isEmpty }) ?? false {
            return world.workingDirectory
        }
        var folder = world.absolutePath(".")
        while true {
            let prefix = folder == "/" ? "" : folder
            if fileNames.contains(where: { world.files.kind(of: prefix + "/" + $0) == .file })
                || namesFiles(prefix + "/.env", in: world)
            {
                return folder
            }
            guard folder != "/" else { return nil }
            folder = world.absolutePath(folder + "/..")
        }
    }

    /// Whether the dotenv file sets `COMPOSE_FILE`, which compose reads from there too.
    private static func namesFiles(_ path: String, in world: World) -> Bool {
        guard world.files.kind(of: path) == .file, let text = try? world.files.text(of: path)
        else { return false }
        return text.split(whereSeparator: \.isNewline).contains { $0.hasPrefix("COMPOSE_FILE=") }
    }
}
