import Machine

/// What a client asked a ``LoopbackServer`` for.
public struct LoopbackRequest: Sendable, Hashable {
    /// The method, such as `GET`.
    public let method: String
    /// The path and query as sent, such as `/healthz?full=1`.
    public let target: String
    /// The header fields in the order sent.
    public let fields: [HTTPField]
    /// The body, as long as `Content-Length` said.
    public let body: [UInt8]

    /// The target without its query.
    public var path: String {
        target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).first
            .map(String.init) ?? target
    }

    /// The value of the first field of that name, whatever its case.
    public func value(of name: String) -> String? {
        fields.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    init(head: LoopbackHead, body: [UInt8]) {
        method = head.method
        target = head.target
        fields = head.fields
        self.body = body
    }
}

/// The request line and the header fields of a request.
struct LoopbackHead {
    let method: String
    let target: String
    let fields: [HTTPField]

    /// The length of the body that follows, in bytes; `nil` where the field is no number.
    var bodyLength: Int? {
        guard let field = fields.first(where: { $0.name.lowercased() == "content-length" }) else {
            return 0
        }
        return Int(field.value).flatMap { $0 >= 0 ? $0 : nil }
    }

    /// Reads a head without its closing empty line; `nil` where it is not HTTP/1.
    init?(_ bytes: some Sequence<UInt8>) {
        let lines = String(decoding: Array(bytes), as: UTF8.self).utf8
            .split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        guard let first = lines.first else { return nil }
        let words = first.split(separator: UInt8(ascii: " "))
        guard words.count == 3, words[2].starts(with: "HTTP/1.".utf8) else { return nil }
        method = String(Substring(words[0]))
        target = String(Substring(words[1]))
        fields = lines.dropFirst().compactMap { line in
            let parts = line.split(
                separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { return nil }
            let value = parts[1].drop { $0 == UInt8(ascii: " ") }
            return HTTPField(name: String(Substring(parts[0])), value: String(Substring(value)))
        }
    }
}
