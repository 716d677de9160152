/// A file that is read piece by piece, from several threads at once where it knows its size.
public protocol OpenedFile: Sendable {
    /// How many bytes it had when it was opened; `nil` for what can only be read from front to back,
    /// such as a pipe.
    var size: Int? { get }
    /// When it was last written, in seconds since 1970; `nil` where nobody can tell.
    var modified: Double? { get }
    /// Reads bytes into a buffer and tells how many; 0 at the end.
    ///
    /// - Parameters:
    ///   - buffer: What is filled, as far as bytes are at hand.
    ///   - offset: Where to read; not looked at where there is no size.
    func read(
        into buffer: UnsafeMutableRawBufferPointer, at offset: Int
    ) throws(FileFailure) -> Int
    /// Makes whoever waits for bytes of a pipe go on as at its end.
    func stop()
}

extension OpenedFile {
    /// Nothing to do where nobody waits.
    public func stop() {}

    /// Reads bytes into a part of an array and tells how many; 0 at the end.
    public func read(
        into bytes: inout [UInt8], _ range: Range<Int>, at offset: Int
    ) throws(FileFailure) -> Int {
        let result = bytes.withUnsafeMutableBytes { buffer in
            Result<Int, FileFailure> { () throws(FileFailure) in
                try read(into: .init(rebasing: buffer[range]), at: offset)
            }
        }
        return try result.get()
    }
}

/// Bytes that are read as a file is.
public struct MemoryFile: OpenedFile {
    private let bytes: [UInt8]
    /// When it was last written.
    public let modified: Double?

    /// Makes a file of bytes.
    public init(_ bytes: [UInt8], modified: Double? = nil) {
        self.bytes = bytes
        self.modified = modified
    }

    /// How many bytes there are.
    public var size: Int? { bytes.count }

    /// Copies bytes.
    public func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Int {
        guard offset >= 0, offset < bytes.count else { return 0 }
        let count = min(buffer.count, bytes.count - offset)
        bytes.withUnsafeBytes {
            buffer.copyMemory(from: .init(rebasing: $0[offset..<offset + count]))
        }
        return count
    }
}
