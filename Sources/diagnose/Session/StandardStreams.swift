import Foundation

/// Makes writing safe before anything is written.
enum StandardStreams {
    /// Settles that a stream which nobody opened (`>&-`) takes nothing, and that writing in vain is
    /// an error of the write, not the end of the program.
    ///
    /// To be called before anything is opened, which would else stand in a missing stream's place.
    static func prepare() {
        for descriptor in STDIN_FILENO...STDERR_FILENO {
            guard fcntl(descriptor, F_GETFD) == -1, errno == EBADF else { continue }
            // The wrong way round, so that its use fails as it would have. The lowest number that is
            // free is the one that is given.
            _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
        }
        // A reader that has gone (`| head`), and a file that grows beyond `ulimit -f`. Handled, not
        // ignored: children inherit what is ignored (execve(2)), and would write for ever.
        for number in [SIGPIPE, SIGXFSZ] { signal(number) { _ in } }
    }
}
