import Machine

/// How a log is compressed, and which of the system's programs reads it.
public enum Compression: String, Sendable, CaseIterable {
    /// RFC 1952.
    case gzip
    /// RFC 8878.
    case zstd
    /// bzip2.
    case bzip2
    /// The .xz file format.
    case xz

    /// The most bytes that tell.
    static let magicLength = 6
    /// How long a program may take for one log.
    private static let timeout = Duration.seconds(6 * 3600)

    private var magic: [UInt8] {
        switch self {
        case .gzip: [0x1F, 0x8B]
        case .zstd: [0x28, 0xB5, 0x2F, 0xFD]
        case .bzip2: [0x42, 0x5A, 0x68]
        case .xz: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]
        }
    }

    /// Tells by the first bytes of a file; `nil` where they are no compressed file's.
    public init?(magic bytes: some Collection<UInt8>) {
        guard let found = Self.allCases.first(where: { bytes.starts(with: $0.magic) }) else {
            return nil
        }
        self = found
    }

    /// The command that prints what a file holds.
    public func command(for path: String) -> Command {
        Command(rawValue, ["-dc", "--", path], timeout: Self.timeout)
    }
}
