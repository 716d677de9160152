import Foundation
import Machine
import Synchronization

/// Writes whole texts to standard output and standard error.
enum Output {
    private static let firstFailure = Mutex<String?>(nil)

    /// Why standard output took less than it was given, such as a full disk; a reader that has gone
    /// (`| head`) is no failure.
    static var failure: String? { firstFailure.withLock { $0 } }

    /// Writes to standard output.
    static func print(_ text: String) {
        guard let code = DescriptorWriting.write(Array(text.utf8), to: STDOUT_FILENO),
            code != EPIPE
        else { return }
        let reason =
            code == EBADF ? "standard output is closed" : String(cString: strerror(code))
        firstFailure.withLock { $0 = $0 ?? reason }
    }

    /// Writes to standard error.
    static func printError(_ text: String) {
        _ = DescriptorWriting.write(Array(text.utf8), to: STDERR_FILENO)
    }
}
