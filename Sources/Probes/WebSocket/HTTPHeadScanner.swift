/// Finds the end of a head in bytes that come piece by piece, looking at each of them once.
struct HTTPHeadScanner {
    private var position = 0
    private var lineStart = 0

    /// How many of the bytes so far are the head; `nil` where more must come.
    ///
    /// - Throws: ``HTTPResponseHead/Problem`` as soon as the bytes can be no head any more, so that
    ///   whoever speaks something else is not waited for.
    mutating func end(in bytes: [UInt8]) throws(HTTPResponseHead.Problem) -> Int? {
        let start = Array("HTTP/1.".utf8)
        guard bytes.prefix(start.count).elementsEqual(start.prefix(bytes.count)) else {
            throw .notHTTP
        }
        while position < min(bytes.count, HTTPResponseHead.limit) {
            defer { position += 1 }
            guard bytes[position] == UInt8(ascii: "\n") else { continue }
            guard position > lineStart, bytes[position - 1] == UInt8(ascii: "\r") else {
                throw .badLineEnd
            }
            if position - 1 == lineStart { return position + 1 }
            lineStart = position + 1
        }
        if position >= HTTPResponseHead.limit { throw .tooLong }
        return nil
    }
}
