import Catalog
import Machine

/// A file on this machine.
struct MachineFile: FileTarget {
    let path: String
    private let world: World
    private let limit: Duration

    /// Prepares looks at a path, relative to the working directory.
    init(_ path: String, in world: World, within limit: Duration) {
        self.path = path
        self.world = world
        self.limit = limit
    }

    func attributes() async throws(FileObstacle) -> FileAttributes {
        try await ask { files, path throws(FileFailure) in try files.attributes(of: path) }
    }

    func access(
        _ use: FileUse, _ attributes: FileAttributes
    ) async throws(FileObstacle) -> FileAccess {
        let isGranted = use == .readable ? attributes.isReadable : attributes.isWritable
        if isGranted { return .granted }
        let isReadOnly = use == .writable ? (try? await volume())?.isReadOnly == true : false
        return .denied(
            isReadOnly ? "its file system is mounted read-only" : attributes.ownership)
    }

    func content() async throws(FileObstacle) -> FileContent {
        let bytes = try await ask { files, path throws(FileFailure) in
            try files.read(path, limit: FileContent.limit + 1)
        }
        return FileContent(bytes, path: path)
    }

    /// The room on its file system.
    func volume() async throws(FileObstacle) -> VolumeSpace {
        try await ask { files, path throws(FileFailure) in try files.volume(of: path) }
    }

    /// Asks the system, which may never answer.
    private func ask<Value: Sendable>(
        _ question: @escaping @Sendable (any FileSystem, String) throws(FileFailure) -> Value
    ) async throws(FileObstacle) -> Value {
        let files = world.files
        let absolute = world.absolutePath(path)
        let answer = await BlockingCall.value(within: limit, on: world.clock) {
            Result { () throws(FileFailure) in try question(files, absolute) }
        }
        switch answer {
        case .success(let value): return value
        case .failure(.notFound):
            // Looking around may hang where looking did not.
            let place = await BlockingCall.value(within: limit, on: world.clock) { whereabouts }
            throw .absent(FileFailure.notFound(path).summary + (place ?? ""))
        case .failure(let failure): throw Self.obstacle(failure.naming(path))
        case nil: throw .unfit("\(path) \(BlockingCall.silence(of: limit))")
        }
    }

    private static func obstacle(_ failure: FileFailure) -> FileObstacle {
        switch failure {
        case .notFound: .absent(failure.summary)
        case .notPermitted: .denied(failure.summary)
        case .wrongKind: .unfit(failure.summary)
        case .other: .unknown(failure.summary)
        }
    }

    /// The most names of a folder among which a near one is looked for.
    private static let comparedNames = 1000

    /// What there is instead: a link to nothing, a folder that is missing too, or a name that is
    /// nearly the same.
    private var whereabouts: String {
        let absolute = world.absolutePath(path)
        if let target = world.files.linkTarget(of: absolute) {
            return ": it is a link to \(PlainText.line(of: target, limit: PlainText.shownLine))"
        }
        let folder = world.absolutePath(absolute + "/..")
        guard world.files.kind(of: folder) == .directory else {
            return ", nor does the folder \(folder)"
        }
        let name = absolute.split(separator: "/").last.map(String.init) ?? ""
        if let names = try? world.files.list(folder), names.count <= Self.comparedNames,
            let near = NearestName.nearest(to: name, in: names)
        {
            return "; did you mean '\(near)'?"
        }
        return path.hasPrefix("/") ? "" : " in \(world.workingDirectory)"
    }
}
