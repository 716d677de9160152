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
        case nil:
            let folder = path.hasSuffix("/") ? path : path + "/"
            return folder == "/" || nodes.keys.contains { $0.hasPrefix(folder) } ? .directory : nil
        }
    }
}
