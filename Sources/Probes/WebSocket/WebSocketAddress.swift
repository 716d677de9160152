import Foundation
import Machine

/// Where a `ws` or `wss` URL leads (RFC 6455, 3).
struct WebSocketAddress: Sendable, Hashable {
    /// The host, without brackets.
    let host: String
    /// The port written, or the scheme's own.
    let port: Int
    /// Whether the scheme is `wss`.
    let isSecure: Bool
    /// What is asked for: path and query, without a fragment, which no server is told.
    let resource: String
    /// The value of an `Authorization` field for the user and password it was written with.
    let authorization: String?

    /// Reads an address; `nil` where it is none.
    init?(_ text: String) {
        guard let address = Address(url: text), let host = address.host,
            let separator = text.firstRange(of: "://"),
            address.scheme == "ws" || address.scheme == "wss",
            text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }),
            let port = address.effectivePort, port > 0
        else { return nil }
        self.host = host
        self.port = port
        isSecure = address.scheme == "wss"
        let rest = text[separator.upperBound...]
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let tail = rest[authority.endIndex...].prefix { $0 != "#" }
        resource = Self.escaped(tail.first == "/" ? String(tail) : "/" + tail)
        authorization = authority.lastIndex(of: "@").map { Self.basic(authority[..<$0]) }
    }

    /// The value of the `Host` field, the port left out where it is the scheme's own.
    var hostField: String {
        let name = host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]" : host
        return port == (isSecure ? 443 : 80) ? name : "\(name):\(port)"
    }

    /// The resource with what is not ASCII escaped, as in any URI (RFC 3987, 3.1).
    private static func escaped(_ text: String) -> String {
        text.utf8.reduce(into: "") { escaped, byte in
            if byte < 0x80 {
                escaped.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                escaped += "%" + String(byte, radix: 16, uppercase: true)
            }
        }
    }

    /// User and password as HTTP sends them (RFC 7617, 2).
    private static func basic(_ userinfo: some StringProtocol) -> String {
        let colon = userinfo.firstIndex(of: ":")
        let user = userinfo[..<(colon ?? userinfo.endIndex)]
        let password = colon.map { userinfo[userinfo.index(after: $0)...] } ?? ""
        let plain = [user, password].map { $0.removingPercentEncoding ?? String($0) }
        return "Basic " + Data(plain.joined(separator: ":").utf8).base64EncodedString()
    }
}
