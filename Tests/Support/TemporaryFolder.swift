import Foundation

/// A folder on the real disk for one test, taken away with the value.
public final class TemporaryFolder: Sendable {
    /// The folder's absolute path, links resolved.
    public let path: String

    /// Makes a folder.
    public init() throws {
        let made = FileManager.default.temporaryDirectory
            .appendingPathComponent("diagnose-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: made, withIntermediateDirectories: true)
        path = made.resolvingSymlinksInPath().path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Writes a file, with the folders above it, and gives its absolute path.
    @discardableResult
    public func write(
        _ name: String, _ bytes: some Sequence<UInt8>, permissions: Int = 0o644
    ) throws -> String {
        let file = URL(fileURLWithPath: path + "/" + name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
        try FileManager.default.setAttributes(
            [.posixPermissions: permissions], ofItemAtPath: file.path)
        return file.path
    }

    /// Writes a text file and gives its absolute path.
    @discardableResult
    public func write(_ name: String, _ text: String, permissions: Int = 0o644) throws -> String {
        try write(name, text.utf8, permissions: permissions)
    }

    /// The text of a file inside.
    public func text(of name: String) throws -> String {
        try String(contentsOfFile: path + "/" + name, encoding: .utf8)
    }

    /// Makes a folder inside and gives its absolute path.
    @discardableResult
    public func makeFolder(_ name: String) throws -> String {
        let folder = path + "/" + name
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        return folder
    }

    /// Whether anything stands at a name.
    public func holds(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: path + "/" + name)
    }
}
