import Foundation

/// A folder of its own for one test, taken away with the value.
final class TemporaryFolder: Sendable {
    /// The folder's absolute path, links resolved.
    let path: String

    init() throws {
        let made = FileManager.default.temporaryDirectory
            .appendingPathComponent("machine-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: made, withIntermediateDirectories: true)
        path = made.resolvingSymlinksInPath().path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Writes a file and gives its absolute path.
    @discardableResult
    func write(_ name: String, _ text: String, permissions: Int = 0o644) throws -> String {
        let file = path + "/" + name
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        try FileManager.default.setAttributes(
            [.posixPermissions: permissions], ofItemAtPath: file)
        return file
    }

    /// Makes a folder inside and gives its absolute path.
    @discardableResult
    func makeFolder(_ name: String) throws -> String {
        let folder = path + "/" + name
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        return folder
    }
}
