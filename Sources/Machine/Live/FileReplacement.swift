import Foundation

/// Puts new bytes in a file's place in one step: whoever reads it sees the old ones or the new ones,
/// never half of them.
///
/// A temporary file is written beside it and renamed over it (rename(2)). Its permissions stay, and
/// its owner where this user may give files away. A symbolic link stays one; what it leads to is
/// replaced.
public enum FileReplacement {
    /// Replaces a file.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - expected: What it holds as far as the caller knows; another writer's work is not lost.
    ///   - bytes: What it is to hold.
    /// - Throws: ``FileFailure``, with the path as given.
    public static func replace(
        _ path: String, holding expected: [UInt8], with bytes: [UInt8]
    ) throws(FileFailure) {
        let files = LiveFileSystem()
        let status = try files.status(of: path)
        guard files.kind(of: status) == .file else {
            throw .wrongKind(path, files.kind(of: status))
        }
        // Root may write anything, but a file without any write bit is not meant to be written.
        guard access(path, W_OK) == 0, status.st_mode & 0o222 != 0 else {
            throw .other(path, "is read-only")
        }
        guard let target = resolved(path) else { throw files.failure(errno, path) }
        guard try files.read(target, limit: expected.count + 1) == expected else {
            throw .other(path, "has changed meanwhile")
        }
        let temporary = "\(target).\(getpid()).tmp"
        do throws(FileFailure) {
            try write(bytes, to: temporary, like: status, path)
        } catch {
            _ = unlink(temporary)
            throw error
        }
        guard rename(temporary, target) == 0 else {
            let failure = writeFailure(errno, path)
            _ = unlink(temporary)
            throw failure
        }
    }

    /// The path without symbolic links (realpath(3)).
    private static func resolved(_ path: String) -> String? {
        guard let found = realpath(path, nil) else { return nil }
        defer { free(found) }
        return String(cString: found)
    }

    /// Writes a new file with another one's permissions and owner, and waits until it is on the disk.
    private static func write(
        _ bytes: [UInt8], to temporary: String, like status: stat, _ path: String
    ) throws(FileFailure) {
        let descriptor = open(
            temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw writeFailure(errno, path) }
        defer { _ = close(descriptor) }
        if let code = DescriptorWriting.write(bytes, to: descriptor) {
            throw writeFailure(code, path)
        }
        // Only root gives files away; elsewhere the new file is this user's, as with any editor.
        _ = fchown(descriptor, status.st_uid, status.st_gid)
        guard fchmod(descriptor, status.st_mode & 0o7777) == 0, fsync(descriptor) == 0 else {
            throw writeFailure(errno, path)
        }
    }

    /// What an error number means for a file that was to be written.
    private static func writeFailure(_ code: Int32, _ path: String) -> FileFailure {
        switch code {
        case EACCES, EPERM, EROFS: .other(path, "its folder may not be written to by this user")
        default: .other(path, String(cString: strerror(code)))
        }
    }
}
