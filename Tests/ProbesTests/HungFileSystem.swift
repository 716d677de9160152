import Dispatch
import Machine

/// A file system with a folder on a server that is gone: every look at it blocks. Nothing else is
/// there.
final class HungFileSystem: FileSystem {
    /// The folder.
    static let folder = "/mnt/nfs"

    private let gate = DispatchSemaphore(value: 0)

    /// Lets every look end.
    func release() { for _ in 0..<100 { gate.signal() } }

    private func hang(at path: String) {
        if path.hasPrefix(Self.folder) { gate.wait() }
    }

    private func fail(at path: String) throws(FileFailure) -> Never {
        hang(at: path)
        throw .notFound(path)
    }

    func read(_ path: String, limit: Int) throws(FileFailure) -> [UInt8] { try fail(at: path) }
    func readTail(_ path: String, limit: Int) throws(FileFailure) -> FileTail {
        try fail(at: path)
    }
    func list(_ path: String) throws(FileFailure) -> [String] { try fail(at: path) }
    func attributes(of path: String) throws(FileFailure) -> FileAttributes { try fail(at: path) }
    func volume(of path: String) throws(FileFailure) -> VolumeSpace { try fail(at: path) }

    func kind(of path: String) -> FileKind? {
        hang(at: path)
        return nil
    }

    func linkTarget(of path: String) -> String? {
        hang(at: path)
        return nil
    }
}
