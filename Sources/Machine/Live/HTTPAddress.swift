import Foundation

/// An absolute http or https address, its credentials taken out.
struct HTTPAddress: Sendable, Equatable {
    /// The address without user, password and fragment.
    let url: URL
    /// The value of an `Authorization` field for the user and password it was written with.
    let authorization: String?

    /// Reads an address.
    ///
    /// - Throws: ``HTTPFailure/invalidURL(_:)``, which shows no credentials either.
    init(_ text: String) throws(HTTPFailure) {
        guard let components = URLComponents(string: text) else {
            throw .invalidURL(Self.withoutCredentials(text))
        }
        try self.init(components, as: text)
    }

    /// Reads what a `Location` field says, from the address that answered with it (RFC 9110,
    /// 10.2.2). Credentials in it are left out, for a server has none to give.
    ///
    /// - Throws: ``HTTPFailure/badRedirect(_:)`` where it does not lead to http or https.
    func redirect(to location: String) throws(HTTPFailure) -> HTTPAddress {
        guard let target = URL(string: location, relativeTo: url),
            let components = URLComponents(url: target, resolvingAgainstBaseURL: true)
        else { throw .badRedirect(Self.shown(location)) }
        var bare = components
        (bare.user, bare.password) = (nil, nil)
        do throws(HTTPFailure) {
            return try HTTPAddress(bare, as: location)
        } catch {
            throw .badRedirect(Self.shown(location))
        }
    }

    /// Whether both addresses are of one origin, so that credentials for one may go to the other.
    func hasOrigin(of other: HTTPAddress) -> Bool {
        scheme == other.scheme && port == other.port
            && url.host()?.lowercased() == other.url.host()?.lowercased()
    }

    /// The port written, or the scheme's own.
    var port: Int { url.port ?? (scheme == "https" ? 443 : 80) }

    private var scheme: String? { url.scheme }

    private init(_ components: URLComponents, as text: String) throws(HTTPFailure) {
        var components = components
        let user = components.user
        let password = components.password
        // URLSession compares the scheme's letters as they are.
        components.scheme = components.scheme?.lowercased()
        (components.user, components.password, components.fragment) = (nil, nil, nil)
        guard components.scheme == "http" || components.scheme == "https",
            let host = components.host, !host.isEmpty,
            (1...65_535).contains(components.port ?? 80),
            let url = components.url
        else { throw .invalidURL(Self.withoutCredentials(text)) }
        self.url = url
        authorization = user.map { user in
            "Basic " + Data("\(user):\(password ?? "")".utf8).base64EncodedString()
        }
    }

    /// What of a server's text may be shown: no credentials, no query, no signs but plain ones.
    private static func shown(_ location: String) -> String {
        let path = withoutCredentials(location).prefix { $0 != "?" && $0 != "#" }
        let plain = path.unicodeScalars.filter { (0x21...0x7E).contains($0.value) }
        return String(String.UnicodeScalarView(plain.prefix(100)))
    }

    /// The text with everything between `//` and the last `@` of the authority left out.
    static func withoutCredentials(_ text: String) -> String {
        guard let slashes = text.range(of: "//") else { return text }
        let rest = text[slashes.upperBound...]
        let authority = rest.prefix { !"/?#".contains($0) }
        guard let at = authority.lastIndex(of: "@") else { return text }
        return "\(text[..<slashes.upperBound])\(text[text.index(after: at)...])"
    }
}
