import Foundation

/// Reads files and folders on behalf of probes; never writes.
public protocol FileSystem: Sendable {
    /// Reads a file from its start, up to a number of bytes.
    func read(_ path: String, limit: Int) throws(FileFailure) -> [UInt8]
    /// Reads the end of a file, up to a number of bytes.
    func readTail(_ path: String, limit: Int) throws(FileFailure) -> FileTail
    /// Lists the names in a folder, sorted.
    func list(_ path: String) throws(FileFailure) -> [String]
    /// What stands at the path, links followed; `nil` where nothing does.
    func kind(of path: String) -> FileKind?
    /// What the system knows of what stands at the path, links followed.
    func attributes(of path: String) throws(FileFailure) -> FileAttributes
    /// How much room the file system has that holds the path.
    func volume(of path: String) throws(FileFailure) -> VolumeSpace
    /// What the symbolic link at the path says, whether or not anything stands there; `nil` where
    /// the path is no link or may not be looked at.
    func linkTarget(of path: String) -> String?
    /// Opens a file to be read piece by piece.
    func open(_ path: String) throws(FileFailure) -> any OpenedFile
    /// Opens what this process reads from standard input.
    func standardInput() throws(FileFailure) -> any OpenedFile
}

extension FileSystem {
    /// Reads a file as text, invalid UTF-8 replaced, up to ``FileLimit/text``.
    public func text(of path: String) throws(FileFailure) -> String {
        String(decoding: try read(path, limit: FileLimit.text), as: UTF8.self)
    }

    /// Reads the whole file at once, where the file system has nothing better.
    public func open(_ path: String) throws(FileFailure) -> any OpenedFile {
        MemoryFile(try read(path, limit: FileLimit.memory))
    }

    /// Nothing to read, where the file system has no standard input.
    public func standardInput() throws(FileFailure) -> any OpenedFile { MemoryFile([]) }

    /// Whether anything stands at the path.
    public func exists(_ path: String) -> Bool { kind(of: path) != nil }
}

/// Bounds on what is read from disk.
public enum FileLimit {
    /// The most bytes of a text file (configuration, script, runbook) that are read.
    public static let text = 16 << 20
    /// The most bytes of a file that are held in memory where it can't be read piece by piece.
    public static let memory = 256 << 20
}

/// The end of a file.
public struct FileTail: Sendable, Hashable {
    /// Its last bytes.
    public var bytes: [UInt8]
    /// How many bytes of the file stand in front of them.
    public var skipped: Int
    /// When the file was last written; `nil` where nobody can tell.
    public var modified: Date?

    /// Makes an end.
    public init(bytes: [UInt8], skipped: Int = 0, modified: Date? = nil) {
        self.bytes = bytes
        self.skipped = skipped
        self.modified = modified
    }
}

/// What stands at a path.
public enum FileKind: Sendable, Hashable {
    /// A regular file.
    case file
    /// A folder.
    case directory
    /// A device, socket or pipe, which is never read.
    case other
}

/// Why a path could not be looked at.
public enum FileFailure: Error, Sendable, Hashable {
    /// Nothing stands there.
    case notFound(String)
    /// This user may not read it.
    case notPermitted(String)
    /// It is something else than was asked for.
    case wrongKind(String, FileKind)
    /// Something else, in the platform's words.
    case other(String, String)

    /// The failure in a few words, for a verdict.
    public var summary: String {
        switch self {
        case .notFound(let path): "\(path) does not exist"
        case .notPermitted(let path): "\(path) may not be read by this user"
        case .wrongKind(let path, .directory): "\(path) is a folder"
        case .wrongKind(let path, _): "\(path) is not a regular file or folder"
        case .other(let path, let reason): "\(path): \(reason)"
        }
    }

    /// The same failure about the path as a person wrote it.
    public func naming(_ path: String) -> FileFailure {
        switch self {
        case .notFound: .notFound(path)
        case .notPermitted: .notPermitted(path)
        case .wrongKind(_, let kind): .wrongKind(path, kind)
        case .other(_, let reason): .other(path, reason)
        }
    }
}
