import Foundation

/// Which proxy libcurl sends a request to, as far as the environment says (lib/url.c and
/// lib/noproxy.c of curl 7.88), so that a failure can name it.
struct ProxyChoice {
    private let environment: [String: String]

    /// Reads the variables.
    init(_ environment: [String: String]) {
        self.environment = environment
    }

    /// The proxy for an address, host and port without credentials; `nil` where there is none.
    func proxy(for url: URL) -> String? {
        let scheme = url.scheme ?? ""
        // In a CGI program HTTP_PROXY would be a client's header field.
        var names = ["\(scheme)_proxy"] + (scheme == "https" ? ["HTTPS_PROXY"] : [])
        names += ["all_proxy", "ALL_PROXY"]
        guard let value = names.lazy.compactMap({ environment[$0] }).first, !value.isEmpty,
            !isExempt(url.host() ?? "")
        else { return nil }
        let bare = HTTPAddress.withoutCredentials(value.contains("//") ? value : "//" + value)
        let authority = bare.split(separator: "/").first { !$0.hasSuffix(":") } ?? "?"
        return String(authority.prefix(80))
    }

    /// Whether `no_proxy` names the host, or a domain that it is in.
    ///
    /// Of networks (`127.0.0.0/8`) only those that ``ProxyExemption`` writes are known.
    private func isExempt(_ host: String) -> Bool {
        let list = environment["no_proxy"] ?? environment["NO_PROXY"] ?? ""
        let host = host.lowercased()
        return list.lowercased().split { $0 == "," || $0 == " " }.contains { entry in
            let name = entry.drop { $0 == "." }
            return entry == "*" || host == name || host.hasSuffix("." + name)
                || (entry == "127.0.0.0/8" && host.hasPrefix("127."))
        }
    }
}
