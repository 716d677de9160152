import Machine

/// Where a recorded incident stands, and what is expected of it.
public struct IncidentPlace: Sendable, Hashable {
    /// Its name, by its folder or file.
    public var name: String
    /// The path of its bundle.
    public var bundle: String
    /// The path of what is expected: `NAME/expected.json`, or `NAME.expected.json` beside an archive.
    public var expectation: String

    /// The incidents of a folder, by name; the folder itself where it is a bundle.
    ///
    /// - Throws: ``FileFailure`` where the folder can't be read.
    public static func all(in folder: String, world: World) throws(FileFailure) -> [IncidentPlace] {
        let names = try world.files.list(world.absolutePath(folder)).sorted()
        if names.contains(BundleLayout.manifest) {
            return [
                IncidentPlace(
                    name: lastPart(of: folder), bundle: folder,
                    expectation: "\(folder)/\(BundleLayout.expectation)")
            ]
        }
        return names.compactMap { name in
            if name.hasPrefix(".") { return nil }
            let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
            if let archive = BundleLayout.archives.first(where: name.hasSuffix) {
                let stem = String(name.dropLast(archive.count))
                let beside = path.dropLast(archive.count) + "." + BundleLayout.expectation
                return IncidentPlace(name: stem, bundle: path, expectation: String(beside))
            }
            guard world.files.kind(of: world.absolutePath(path)) == .directory else { return nil }
            return IncidentPlace(
                name: name, bundle: path, expectation: "\(path)/\(BundleLayout.expectation)")
        }
    }

    private static func lastPart(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}
