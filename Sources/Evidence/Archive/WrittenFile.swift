import Foundation
import Machine
import Synchronization

/// A new file for this user alone that is written piece by piece, from whichever thread has a piece.
final class WrittenFile: Sendable {
    private let descriptor: Int32
    private let failure = Mutex<Int32?>(nil)

    /// Makes the file, which must not be there yet; the folders above it are made.
    ///
    /// - Throws: ``BundleFailure/unwritable(_:reason:)``.
    init(_ path: String) throws(BundleFailure) {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        try? FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw .unwritable(path, reason: String(cString: strerror(errno)))
        }
    }

    deinit { _ = close(descriptor) }

    /// Why something could not be written; `nil` where all was.
    var reason: String? {
        failure.withLock { $0 }.map { String(cString: strerror($0)) }
    }

    /// Writes bytes behind those that are there, and tells whether that went well.
    func write(_ bytes: [UInt8]) -> Bool {
        guard let code = DescriptorWriting.write(bytes, to: descriptor) else { return true }
        failure.withLock { $0 = $0 ?? code }
        return false
    }

    /// Waits until everything is on the disk, and tells whether that went well.
    func synchronize() -> Bool {
        guard fsync(descriptor) != 0 else { return true }
        let code = errno
        failure.withLock { $0 = $0 ?? code }
        return false
    }
}
