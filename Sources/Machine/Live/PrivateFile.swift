import Foundation

/// Files of this program that only their owner may read (mode 600), in folders of the same kind.
public enum PrivateFile {
    /// Puts bytes in a file's place in one step, and makes the folders that are missing.
    ///
    /// - Throws: ``FileFailure``.
    public static func write(_ bytes: [UInt8], to path: String) throws(FileFailure) {
        try makeFolder(of: path)
        let temporary = "\(path).\(getpid()).tmp"
        // One that an ended process of the same number has left.
        _ = unlink(temporary)
        do throws(FileFailure) {
            try put(bytes, temporary, flags: O_WRONLY | O_CREAT | O_EXCL)
            guard rename(temporary, path) == 0 else { throw failure(path) }
        } catch {
            _ = unlink(temporary)
            throw error
        }
    }

    /// Adds bytes at the end of a file in one call, so that lines of two processes do not mix
    /// (write(2) with `O_APPEND`); makes the file and its folders where they are missing.
    ///
    /// - Throws: ``FileFailure``.
    public static func append(_ bytes: [UInt8], to path: String) throws(FileFailure) {
        try makeFolder(of: path)
        try put(bytes, path, flags: O_WRONLY | O_CREAT | O_APPEND)
    }

    /// Takes a file away, if it is there.
    public static func remove(_ path: String) { _ = unlink(path) }

    private static func put(
        _ bytes: [UInt8], _ path: String, flags: Int32
    ) throws(FileFailure) {
        guard !path.utf8.contains(0) else { throw .notFound(path) }
        let descriptor = open(path, flags | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY | O_NONBLOCK, 0o600)
        guard descriptor >= 0 else { throw failure(path) }
        defer { _ = close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw .wrongKind(path, .other)
        }
        // A file that was there may have been made by another program, with another mode.
        guard fchmod(descriptor, 0o600) == 0 else { throw failure(path) }
        if let code = DescriptorWriting.write(bytes, to: descriptor) { throw failure(path, code) }
    }

    /// Makes the folders above a path, each for its owner alone where it is missing.
    private static func makeFolder(of path: String) throws(FileFailure) {
        let parts = path.split(separator: "/").dropLast()
        var folder = ""
        for part in parts {
            folder += "/" + part
            if mkdir(folder, 0o700) != 0, errno != EEXIST {
                // A folder above may be one that nobody may write to, and that is there.
                var status = stat()
                guard stat(folder, &status) == 0 else { throw failure(folder) }
            }
        }
    }

    private static func failure(_ path: String, _ code: Int32 = errno) -> FileFailure {
        switch code {
        case ENOENT, ENOTDIR: .notFound(path)
        default: .other(path, String(cString: strerror(errno)))
        }
    }
}
