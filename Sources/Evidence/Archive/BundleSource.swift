import Foundation
import Machine

/// Where a bundle is read from: an archive, or the folder it was unpacked to.
struct BundleSource: Sendable {
    /// The path as it was given.
    let path: String
    /// The same path as an absolute one.
    let place: String
    /// How much is read.
    let limits: BundleLimits
    /// Where it is read.
    let world: World

    /// How deep folders of a bundle may lie in each other.
    private static let deepest = 6

    /// The files by their paths below the bundle's folder.
    ///
    /// - Throws: ``BundleFailure``.
    func files() async throws(BundleFailure) -> [String: [UInt8]] {
        switch world.files.kind(of: place) {
        case .directory: return try unpacked()
        case .file: return try await packed()
        case .other: throw unreadable("it is neither a file nor a folder")
        case nil: throw unreadable("it does not exist")
        }
    }

    private func unreadable(_ reason: String) -> BundleFailure {
        .unreadable(path, reason: reason)
    }

    private func packed() async throws(BundleFailure) -> [String: [UInt8]] {
        let bytes = try await ArchiveContent.bytes(
            of: place, named: path, limit: limits.unpacked, commands: world.commands)
        let members: [TarArchive.Member]
        do throws(TarArchive.Refusal) {
            members = try TarArchive(bytes, limits: limits).members
        } catch {
            throw unreadable(error.reason)
        }
        // All stands in one folder, whatever its name.
        let folder = members.first.map { $0.path.prefix { $0 != "/" } } ?? ""
        var files: [String: [UInt8]] = [:]
        for member in members {
            guard member.path.hasPrefix(folder + "/") else {
                throw unreadable("it holds more than one folder")
            }
            files[String(member.path.dropFirst(folder.count + 1))] = Array(member.content)
        }
        return files
    }

    private func unpacked() throws(BundleFailure) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        var total = 0
        var folders = [(path: "", depth: 0)]
        while let folder = folders.popLast() {
            do throws(FileFailure) {
                for name in try world.files.list("\(place)/\(folder.path)") {
                    let below = folder.path.isEmpty ? name : "\(folder.path)/\(name)"
                    let there = "\(place)/\(below)"
                    guard BundlePath.isSafe(below), world.files.linkTarget(of: there) == nil else {
                        throw .other(path, "it holds something that no bundle has")
                    }
                    if world.files.kind(of: there) == .directory {
                        guard folder.depth < Self.deepest else { throw .other(path, "too deep") }
                        folders.append((below, folder.depth + 1))
                        continue
                    }
                    let bytes = try world.files.read(there, limit: limits.item + 1)
                    total += bytes.count
                    guard bytes.count <= limits.item, total <= limits.total,
                        files.count < limits.files
                    else { throw .other(path, "it holds more than a bundle may") }
                    files[below] = bytes
                }
            } catch {
                if case .other(_, let reason) = error { throw unreadable(reason) }
                throw unreadable(error.summary)
            }
        }
        return files
    }
}
