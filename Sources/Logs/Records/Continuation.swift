import Foundation

/// Tells whether a line continues the record in front of it.
///
/// A line with a time, a level or fields of its own starts a record, as does JSON. Indented lines,
/// closing brackets and what runtimes print around stack traces continue one, and so does any other
/// line behind one with a time. What the engine took seconds later continues nothing.
struct Continuation {
    /// The record's first line.
    private var first: LogLine
    /// When the engine took the last line.
    private var received: Date?
    /// Whether a Python traceback is open, which its exception ends.
    private var isTraceback: Bool
    /// Whether goroutines are listed, which are not indented.
    private var isDump: Bool

    /// What a program prints at once arrives within this time, in seconds.
    private static let burst = 2.0

    /// Starts a record with a line.
    init(_ line: LogLine) {
        first = line
        received = line.received
        isTraceback = line.text.starts(with: Self.traceback)
        isDump = line.text.starts(with: Self.goroutine)
    }

    /// Whether a line continues the record.
    mutating func takes(_ line: LogLine) -> Bool {
        if let received, let next = line.received {
            if next.timeIntervalSince(received) > Self.burst { return false }
            self.received = next
        }
        guard let start = line.text.first, !line.isBlank else { return true }
        if start == UInt8(ascii: "{") { return false }
        let head = line.head
        if head.time != nil { return false }
        if start.isBlank || Self.closers.contains(start) { return true }
        return takes(line.text, level: head.level)
    }

    private mutating func takes(_ text: ArraySlice<UInt8>, level: LogLevel?) -> Bool {
        if text.starts(with: Self.traceback) {
            isTraceback = true
            return true
        }
        if text.starts(with: Self.goroutine) {
            isDump = true
            return true
        }
        if Self.phrases.contains(where: { text.starts(with: $0) }) { return true }
        if isTraceback, level == nil || !Self.isCapitalised(text) {
            isTraceback = false
            return true
        }
        if level != nil || Self.isPair(text) { return false }
        return isDump || first.head.time != nil
    }

    /// Whether a word in capitals leads, as loggers write levels and Python no exceptions.
    private static func isCapitalised(_ text: ArraySlice<UInt8>) -> Bool {
        text.prefix(2).allSatisfy(\.isCapital)
    }

    /// Whether a line starts with `name=`.
    private static func isPair(_ text: ArraySlice<UInt8>) -> Bool {
        let name = text.prefix { $0.isLetter || $0.isDigit || nameMarks.contains($0) }
        return !name.isEmpty && name.endIndex < text.endIndex
            && text[name.endIndex] == UInt8(ascii: "=")
    }

    private static let closers: ByteSet = "}])"
    private static let nameMarks: ByteSet = "_.@-"
    private static let traceback = Array("Traceback (most recent call last)".utf8)
    private static let goroutine = Array("goroutine ".utf8)

    /// What Python, Java, SQLAlchemy, psycopg and Rust write at the start of a line that continues
    /// an error.
    private static let phrases = [
        "During handling of the above exception", "The above exception was the direct cause",
        "Caused by: ", "Suppressed: ", "... ", "[SQL: ", "[parameters: ",
        "(Background on this error", "LINE ", "DETAIL: ", "HINT: ", "CONTEXT: ", "QUERY: ",
        "stack backtrace:", "note: ",
    ].map { Array($0.utf8) }
}
