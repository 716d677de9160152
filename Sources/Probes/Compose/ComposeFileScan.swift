import Machine

/// Reads the names of services off the compose files themselves, as far as plain block style shows
/// them.
///
/// Asking compose takes some 50 ms, which would pass before the first probe can start. This is
/// only for signs of a system; whatever it misses (flow style, `include`, `extends`) compose
/// is asked for afterwards.
enum ComposeFileScan {
    /// The names of override files, which compose reads too (Compose specification, Merge).
    private static let overrides = [
        "compose.override.yaml", "compose.override.yml", "docker-compose.override.yml",
        "docker-compose.override.yaml",
    ]

    /// The service names in the files of the folder.
    static func serviceNames(in folder: String, of world: World) -> Set<String> {
        (ComposeLocation.fileNames + overrides).reduce(into: []) { names, file in
            let path = folder == "/" ? "/" + file : "\(folder)/\(file)"
            guard world.files.kind(of: path) == .file, let text = try? world.files.text(of: path)
            else { return }
            names.formUnion(serviceNames(in: text))
        }
    }

    /// The keys one level below `services:`.
    static func serviceNames(in text: String) -> Set<String> {
        var names: Set<String> = []
        var isInside = false
        var margin: Int?
        for line in text.split(whereSeparator: \.isNewline) {
            let content = line.drop { $0 == " " }
            if content.isEmpty || content.hasPrefix("#") { continue }
            let indentation = line.count - content.count
            if indentation == 0 {
                isInside = content.hasPrefix("services:")
                margin = nil
            } else if isInside, indentation == margin ?? indentation {
                margin = indentation
                if let name = key(in: content) { names.insert(name) }
            }
        }
        return names
    }

    /// What stands before the colon, quotes taken off.
    private static func key(in content: Substring) -> String? {
        guard let colon = content.firstIndex(of: ":") else { return nil }
        let name = content[..<colon].filter { $0 != "\"" && $0 != "'" }
        return name.isEmpty || name.contains(" ") ? nil : String(name)
    }
}
