import Foundation
import Machine
import Redaction

/// Writes a bundle: takes files one by one, hides their secrets, packs them and puts the archive in
/// its place in one step, so that nobody ever sees half of one.
///
///     var writer = try BundleWriter(to: "/srv/evidence.tar.gz", redactor: redactor, in: world)
///     try writer.add(BundleItem(BundleLayout.record, record, source: "diagnose triage"))
///     writer.miss("git", because: "git is not installed here")
///     let bundle = try await writer.finish(version: "1.0")
///
/// Until then all is in a private folder beside the archive's place, which goes with the writer.
public struct BundleWriter: Sendable {
    private let path: String
    private let redactor: Redactor
    private let limits: BundleLimits
    private let world: World
    private let folder: PartialFolder
    private let packing: BundlePacking
    private var items: [Staged] = []
    private var missing: [MissingItem] = []
    private var total = 0
    private var taken: Set<String> = [BundleLayout.manifest]

    /// The folder that everything in the archive stands in.
    private let name: String

    /// A file that waits in the private folder.
    private struct Staged {
        var path: String
        var source: String
        var length: Int
        var isTruncated: Bool
    }

    /// Begins a bundle.
    ///
    /// - Parameters:
    ///   - path: Where it is to stand; what is there is replaced.
    ///   - redactor: What hides secrets in everything that the run puts out.
    ///   - limits: How much it may hold.
    ///   - world: Where programs are run and the time is told.
    /// - Throws: ``BundleFailure/unwritable(_:reason:)``.
    public init(
        to path: String, redactor: Redactor, limits: BundleLimits = .written, in world: World
    ) throws(BundleFailure) {
        self.path = world.absolutePath(path)
        self.redactor = redactor
        self.limits = limits
        self.world = world
        let place = URL(fileURLWithPath: self.path)
        if world.files.kind(of: self.path) == .directory {
            throw .unwritable(path, reason: "a folder stands there")
        }
        let file = place.lastPathComponent
        let plain = BundleLayout.archives.first { file.hasSuffix($0) }
        name = BundlePath.name(of: redactor.redact(String(file.dropLast(plain?.count ?? 0))))
        do throws(BundleFailure) {
            folder = try PartialFolder(in: place.deletingLastPathComponent().path, for: file)
        } catch {
            throw Self.naming(path, error)
        }
        packing = BundlePacking(folder: folder.path, name: name, commands: world.commands)
    }

    /// Where files stand until they are packed.
    private var staging: String { "\(folder.path)/\(name)" }

    /// Adds a file; one for which there is no room, or whose secrets can't be hidden, is missing.
    ///
    /// - Throws: ``BundleFailure`` where it could not be written.
    public mutating func add(_ item: BundleItem) throws(BundleFailure) {
        var item = item
        item.path = free(BundlePath.path(of: redactor.redact(item.path)))
        item.source = shown(item.source)
        guard items.count < limits.files, total < limits.total else {
            miss(item.path, because: "the bundle is full")
            return
        }
        let room = min(limits.most(at: item.path), limits.total - total)
        guard let text = ItemText(item, limit: room, redactor: redactor) else {
            miss(item.path, because: "the secrets in it could not be hidden")
            return
        }
        let file = try WrittenFile("\(staging)/\(item.path)")
        guard file.write(text.bytes) else { throw unwritable(file) }
        total += text.bytes.count
        taken.insert(item.path.lowercased())
        items.append(
            Staged(
                path: item.path, source: item.source, length: text.bytes.count,
                isTruncated: text.isTruncated))
    }

    /// Notes what could not be captured.
    public mutating func miss(_ what: String, because reason: String) {
        missing.append(MissingItem(shown(what), because: shown(reason)))
    }

    /// Takes away what was written so far.
    public func discard() { folder.remove() }

    /// Packs everything and puts the bundle in its place, unless a secret still stands in it.
    ///
    /// - Parameter version: The program's.
    /// - Throws: ``BundleFailure``; nothing is left then.
    public func finish(version: String) async throws(BundleFailure) -> WrittenBundle {
        defer { folder.remove() }
        let created = world.clock.now
        let paths = items.map(\.path)
        let digests = try await FileDigests(commands: world.commands)
            .digests(of: paths, in: staging)
        let manifest = Manifest(
            created: created, version: version,
            items: zip(items, digests).map { item, digest in
                Manifest.Item(
                    path: item.path, bytes: item.length, sha256: digest, source: item.source,
                    truncated: item.isTruncated)
            }, missing: missing)
        let file = try WrittenFile("\(staging)/\(BundleLayout.manifest)")
        guard file.write(manifest.json) else { throw unwritable(file) }
        let archive = try await packing.pack(
            [BundleLayout.manifest] + paths, modified: created)
        try await refuseSecrets(in: archive.path, manifest)
        if Task.isCancelled { throw .interrupted }
        try packing.move(archive.path, to: path)
        return WrittenBundle(path: path, bytes: archive.bytes, manifest: manifest)
    }

    /// The last look: at what the archive really holds, not at what was put in.
    private func refuseSecrets(
        in archive: String, _ manifest: Manifest
    ) async throws(BundleFailure) {
        let bytes = try await ArchiveContent.bytes(
            of: archive, named: path, limit: limits.unpacked + Manifest.limit,
            commands: world.commands)
        let members: [TarArchive.Member]
        do throws(TarArchive.Refusal) {
            members = try TarArchive(bytes, limits: .read).members
        } catch {
            throw .program("the archive cannot be read again: \(error.reason)")
        }
        guard members.count == manifest.items.count + 1 else {
            throw .program("the archive lacks files")
        }
        for member in members {
            let isManifest = member.path == "\(name)/\(BundleLayout.manifest)"
            // Digests are no secrets, whatever they look like.
            let content = isManifest ? manifest.withoutDigests.json : Array(member.content)
            let text = Array("\(member.path)\n".utf8) + content
            if let leak = redactor.leaks(in: text).first {
                throw .secretLeft(
                    token: leak.token, path: member.path, line: max(1, leak.line - 1))
            }
        }
    }

    /// A text of one line as it may be shown.
    private func shown(_ text: String) -> String {
        let plain = String(decoding: ItemText.plain(Array(text.utf8)), as: UTF8.self)
        return redactor.redact(plain).replacing("\n", with: " ")
    }

    /// A path that nothing has yet, on file systems too that don't tell capitals from small letters.
    private func free(_ path: String) -> String {
        var free = path
        var number = 2
        while taken.contains(free.lowercased()) {
            let parts = path.split(separator: "/")
            let file = parts.last ?? ""
            let dot = file.lastIndex(of: ".") ?? file.endIndex
            free = (parts.dropLast() + ["\(file[..<dot])-\(number)\(file[dot...])"])
                .joined(separator: "/")
            number += 1
        }
        return free
    }

    private func unwritable(_ file: WrittenFile) -> BundleFailure {
        .unwritable(path, reason: file.reason ?? "it was not written")
    }

    /// The same failure about the path as a person wrote it.
    private static func naming(_ path: String, _ failure: BundleFailure) -> BundleFailure {
        if case .unwritable(_, let reason) = failure {
            return .unwritable(path, reason: reason)
        }
        return failure
    }
}
