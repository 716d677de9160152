import Machine

/// Where files stand whose content a line of a runbook that is not trusted may look at: below the
/// working directory, symbolic links followed.
///
/// What the kernel shows as files is out everywhere: `/proc/self/environ` holds all secrets.
struct ReadableArea: Sendable {
    private let world: World
    private let limit: Duration
    /// Folders beside the working directory.
    private let folders: [String]

    /// Where logs are kept on most systems (Filesystem Hierarchy Standard 3.0, 5.10).
    static let logFolders = ["/var/log"]
    /// Folders of files that are none (Filesystem Hierarchy Standard 3.0, 6.1).
    private static let kernelFolders = ["/proc", "/sys", "/dev"]
    /// How many links are followed on one way, as Linux does (path_resolution(7)).
    private static let longestChain = 40

    /// Prepares looks at paths, each within a time, for a link may lead to a disk that hangs.
    init(in world: World, folders: [String] = [], within limit: Duration) {
        self.world = world
        self.folders = folders
        self.limit = limit
    }

    /// The first of the paths whose content is off limits; `nil` where none is.
    func breach(byReading paths: [String]) async -> Breach? {
        for path in paths where await !mayRead(path) {
            return .reads(PlainText.line(of: path, limit: PlainText.shownLine))
        }
        return nil
    }

    /// Whether a path of the machine, or of a container, is one that the kernel makes up.
    static func isOfKernel(_ path: String) -> Bool {
        kernelFolders.contains { isBelow($0, path) }
    }

    private func mayRead(_ path: String) async -> Bool {
        let (world, folders) = (world, folders)
        let answer = await BlockingCall.value(within: limit, on: world.clock) {
            guard let place = Self.destination(of: world.absolutePath(path), in: world.files),
                let home = Self.destination(of: world.workingDirectory, in: world.files)
            else { return false }
            return !Self.isOfKernel(place)
                && ([home] + folders).contains { Self.isBelow($0, place) }
        }
        return answer ?? false
    }

    private static func isBelow(_ folder: String, _ path: String) -> Bool {
        path == folder || path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
    }

    /// The path with every link on its way followed; `nil` where they go in a circle.
    private static func destination(of path: String, in files: any FileSystem) -> String? {
        var waiting = Array(path.split(separator: "/").map(String.init).reversed())
        var place: [String] = []
        var links = 0
        while let name = waiting.popLast() {
            if name == "." { continue }
            if name == ".." {
                _ = place.popLast()
                continue
            }
            guard let target = files.linkTarget(of: "/" + (place + [name]).joined(separator: "/"))
            else {
                place.append(name)
                continue
            }
            links += 1
            guard links <= longestChain else { return nil }
            if target.hasPrefix("/") { place = [] }
            waiting += target.split(separator: "/").map(String.init).reversed()
        }
        return "/" + place.joined(separator: "/")
    }
}
