extension World {
    /// As many symbolic links as Linux follows on one way (path_resolution(7)).
    private static let linkLimit = 40

    /// The absolute path with every symbolic link on its way followed, so that two ways to the same
    /// place compare.
    ///
    /// A way that leads in a circle, or to nothing, comes back as far as it could be followed.
    public func resolvedPath(_ path: String) -> String {
        var parts: [Substring] = []
        var ahead = Array(absolutePath(path).split(separator: "/").reversed())
        var links = 0
        while let part = ahead.popLast() {
            if part == "." { continue }
            if part == ".." {
                _ = parts.popLast()
                continue
            }
            let place = "/" + (parts + [part]).joined(separator: "/")
            guard links < Self.linkLimit, let target = files.linkTarget(of: place) else {
                parts.append(part)
                continue
            }
            links += 1
            if target.hasPrefix("/") { parts = [] }
            ahead += target.split(separator: "/").reversed()
        }
        return "/" + parts.joined(separator: "/")
    }
}
