import Foundation
import Synchronization

/// Writes whole texts to standard output and standard error.
enum Output {
    private static let firstFailure = Mutex<String?>(nil)

    /// Why standard output took less than it was given, such as a full disk; a reader that has gone
    /// (`| head`) is no failure.
    static var failure: String? { firstFailure.withLock { $0 } }

    /// Writes to standard output.
    static func print(_ text: String) {
        guard let code = write(text, to: STDOUT_FILENO), code != EPIPE else { return }
        let reason =
            code == EBADF ? "standard output is closed" : String(cString: strerror(code))
        firstFailure.withLock { $0 = $0 ?? reason }
    }

    /// Writes to standard error.
    static func printError(_ text: String) { _ = write(text, to: STDERR_FILENO) }

    /// Writes all bytes, or gives the `errno` of why not.
    private static func write(_ text: String, to descriptor: Int32) -> Int32? {
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
                return errno
            }
        }
        return nil
    }
}
