import Probes

/// One file of a bundle, before secrets are taken out of it.
public struct BundleItem: Sendable, Hashable {
    /// Where it stands below the bundle's folder: `logs/portal.txt`.
    public var path: String
    /// Its content as it was got.
    public var bytes: [UInt8]
    /// How it was got, such as the command: what a reader would type for a newer one.
    public var source: String
    /// What was cut off already where it was got.
    public var lack: Capture.Lack

    /// Makes a file of bytes.
    public init(
        _ path: String, _ bytes: [UInt8], source: String, lack: Capture.Lack = .nothing
    ) {
        self.path = path
        self.bytes = bytes
        self.source = source
        self.lack = lack
    }

    /// Makes a file of text.
    public init(_ path: String, _ text: String, source: String) {
        self.init(path, Array(text.utf8), source: source)
    }
}

/// Something that was asked for and could not be had.
public struct MissingItem: Sendable, Hashable, Codable {
    /// What was asked for.
    public var what: String
    /// Why it could not be had, in a few words.
    public var reason: String

    /// Makes one.
    public init(_ what: String, because reason: String) {
        self.what = what
        self.reason = reason
    }
}
