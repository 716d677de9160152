import Foundation

/// Writes to what a file descriptor stands for (write(2)).
public enum DescriptorWriting {
    /// Writes all of the bytes, however few the system takes at a time, or gives the `errno` of why
    /// not.
    public static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress, $0.count)
            }
            if written > 0 {
                rest = rest.dropFirst(written)
            } else if written == 0 {
                return EIO
            } else if errno != EINTR {
                return errno
            }
        }
        return nil
    }
}
