import Machine
import Redaction

/// An answer to the handshake other than 101, and who may have given it.
///
/// A proxy that does not pass WebSockets on takes out `Upgrade` and `Connection`, which are for one
/// hop only (RFC 9110, 7.6.1): the server behind it then sees a plain request, and answers as to
/// one, mostly with 200, 400 or 426.
struct WebSocketRefusal {
    private let head: HTTPResponseHead
    private let body: String
    private let redactor: Redactor

    init(_ head: HTTPResponseHead, body: [UInt8], redactor: Redactor) {
        self.head = head
        self.body = String(decoding: body, as: UTF8.self).lowercased()
        self.redactor = redactor
    }

    /// The refusal in a few words, for a verdict.
    var summary: String { "\(head.status), \(meaning)\(software)" }

    private var meaning: String {
        switch head.status {
        case 426,
            400 where body.contains("upgrade"):
            return "\(server) saw no Upgrade: a proxy in between drops it"
        case 400: return "\(server) finds the request wrong, or a proxy drops the Upgrade"
        case 200..<300:
            return "a plain answer: no WebSocket is at this path, or a proxy drops the Upgrade"
        case 300..<400: return "a redirect\(target), which no WebSocket follows"
        case 401: return "\(server) wants other credentials"
        case 403: return "\(server) does not let this client or its origin in"
        case 404: return "\(server) has nothing at this path"
        case 407: return "a proxy wants credentials"
        case 429: return "\(server) has had too many requests"
        case 502, 503, 504:
            return "a proxy has no server behind it that answers, or it is overloaded"
        case 500...: return "\(server) failed"
        default: return "\(server) refuses"
        }
    }

    private var target: String {
        guard let location = head.value(of: "Location") else { return "" }
        return " to " + excerpt(HTTPMessage.withoutSecrets(location))
    }

    /// Who answered: a proxy's own page names it, whereas its `Server` field stands in answers of
    /// the servers behind it too.
    private var server: String {
        let name = Self.ownPages.first { body.contains("<center>\($0)") }
        return name.map { "\($0) itself" } ?? "the server"
    }

    /// nginx and what is made of it close their error pages so (ngx_http_special_response.c).
    private static let ownPages = ["nginx", "openresty", "tengine"]

    private var software: String {
        guard let name = head.value(of: "Server"), !name.isEmpty else { return "" }
        return " (\(excerpt(name)))"
    }

    private func excerpt(_ text: String) -> String {
        Excerpt.line(of: text, limit: Excerpt.valueLength, redactor: redactor)
    }
}
