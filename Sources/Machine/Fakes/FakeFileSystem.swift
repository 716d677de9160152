import Foundation
import Synchronization

/// Reads files from a table instead of the disk, for tests.
///
/// A key is an absolute path; the folders above it exist by themselves.
public final class FakeFileSystem: FileSystem {
    /// What stands at a path of the table.
    public enum Node: Sendable, ExpressibleByStringLiteral {
        /// A file with these bytes.
        case bytes([UInt8])
        /// A folder that nothing need stand in.
        case directory
        /// A device, socket or pipe.
        case other
        /// A symbolic link with this text, which nothing stands behind.
        case link(String)
        /// Something that cannot be read, and why.
        case failure(FileFailure)

        /// A file with this text.
        public static func text(_ text: String) -> Node { .bytes(Array(text.utf8)) }

        /// Makes a file with the literal's text.
        public init(stringLiteral text: String) {
            self = .text(text)
        }
    }

    private struct State {
        var nodes: [String: Node]
        var pathsRead: [String] = []
        var attributes: [String: FileAttributes] = [:]
        var volumes: [String: VolumeSpace] = [:]
    }

    private let state: Mutex<State>

    /// Makes a file system of these paths only.
    public init(_ nodes: [String: Node] = [:]) {
        state = Mutex(State(nodes: nodes))
    }

    /// The paths that were read so far, in order.
    public var pathsRead: [String] { state.withLock(\.pathsRead) }

    /// Puts something at a path, or takes it away with `nil`.
    public func set(_ path: String, to node: Node?) {
        state.withLock { $0.nodes[path] = node }
    }

    /// Says what the system knows of a path that the table has.
    public func set(_ path: String, to attributes: FileAttributes) {
        state.withLock { $0.attributes[path] = attributes }
    }

    /// Mounts a file system at a path; what stands below is on it too.
    public func mount(_ volume: VolumeSpace, at path: String) {
        state.withLock { $0.volumes[path] = volume }
    }

    /// Reads a file of the table from its start.
    public func read(_ path: String, limit: Int) throws(FileFailure) -> [UInt8] {
        let node = state.withLock { state in
            state.pathsRead.append(path)
            return state.nodes[path]
        }
        switch node {
        case .bytes(let bytes): return Array(bytes.prefix(limit))
        case .failure(let failure): throw failure
        case .other: throw .wrongKind(path, .other)
        case .directory: throw .wrongKind(path, .directory)
        case .link: throw .notFound(path)
        case nil:
            throw kind(of: path) == .directory ? .wrongKind(path, .directory) : .notFound(path)
        }
    }

    /// Reads a file of the table from its end; nobody knows when it was written.
    public func readTail(_ path: String, limit: Int) throws(FileFailure) -> FileTail {
        let bytes = try read(path, limit: .max)
        let tail = Array(bytes.suffix(max(0, limit)))
        return FileTail(bytes: tail, skipped: bytes.count - tail.count)
    }

    /// Lists the names that the table has right below a folder.
    public func list(_ path: String) throws(FileFailure) -> [String] {
        switch kind(of: path) {
        case .directory: break
        case nil: throw .notFound(path)
        case let kind?: throw .wrongKind(path, kind)
        }
        let folder = path.hasSuffix("/") ? path : path + "/"
        let names = state.withLock(\.nodes).keys.compactMap { key -> String? in
            guard key.hasPrefix(folder) else { return nil }
            return key.dropFirst(folder.count).split(separator: "/").first.map(String.init)
        }
        return Set(names).sorted()
    }

    /// What the table has at the path, or a folder where it has something below.
    public func kind(of path: String) -> FileKind? {
        let nodes = state.withLock(\.nodes)
        switch nodes[path] {
        case .bytes, .failure: return .file
        case .directory: return .directory
        case .other: return .other
        case .link: return nil
        case nil:
            let folder = path.hasSuffix("/") ? path : path + "/"
            return folder == "/" || nodes.keys.contains { $0.hasPrefix(folder) } ? .directory : nil
        }
    }

    /// What the table's link at the path says.
    public func linkTarget(of path: String) -> String? {
        guard case .link(let target) = state.withLock(\.nodes)[path] else { return nil }
        return target
    }
}

extension FakeFileSystem {
    /// What a test set, or what fits what the table has: root's, of the fake clock's start, and
    /// denied to this user where the table says so.
    public func attributes(of path: String) throws(FileFailure) -> FileAttributes {
        let (node, given) = state.withLock { ($0.nodes[path], $0.attributes[path]) }
        guard let kind = kind(of: path) else { throw .notFound(path) }
        if let given { return given }
        var size = 0
        var isPermitted = true
        switch node {
        case .bytes(let bytes): size = bytes.count
        case .failure(.notPermitted): isPermitted = false
        case .failure(let failure): throw failure
        case .directory, .other, .link, nil: break
        }
        return FileAttributes(
            kind: kind, size: size, permissions: kind == .directory ? 0o755 : 0o644, owner: 0,
            ownerName: "root", modified: Date(timeIntervalSince1970: 1_767_225_600),
            isReadable: isPermitted, isWritable: isPermitted)
    }

    /// The file system mounted nearest above the path, or one that is half empty.
    public func volume(of path: String) throws(FileFailure) -> VolumeSpace {
        guard kind(of: path) != nil else { throw .notFound(path) }
        let volumes = state.withLock(\.volumes)
        let mounted = volumes.keys
            .filter { path == $0 || path.hasPrefix($0.hasSuffix("/") ? $0 : $0 + "/") }
            .max { $0.utf8.count < $1.utf8.count }
        return mounted.flatMap { volumes[$0] }
            ?? VolumeSpace(
                bytes: .init(total: 100 << 30, used: 50 << 30, available: 50 << 30),
                inodes: .init(total: 1_000_000, used: 500_000, available: 500_000))
    }
}
