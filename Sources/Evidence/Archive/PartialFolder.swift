import Foundation

/// A private folder in which a bundle is made or taken apart, gone again with the value.
///
/// Its name tells whose it is, `NAME.partial-PID-XXXXXX`, since a process that is killed leaves it
/// behind. While the process lives, it holds a lock (flock(2)) on a file inside, so that another run
/// can tell what is stale, and takes that away.
final class PartialFolder: Sendable {
    /// The folder's path.
    let path: String
    /// The descriptor that holds the lock.
    private let lock: Int32

    /// The file that is locked; no other folder has one.
    static let lockName = ".diagnose-lock"
    private static let mark = ".partial-"

    /// Makes a folder of its own for this user alone.
    ///
    /// - Parameters:
    ///   - folder: Where it stands.
    ///   - name: What it is to become.
    /// - Throws: ``BundleFailure/unwritable(_:reason:)``.
    init(in folder: String, for name: String) throws(BundleFailure) {
        Self.removeStale(in: folder)
        let wanted = "\(folder)/\(name)\(Self.mark)\(getpid())-XXXXXX"
        var template = wanted.utf8CString
        let isMade = template.withUnsafeMutableBufferPointer {
            $0.baseAddress.flatMap { mkdtemp($0) } != nil
        }
        guard isMade else {
            throw .unwritable("\(folder)/\(name)", reason: String(cString: strerror(errno)))
        }
        path = String(
            decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        lock = open("\(path)/\(Self.lockName)", O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            let reason = String(cString: strerror(errno))
            remove()
            throw .unwritable("\(folder)/\(name)", reason: reason)
        }
    }

    deinit {
        remove()
        _ = close(lock)
    }

    /// Takes the folder away with all that is in it.
    func remove() {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Takes away what killed runs of this user left in a folder.
    ///
    /// A process in another container may have a number that nobody has here, and a number may
    /// be another's meanwhile: only a lock that is free tells that nobody is at work.
    static func removeStale(in folder: String) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names {
            guard let process = process(of: name) else { continue }
            let path = "\(folder)/\(name)"
            var status = stat()
            guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR,
                status.st_uid == geteuid(), isStale(path, process: process)
            else { continue }
            try? FileManager.default.removeItem(atPath: path)
        }
    }

    /// Whether nobody is at work in a folder; where its lock is not there, its process tells.
    private static func isStale(_ path: String, process: pid_t) -> Bool {
        let lock = open("\(path)/\(lockName)", O_RDWR | O_CLOEXEC | O_NOFOLLOW)
        guard lock >= 0 else { return kill(process, 0) != 0 && errno == ESRCH }
        defer { _ = close(lock) }
        return flock(lock, LOCK_EX | LOCK_NB) == 0
    }

    /// The process that a name tells; `nil` where it is not that of such a folder.
    static func process(of name: String) -> pid_t? {
        guard let mark = name.range(of: mark, options: .backwards) else { return nil }
        let parts = name[mark.upperBound...].split(
            separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].count == 6, let number = pid_t(parts[0]), number > 0
        else { return nil }
        return number
    }
}
