import Foundation

/// What a bundle says of itself: its files with digests, and what could not be captured.
public struct Manifest: Sendable, Hashable, Codable {
    /// A file.
    public struct Item: Sendable, Hashable, Codable {
        /// Where it stands below the bundle's folder.
        public var path: String
        /// Its length.
        public var bytes: Int
        /// Its SHA-256 (FIPS 180-4) in small hexadecimal digits.
        public var sha256: String
        /// How it was got.
        public var source: String
        /// Whether something was cut off.
        public var truncated: Bool
    }

    /// The schema that this version writes and reads.
    public static let schema = "diagnose.bundle/1"
    /// The most bytes of a manifest that are read.
    static let limit = 4 << 20

    /// Which form it has.
    public var schema = Manifest.schema
    /// When the bundle was written, as in `2026-11-21T12:30:00Z`.
    public var created: String
    /// The version of the program that wrote it.
    public var version: String
    /// The files in the order in which they were captured.
    public var items: [Item]
    /// What could not be captured.
    public var missing: [MissingItem]

    /// Makes a manifest.
    public init(created: Date, version: String, items: [Item], missing: [MissingItem]) {
        self.created = created.formatted(.iso8601)
        self.version = version
        self.items = items
        self.missing = missing
    }

    /// Reads one.
    ///
    /// - Throws: What Foundation says of a document that is none.
    init(json: [UInt8]) throws {
        self = try JSONDecoder().decode(Manifest.self, from: Data(json))
    }

    /// The JSON document, its members in order of their names.
    var json: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Texts and numbers always have a form in JSON.
        return ((try? encoder.encode(self)).map { Array($0) } ?? []) + [0x0A]
    }

    /// The manifest without digests and time, which a pattern could take for secrets.
    var withoutDigests: Manifest {
        var plain = self
        plain.created = ""
        for position in plain.items.indices { plain.items[position].sha256 = "" }
        return plain
    }
}
