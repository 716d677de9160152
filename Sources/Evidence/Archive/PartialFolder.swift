import Foundation

/// A private folder in which a bundle is made or taken apart, gone again with the value.
///
/// Its name tells whose it is, `NAME.diagnose-partial-PID-XXXXXX`, since a process that is killed
/// leaves it behind. While the process lives, it holds a lock (flock(2)) on a file inside, so that
/// another run can tell what is stale, and takes that away. A name proves nothing, since people name
/// their folders as they like: what has no such file is never emptied.
final class PartialFolder: Sendable {
    /// The folder's path.
    let path: String
    /// The descriptor that holds the lock.
    private let lock: Int32

    /// The file that is locked; no other folder has one.
    static let lockName = ".diagnose-lock"
    private static let mark = ".diagnose-partial-"

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
    func remove() { Self.remove(path) }

    /// Takes a folder away, its lock last: what is left of one that can't be taken away whole is
    /// still known as ours.
    private static func remove(_ path: String) {
        let files = FileManager.default
        let names = (try? files.contentsOfDirectory(atPath: path)) ?? []
        for name in names where name != lockName {
            do { try files.removeItem(atPath: "\(path)/\(name)") } catch { return }
        }
        _ = unlink("\(path)/\(lockName)")
        _ = rmdir(path)
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
                status.st_uid == geteuid()
            else { continue }
            removeStale(path, of: process)
        }
    }

    /// Takes a folder away whose lock is free. Where there is none, a run was killed before it had
    /// its lock, or the folder is somebody's own: rmdir(2) takes away only what is empty.
    private static func removeStale(_ path: String, of process: pid_t) {
        let lock = open("\(path)/\(lockName)", O_RDWR | O_CLOEXEC | O_NOFOLLOW)
        guard lock >= 0 else {
            if kill(process, 0) != 0, errno == ESRCH { _ = rmdir(path) }
            return
        }
        defer { _ = close(lock) }
        if flock(lock, LOCK_EX | LOCK_NB) == 0 { remove(path) }
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
