import Catalog
import Machine

/// Counts the digests by which revisions of runbooks are told apart.
public enum RunbookRevisions {
    /// The SHA-256 of each text by its file; empty where nothing here can count it, since a run must
    /// not fail by that.
    public static func revisions(
        of sources: [RunbookSource], in world: World
    ) async -> [String: String] {
        if sources.isEmpty { return [:] }
        do {
            let folder = try PartialFolder(
                in: BundleReader.temporaryFolder(in: world), for: "diagnose-revisions")
            defer { folder.remove() }
            let names = sources.indices.map { "\($0).md" }
            for (name, source) in zip(names, sources) {
                let file = try WrittenFile("\(folder.path)/\(name)")
                guard file.write(source.bytes) else { return [:] }
            }
            let digests = try await FileDigests(commands: world.commands)
                .digests(of: names, in: folder.path)
            return Dictionary(
                zip(sources.map(\.file), digests), uniquingKeysWith: { first, _ in first })
        } catch {
            return [:]
        }
    }
}
