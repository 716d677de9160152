import Foundation

extension LiveFileSystem {
    /// Asks stat(2), and access(2) for what this user may do: that heeds access control lists and
    /// read-only mounts, which the mode does not show.
    public func attributes(of path: String) throws(FileFailure) -> FileAttributes {
        let status = try status(of: path)
        #if canImport(Darwin)
            let modified = status.st_mtimespec
        #else
            let modified = status.st_mtim
        #endif
        return FileAttributes(
            kind: kind(of: status), size: Int(status.st_size),
            permissions: Int(status.st_mode & 0o7777), owner: Int(status.st_uid),
            ownerName: Self.name(ofUser: status.st_uid),
            modified: Date(
                timeIntervalSince1970: Double(modified.tv_sec) + Double(modified.tv_nsec) / 1e9),
            isReadable: access(path, R_OK) == 0, isWritable: access(path, W_OK) == 0)
    }

    /// Asks statvfs(3).
    public func volume(of path: String) throws(FileFailure) -> VolumeSpace {
        guard !path.utf8.contains(0) else { throw .notFound(path) }
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { throw failure(errno, path) }
        return VolumeSpace(
            // Where there are no fragments, statvfs(3) counts in blocks.
            blockSize: UInt64(status.f_frsize > 0 ? status.f_frsize : status.f_bsize),
            blocks: (
                UInt64(status.f_blocks), UInt64(status.f_bfree), UInt64(status.f_bavail)
            ),
            inodes: (UInt64(status.f_files), UInt64(status.f_ffree), UInt64(status.f_favail)),
            isReadOnly: UInt64(status.f_flag) & UInt64(ST_RDONLY) != 0)
    }

    /// The name of a user by the system's own lists; `nil` where it knows none.
    private static func name(ofUser identity: uid_t) -> String? {
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: nameBuffer) { buffer in
            guard let start = buffer.baseAddress,
                getpwuid_r(identity, &entry, start, buffer.count, &found) == 0, found != nil,
                let name = entry.pw_name
            else { return nil }
            return String(cString: name)
        }
    }

    /// Room for one line of the list of users, in bytes.
    private static let nameBuffer = 16 << 10
}
