import Foundation

/// What the system knows of a file, a folder or something else at a path.
public struct FileAttributes: Sendable, Hashable {
    /// What it is.
    public var kind: FileKind
    /// Its size in bytes; of a folder that of its own entry, which says nothing.
    public var size: Int
    /// The twelve permission bits: `0o4755`.
    public var permissions: Int
    /// The user that owns it, by number.
    public var owner: Int
    /// The owner's name; `nil` where the number has none here.
    public var ownerName: String?
    /// When its content last changed.
    public var modified: Date
    /// Whether this user may read it.
    public var isReadable: Bool
    /// Whether this user may write to it.
    public var isWritable: Bool

    /// Gathers what is known.
    public init(
        kind: FileKind, size: Int, permissions: Int, owner: Int, ownerName: String?,
        modified: Date, isReadable: Bool = true, isWritable: Bool = true
    ) {
        self.kind = kind
        self.size = size
        self.permissions = permissions
        self.owner = owner
        self.ownerName = ownerName
        self.modified = modified
        self.isReadable = isReadable
        self.isWritable = isWritable
    }
}
