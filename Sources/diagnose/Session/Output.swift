import Foundation

/// Writes whole texts to standard output and standard error.
enum Output {
    /// Writes to standard output.
    static func print(_ text: String) { write(text, to: STDOUT_FILENO) }

    /// Writes to standard error.
    static func printError(_ text: String) { write(text, to: STDERR_FILENO) }

    /// Writes all bytes, or stops where the reader has gone (`| head`), which is no failure of ours.
    private static func write(_ text: String, to descriptor: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { buffer in
                Foundation.write(descriptor, buffer.baseAddress, buffer.count)
            }
            if written > 0 {
                bytes = bytes.dropFirst(written)
            } else if written < 0, errno == EINTR {
                continue
            } else {
                return
            }
        }
    }
}
