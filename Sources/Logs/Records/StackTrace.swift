/// Knows the lines with which runtimes start to tell of an error that nobody caught.
enum StackTrace {
    /// CPython, the Java virtual machine, Go and Rust, Node.js.
    private static let starts = [
        "Traceback (most recent call last)", "Exception in thread ", "panic: ", "thread '",
        "fatal error: ", "Uncaught ", "Unhandled ",
    ].map { Array($0.utf8) }

    /// Whether a line is such a start.
    static func starts(_ text: ArraySlice<UInt8>) -> Bool {
        starts.contains { text.starts(with: $0) }
    }
}
