import Machine

/// Where a project's revision scripts lie, by its `alembic.ini` or `pyproject.toml`.
struct AlembicConfiguration {
    /// The folders of scripts, absolute.
    var folders: [String]
    /// Whether folders within them count too.
    var isRecursive: Bool

    /// Why the scripts could not be found, in a few words.
    struct Problem: Error {
        var summary: String
    }

    /// Reads the settings of a project.
    ///
    /// - Parameters:
    ///   - directory: The project's folder, as the user named it.
    ///   - file: The name of its INI file.
    ///   - world: Where to read.
    /// - Throws: ``Problem``.
    init(of directory: String, file: String, in world: World) throws(Problem) {
        let folder = world.absolutePath(directory)
        let settings = try Self.settings(of: directory, folder: folder, file: file, in: world)
        guard let location = settings.value(of: "script_location") else {
            throw Problem(summary: "\(file) in \(directory) sets no script_location")
        }
        let scripts = Self.path(location, from: folder, in: world)
        let listed = settings.value(of: "version_locations").map { Self.locations($0, settings) }
        folders = (listed ?? []).map { Self.path($0, from: folder, in: world) }
        if folders.isEmpty { folders = [scripts + "/versions"] }
        isRecursive = settings.value(of: "recursive_version_locations") == "true"
        if world.files.kind(of: scripts) != .directory {
            throw Problem(summary: "\(file) in \(directory) names \(location), which is no folder")
        }
    }

    private static func settings(
        of directory: String, folder: String, file: String, in world: World
    ) throws(Problem) -> Settings {
        let path = file.hasPrefix("/") ? file : folder + "/" + file
        var isThere = true
        do {
            let here = world.absolutePath(path + "/..")
            let text = try world.files.text(of: path)
            let section = SettingsSection("alembic", of: text, defaults: ["here": here])
            if let section, section.value(of: "script_location") != nil { return .ini(section) }
        } catch .notFound {
            isThere = false
        } catch {
            throw Problem(summary: error.summary)
        }
        if let text = try? world.files.text(of: folder + "/pyproject.toml"),
            let section = SettingsSection("tool.alembic", of: text, defaults: ["here": folder])
        {
            return .toml(section)
        }
        if isThere { throw Problem(summary: "\(file) in \(directory) has no script_location") }
        let elsewhere = AlembicSearch.hint(below: folder, named: directory, file: file, in: world)
        throw Problem(summary: "no \(file) in \(directory)\(elsewhere)")
    }

    /// A section with the manner in which its values are written.
    private enum Settings {
        case ini(SettingsSection)
        /// Texts in quotes and lists in brackets, which are written as Python writes them.
        case toml(SettingsSection)

        func value(of key: String) -> String? {
            switch self {
            case .ini(let section): return section.value(of: key)
            case .toml(let section):
                guard let raw = section.value(of: key) else { return nil }
                guard let texts = PythonLiteral.texts(of: raw) else { return raw }
                return texts.joined(separator: "\n")
            }
        }
    }

    /// The folders of `version_locations`, split as `path_separator` says.
    private static func locations(_ text: String, _ settings: Settings) -> [String] {
        if case .toml = settings { return text.split(separator: "\n").map(String.init) }
        let name =
            settings.value(of: "path_separator") ?? settings.value(of: "version_path_separator")
        let isSeparator: (Character) -> Bool =
            switch name {
            case nil: { $0 == "," || $0 == " " }
            case "space": { $0 == " " }
            case "newline": { $0 == "\n" }
            case ";": { $0 == ";" }
            default: { $0 == ":" }
            }
        return text.split(whereSeparator: isSeparator)
            .map { $0.filter { !$0.isNewline } }
            .map { String($0.drop(while: \.isWhitespace)) }.filter { !$0.isEmpty }
    }

    /// A path, or `package.module:folder` for a folder within a package.
    private static func path(_ location: String, from folder: String, in world: World) -> String {
        var path = location
        if !location.hasPrefix("/"), location.contains(":") {
            let parts = location.split(separator: ":").map(String.init)
            let package = (parts.first ?? "").split(separator: ".").joined(separator: "/")
            path = ([package] + parts.dropFirst()).joined(separator: "/")
            let source = folder + "/src/" + path
            if world.files.kind(of: source) == .directory { return world.absolutePath(source) }
        }
        return world.absolutePath(path.hasPrefix("/") ? path : folder + "/" + path)
    }
}

/// Looks for the settings of alembic where someone may have meant them.
enum AlembicSearch {
    /// How many folders are looked into.
    private static let folderLimit = 200
    private static let skipped: Set<String> = ["node_modules", "venv", "site-packages"]

    /// `; there is one in backend`, or nothing where none is within two levels.
    static func hint(
        below folder: String, named directory: String, file: String, in world: World
    ) -> String {
        let found = places(below: folder, file: file, in: world)
        guard let first = found.first else { return "" }
        let prefix = directory == "." ? "" : directory.hasSuffix("/") ? directory : directory + "/"
        return "; there is one in \(prefix)\(first)" + (found.count > 1 ? " and elsewhere" : "")
    }

    private static func places(below folder: String, file: String, in world: World) -> [String] {
        var looked = 0
        var found: [String] = []
        var level = [""]
        for _ in 0..<2 {
            var next: [String] = []
            for parent in level {
                let names = (try? world.files.list(folder + "/" + parent)) ?? []
                for name in names where !name.hasPrefix(".") && !skipped.contains(name) {
                    let path = parent.isEmpty ? name : parent + "/" + name
                    guard looked < folderLimit,
                        world.files.kind(of: folder + "/" + path) == .directory
                    else { continue }
                    looked += 1
                    if world.files.kind(of: "\(folder)/\(path)/\(file)") == .file {
                        found.append(path)
                    }
                    next.append(path)
                }
            }
            level = next
        }
        return found
    }
}
