import Foundation

/// Reads the disk with the system's own calls, which tell why something cannot be read.
public struct LiveFileSystem: FileSystem {
    /// The most names that are listed of one folder.
    static let listLimit = 100_000
    private static let chunk = 64 << 10

    /// Makes a file system.
    public init() {}

    /// Reads a regular file; a device, socket or pipe is never opened, for that alone may block.
    public func read(_ path: String, limit: Int) throws(FileFailure) -> [UInt8] {
        let (descriptor, _) = try opened(path)
        defer { _ = close(descriptor) }
        return try bytes(of: descriptor, limit: limit, path)
    }

    /// Reads the end of a regular file; one that shrinks meanwhile gives what is left of it.
    public func readTail(_ path: String, limit: Int) throws(FileFailure) -> FileTail {
        let (descriptor, status) = try opened(path)
        defer { _ = close(descriptor) }
        let skipped = max(0, Int(status.st_size) - max(0, limit))
        guard lseek(descriptor, off_t(skipped), SEEK_SET) >= 0 else { throw failure(errno, path) }
        return FileTail(
            bytes: try bytes(of: descriptor, limit: limit, path), skipped: skipped,
            modified: Date(timeIntervalSince1970: modificationTime(in: status)))
    }

    private func opened(_ path: String) throws(FileFailure) -> (descriptor: Int32, status: stat) {
        try expect(.file, at: path)
        let descriptor = Foundation.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else { throw failure(errno, path) }
        // What stands there may have been exchanged since the look.
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let code = errno
            _ = close(descriptor)
            throw failure(code, path)
        }
        guard kind(of: status) == .file else {
            _ = close(descriptor)
            throw .wrongKind(path, kind(of: status))
        }
        return (descriptor, status)
    }

    /// When it was last written, in seconds since 1970.
    func modificationTime(in status: stat) -> Double {
        #if canImport(Darwin)
            let time = status.st_mtimespec
        #else
            let time = status.st_mtim
        #endif
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Lists a folder without `.` and `..`, at most ``listLimit`` names.
    public func list(_ path: String) throws(FileFailure) -> [String] {
        try expect(.directory, at: path)
        guard let folder = opendir(path) else { throw failure(errno, path) }
        defer { closedir(folder) }
        var names: [String] = []
        while names.count < Self.listLimit, let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// What stands at the path; `nil` too where a folder on the way may not be entered.
    public func kind(of path: String) -> FileKind? {
        var status = stat()
        guard !path.utf8.contains(0), stat(path, &status) == 0 else { return nil }
        return kind(of: status)
    }

    private func expect(_ expected: FileKind, at path: String) throws(FileFailure) {
        let found = kind(of: try status(of: path))
        guard found == expected else { throw .wrongKind(path, found) }
    }

    /// What stat(2) says of the path.
    func status(of path: String) throws(FileFailure) -> stat {
        guard !path.utf8.contains(0) else { throw .notFound(path) }
        var status = stat()
        guard stat(path, &status) == 0 else { throw failure(errno, path) }
        return status
    }

    /// What it is by its mode.
    func kind(of status: stat) -> FileKind {
        switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .directory
        default: .other
        }
    }

    private func bytes(
        of descriptor: Int32, limit: Int, _ path: String
    ) throws(FileFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        var code: Int32 = 0
        // The size that the system states is not trusted: files under /proc have none.
        while bytes.count < limit {
            let wanted = min(Self.chunk, limit - bytes.count)
            let chunk = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
                let received = Foundation.read(descriptor, buffer.baseAddress, wanted)
                code = received < 0 ? errno : 0
                count = max(0, received)
            }
            if code == EINTR { continue }
            guard code == 0 else { throw failure(code, path) }
            guard !chunk.isEmpty else { break }
            bytes += chunk
        }
        return bytes
    }

    /// What an error number of the system means for a path.
    func failure(_ code: Int32, _ path: String) -> FileFailure {
        switch code {
        case ENOENT, ENOTDIR: .notFound(path)
        case EACCES, EPERM: .notPermitted(path)
        default: .other(path, String(cString: strerror(code)))
        }
    }
}
