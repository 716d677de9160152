import Foundation
import Machine

/// A bundle as it is read: every file is what its manifest says.
///
/// A bundle comes from another machine and another person, so nothing of it is trusted: see
/// ``TarArchive`` for what is refused.
public struct BundleReader: Sendable {
    /// What it says of itself.
    public let manifest: Manifest
    private let contents: [String: [UInt8]]

    /// Reads a bundle, packed or unpacked, and checks the digest of every file.
    ///
    /// - Parameters:
    ///   - path: The archive, or the folder it was unpacked to.
    ///   - world: Where it is read, and programs are run.
    /// - Throws: ``BundleFailure``.
    public init(
        _ path: String, limits: BundleLimits = .read, in world: World
    ) async throws(BundleFailure) {
        let source = BundleSource(
            path: path, place: world.absolutePath(path), limits: limits, world: world)
        let files = try await source.files()
        guard let document = files[BundleLayout.manifest] else {
            throw .unreadable(path, reason: "it has no \(BundleLayout.manifest)")
        }
        guard document.count <= Manifest.limit, let manifest = try? Manifest(json: document) else {
            throw .unreadable(path, reason: "its \(BundleLayout.manifest) cannot be read")
        }
        guard manifest.schema == Manifest.schema else {
            throw .unreadable(
                path, reason: "its form is not \(Manifest.schema); another version wrote it")
        }
        self.manifest = manifest
        contents = files
        try await verify(path, world)
    }

    /// The paths of the files, in the manifest's order.
    public var paths: [String] { manifest.items.map(\.path) }

    /// The bytes of a file; `nil` where the bundle has none there.
    public func bytes(of path: String) -> [UInt8]? {
        path == BundleLayout.manifest ? nil : contents[path]
    }

    /// The text of a file, invalid UTF-8 replaced; `nil` where the bundle has none there.
    public func text(of path: String) -> String? {
        bytes(of: path).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The paths of the files in a folder, in the manifest's order.
    public func paths(in folder: String) -> [String] {
        paths.filter { $0.hasPrefix(folder + "/") }
    }

    /// Compares every file with what the manifest says, and both lists with each other.
    private func verify(_ path: String, _ world: World) async throws(BundleFailure) {
        let listed = Set(paths)
        let present = Set(contents.keys).subtracting([
            BundleLayout.manifest, BundleLayout.expectation,
        ])
        if let lacking = paths.first(where: { !present.contains($0) }) {
            throw .unreadable(path, reason: "it lacks \(shown(lacking))")
        }
        if let more = present.subtracting(listed).min() {
            throw .unreadable(path, reason: "\(more) is not in its \(BundleLayout.manifest)")
        }
        guard listed.count == paths.count else {
            throw .unreadable(path, reason: "its \(BundleLayout.manifest) names a file twice")
        }
        let folder = try PartialFolder(in: Self.temporaryFolder(in: world), for: "diagnose-bundle")
        defer { folder.remove() }
        for item in paths {
            let file = try WrittenFile("\(folder.path)/\(item)")
            guard file.write(contents[item] ?? []) else {
                throw .unwritable(folder.path, reason: file.reason ?? "it was not written")
            }
        }
        let digests = try await FileDigests(commands: world.commands)
            .digests(of: paths, in: folder.path)
        for (item, digest) in zip(manifest.items, digests) where item.sha256 != digest {
            throw .unreadable(path, reason: "\(item.path) has been changed since it was captured")
        }
    }

    private func shown(_ path: String) -> String {
        BundlePath.isSafe(path) ? path : "a file whose name no bundle has"
    }

    /// Where private folders are made for a while.
    static func temporaryFolder(in world: World) -> String {
        world.environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    }
}
