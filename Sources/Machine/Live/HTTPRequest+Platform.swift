import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

extension HTTPRequest {
    /// The request in the platform's form.
    ///
    /// - Throws: ``HTTPFailure/other(_:)`` for what cannot be sent: a method or field that would
    ///   run over into other fields, or a body that goes with GET.
    func platformRequest(to address: HTTPAddress) throws(HTTPFailure) -> URLRequest {
        guard Self.isToken(method) else { throw .other("not an HTTP method: \(method)") }
        // URLSession of swift-corelibs-foundation refuses it, with a line on standard error.
        guard body == nil || method != "GET" else { throw .other("a GET request has no body") }
        var platform = URLRequest(url: address.url)
        platform.httpMethod = method
        platform.httpBody = body.map { Data($0) }
        platform.cachePolicy = .reloadIgnoringLocalCacheData
        platform.httpShouldHandleCookies = false
        // The exchange has a timer of its own; this one counts silence only, in whole seconds.
        platform.timeoutInterval = min(max(timeout.seconds, 0), 86_400) + 60
        for field in fields {
            guard Self.isToken(field.name), !field.value.utf8.contains(where: Self.breaksFields)
            else { throw .other("the field \(field.name) cannot be sent") }
            platform.addValue(field.value, forHTTPHeaderField: field.name)
        }
        if let authorization = address.authorization, value(of: "Authorization") == nil {
            platform.setValue(authorization, forHTTPHeaderField: "Authorization")
        }
        return platform
    }

    /// The request that follows a redirect (RFC 9110, 15.4).
    func redirected(
        withStatus status: Int, from old: HTTPAddress, to new: HTTPAddress
    ) -> HTTPRequest {
        var next = self
        let becomesGet = status == 303 ? method != "HEAD" : status <= 302 && method == "POST"
        if becomesGet {
            next.method = "GET"
            next.body = nil
            next.fields.removeAll { $0.name.lowercased().hasPrefix("content-") }
        }
        if new.hasOrigin(of: old) {
            if let authorization = old.authorization, value(of: "Authorization") == nil {
                next.fields.append(HTTPField(name: "Authorization", value: authorization))
            }
        } else {
            next.fields.removeAll { Self.isSecret($0.name) }
        }
        return next
    }

    /// Whether a field of that name is for the host alone that it was written for: `Authorization`,
    /// `Cookie`, `X-Api-Key`, `X-Auth-Token`.
    static func isSecret(_ name: String) -> Bool {
        let words = name.lowercased().split { $0 == "-" || $0 == "_" || $0 == "." }
        return words.contains { word in secretWords.contains { word.hasSuffix($0) } }
    }

    private static let secretWords = [
        "auth", "authorization", "authentication", "cookie", "token", "key", "secret", "password",
        "passwd", "passphrase", "credential", "credentials", "session", "sessionid", "signature",
        "jwt", "csrf", "xsrf", "assertion",
    ]

    private func value(of name: String) -> String? {
        fields.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    /// Whether the text is a token (RFC 9110, 5.6.2).
    private static func isToken(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { tokenBytes.contains($0) }
    }

    private static func breaksFields(_ byte: UInt8) -> Bool {
        byte == 0 || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n")
    }

    private static let tokenBytes = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-.^_`|~".utf8)
}
