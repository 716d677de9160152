/// Looks whether a file is text at all.
enum EncodingCheck {
    /// What a look at the bytes gave.
    struct Result {
        /// What is wrong with them.
        var diagnostics: [Diagnostic]
        /// The text; `nil` where there is no point in reading on.
        var text: String?
    }

    /// Checks a source's size and encoding; bad bytes in a text are an error and the rest still loads.
    static func check(_ source: RunbookSource) -> Result {
        let start = SourceLocation(file: source.file, line: 1)
        if source.bytes.count > RunbookLoader.largestFile {
            let limit = RunbookLoader.largestFile >> 20
            return Result(
                diagnostics: [
                    Diagnostic(
                        .error, rule: "file-size", "the file is larger than \(limit) MB", at: start)
                ], text: nil)
        }
        if source.bytes.contains(0) {
            return Result(
                diagnostics: [
                    Diagnostic(.error, rule: "file-encoding", "this is no text file", at: start)
                ], text: nil)
        }
        if let text = String(validating: source.bytes, as: UTF8.self) {
            return Result(diagnostics: [], text: text)
        }
        let place = SourceLocation(file: source.file, line: lineOfInvalidByte(in: source.bytes))
        return Result(
            diagnostics: [
                Diagnostic(
                    .error, rule: "file-encoding",
                    "this line is not UTF-8; save the file as UTF-8", at: place)
            ], text: String(decoding: source.bytes, as: UTF8.self))
    }

    /// The number of the first line that is not UTF-8.
    private static func lineOfInvalidByte(in bytes: [UInt8]) -> Int {
        var line = 1
        for text in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if String(validating: text, as: UTF8.self) == nil { return line }
            line += 1
        }
        return line
    }
}
