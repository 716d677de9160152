/// What libcurl's words for a response that breaks off or breaks the rules of HTTP mean.
enum BrokenResponseWords {
    /// The meaning of a text in lower case, for a verdict; `nil` where it says something else.
    ///
    /// - Parameter isWithinResponse: whether the response's head had come, so that a closed
    ///   connection cut something off.
    static func meaning(of words: String, _ isWithinResponse: Bool) -> String? {
        if let known = table.first(where: { words.contains($0.words) }) { return known.meaning }
        // "transfer closed with 990 bytes remaining to read"
        if let start = words.firstRange(of: "transfer closed with "),
            let count = Int(words[start.upperBound...].prefix { $0.isNumber })
        {
            return "the response ends \(count) bytes before its Content-Length"
        }
        guard isWithinResponse else { return nil }
        return resets.contains { words.contains($0) }
            ? "connection reset within the response" : nil
    }

    /// Words of curl 7.88 to 8.14 (lib/http.c, http_chunks.c, content_encoding.c, transfer.c) and of
    /// the guard in front of it (Guard.c of LateCurl), first fit wins.
    private static let table: [(words: String, meaning: String)] = [
        ("within the header fields", "connection closed within the header fields"),
        ("header fields without end", "header fields without end"),
        ("too large response headers", "header fields without end"),
        ("bytes header (max", "a header field of more than 100 KB"),
        ("realloc for header", "a header field of more than 100 KB"),
        // What libcurl before 8.3 says of a line beyond its bound.
        ("out of memory", "a header field of more than 100 KB"),
        ("a body without end", "a body without end"),
        ("outstanding read data remaining", "the response ends before its last chunk"),
        ("hexadecimal", "the chunks of the response are malformed"),
        ("chunked-encod", "the chunks of the response are malformed"),
        ("chunk hex-length", "the chunks of the response are malformed"),
        ("content-length", "the Content-Length of the response is malformed"),
        ("unencoding", "the response can't be decompressed"),
        ("content encoding", "the response has an unknown compression"),
    ]

    private static let resets = ["connection reset", "recv failure", "unexpected eof"]
}
