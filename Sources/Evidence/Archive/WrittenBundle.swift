/// A bundle that was written.
public struct WrittenBundle: Sendable, Hashable {
    /// Where it stands.
    public var path: String
    /// Its length in bytes, packed.
    public var bytes: Int
    /// What it holds and lacks.
    public var manifest: Manifest
}
