import Foundation

/// Keeps requests to this machine away from a proxy that the environment names.
///
/// libcurl reads `http_proxy` and the like by itself and URLSession of swift-corelibs-foundation
/// gives no other way to tell it (`connectionProxyDictionary` is not read), so the addresses of this
/// machine are added to `no_proxy`. What stands there already stays.
enum ProxyExemption {
    private static let proxyVariables = [
        "http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY",
    ]
    private static let ownAddresses = ["localhost", "127.0.0.1", "127.0.0.0/8", "::1"]

    /// Changes this process's environment, if it names a proxy at all.
    static func apply() {
        let environment = ProcessInfo.processInfo.environment
        guard let list = extendedList(for: environment) else { return }
        setenv("no_proxy", list, 1)
    }

    /// What `no_proxy` must be, or `nil` where it may stay as it is.
    static func extendedList(for environment: [String: String]) -> String? {
        guard proxyVariables.contains(where: { environment[$0]?.isEmpty == false }) else {
            return nil
        }
        // libcurl looks at the lower-case name first (CURLOPT_NOPROXY).
        let list = environment["no_proxy"] ?? environment["NO_PROXY"] ?? ""
        let entries = list.split { $0 == "," || $0 == " " }.map(String.init)
        let missing = ownAddresses.filter { !entries.contains($0) }
        guard !missing.isEmpty, entries != ["*"] else { return nil }
        return (entries + missing).joined(separator: ",")
    }
}
