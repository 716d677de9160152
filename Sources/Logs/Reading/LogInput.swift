import Machine

/// A log to be read, with its name.
public struct LogInput: Sendable {
    /// How a person knows it: a path, a service, `-`.
    public var name: String
    /// The compose service that wrote all of it, where it is one's.
    public var service: String?
    /// Where its bytes are.
    public var content: Content

    /// Where the bytes of a log are.
    public enum Content: Sendable {
        /// In a file or pipe.
        case file(any OpenedFile)
        /// In what a program prints.
        case output(Command, any CommandRunner)
    }

    /// Names a log.
    public init(_ name: String, service: String? = nil, _ content: Content) {
        self.name = name
        self.service = service
        self.content = content
    }

    /// A file, or what the system's program for its compression makes of it.
    ///
    /// - Throws: ``FileFailure`` where it can't be opened.
    public init(path: String, in world: World) throws(FileFailure) {
        let absolute = world.absolutePath(path)
        do throws(FileFailure) {
            let file = try world.files.open(absolute)
            if file.size != nil, let compression = try Self.compression(of: file) {
                self.init(path, .output(compression.command(for: absolute), world.commands))
            } else {
                self.init(path, .file(file))
            }
        } catch {
            throw error.naming(path)
        }
    }

    private static func compression(of file: any OpenedFile) throws(FileFailure) -> Compression? {
        var bytes = [UInt8](repeating: 0, count: Compression.magicLength)
        let count = try file.read(into: &bytes, bytes.indices, at: 0)
        return Compression(magic: bytes[..<count])
    }
}
