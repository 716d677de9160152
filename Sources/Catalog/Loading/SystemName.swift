/// The system of a runbook that does not name it: the file's stem, or its folder for a README.
enum SystemName {
    /// Stems that say nothing about the system.
    private static let indexes: Set<String> = [
        "readme", "index", "_index", "runbook", "troubleshooting", "runbooks",
    ]

    /// The name for a path such as `docs/voxbento.md` or `embedded:voxbento.md`.
    static func system(ofFile file: String) -> String {
        let path = file.hasPrefix("embedded:") ? String(file.dropFirst(9)) : file
        let parts = path.split { $0 == "/" || $0 == "\\" }.map(String.init)
        let name = parts.last ?? path
        let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
        let slug = EntryIdentifier.slug(of: stem)
        if indexes.contains(stem.lowercased()), parts.count >= 2 {
            let folder = EntryIdentifier.slug(of: parts[parts.count - 2])
            if !folder.isEmpty { return folder }
        }
        return slug.isEmpty ? "runbook" : slug
    }
}
