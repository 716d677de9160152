import Foundation
import Synchronization

/// A file held open by its descriptor.
///
/// Read with pread(2) rather than mapped: a mapped file that another process cuts short kills the
/// reader (SIGBUS).
final class LiveOpenedFile: OpenedFile {
    let size: Int?
    let modified: Double?
    private let descriptor: Int32
    private let path: String
    /// Whether the descriptor is this file's to close.
    private let isOwned: Bool
    private let isStopped = Atomic(false)

    /// How often a wait looks whether it is still wanted, in milliseconds.
    private static let tick: Int32 = 50

    /// Takes a descriptor over.
    init(_ descriptor: Int32, size: Int?, modified: Double?, path: String, isOwned: Bool = true) {
        self.descriptor = descriptor
        self.size = size
        self.modified = modified
        self.path = path
        self.isOwned = isOwned
    }

    deinit {
        if isOwned { _ = close(descriptor) }
    }

    func read(
        into buffer: UnsafeMutableRawBufferPointer, at offset: Int
    ) throws(FileFailure) -> Int {
        while true {
            if size == nil, !waitForBytes() { return 0 }
            let count =
                size == nil
                ? Foundation.read(descriptor, buffer.baseAddress, buffer.count)
                : pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
            if count >= 0 { return count }
            guard errno == EINTR else { throw .other(path, String(cString: strerror(errno))) }
        }
    }
}

extension LiveOpenedFile {
    func stop() { isStopped.store(true, ordering: .relaxed) }

    /// Waits until a read does not block; `false` once nobody wants one.
    private func waitForBytes() -> Bool {
        while !isStopped.load(ordering: .relaxed) {
            var wait = [pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)]
            if poll(&wait, 1, Self.tick) != 0 { return true }
        }
        return false
    }
}

extension LiveFileSystem {
    /// Opens a regular file, or a pipe such as a shell's `<(…)` makes.
    public func open(_ path: String) throws(FileFailure) -> any OpenedFile {
        let kind = try self.kind(of: status(of: path))
        guard kind != .directory else { throw .wrongKind(path, kind) }
        let descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else { throw failure(errno, path) }
        return try opened(descriptor, path, isOwned: true)
    }

    /// Standard input, which may be a file too.
    public func standardInput() throws(FileFailure) -> any OpenedFile {
        try opened(STDIN_FILENO, "standard input", isOwned: false)
    }

    private func opened(
        _ descriptor: Int32, _ path: String, isOwned: Bool
    ) throws(FileFailure) -> any OpenedFile {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let code = errno
            if isOwned { _ = close(descriptor) }
            throw failure(code, path)
        }
        // Files that the kernel makes up, as under /proc, state no size.
        let isPlain = kind(of: status) == .file && status.st_size > 0
        let isWhole = isOwned || lseek(descriptor, 0, SEEK_CUR) == 0
        return LiveOpenedFile(
            descriptor, size: isPlain && isWhole ? Int(status.st_size) : nil,
            modified: modificationTime(in: status), path: path, isOwned: isOwned)
    }
}
