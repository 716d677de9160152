import Testing

@testable import Machine

@Suite("Keeping this machine away from proxies")
struct ProxyExemptionTests {
    private static let own = "localhost,127.0.0.1,127.0.0.0/8,::1"

    @Test(
        "what no_proxy must be",
        arguments: [
            (["http_proxy": "http://p:1"], own),
            (["HTTPS_PROXY": "http://p:1", "NO_PROXY": "a.example, b"], "a.example,b," + own),
            (["all_proxy": "socks5://p", "no_proxy": "", "NO_PROXY": "a"], own),
            (
                ["http_proxy": "http://p:1", "no_proxy": "localhost,::1"],
                "localhost,::1,127.0.0.1,127.0.0.0/8"
            ),
        ])
    func extended(environment: [String: String], list: String) {
        #expect(ProxyExemption.extendedList(for: environment) == list)
    }

    @Test(
        "nothing is changed without need",
        arguments: [
            [:], ["http_proxy": ""], ["no_proxy": "a"],
            ["http_proxy": "http://p", "no_proxy": "*"],
            ["http_proxy": "http://p", "no_proxy": own],
        ])
    func unchanged(environment: [String: String]) {
        #expect(ProxyExemption.extendedList(for: environment) == nil)
    }
}
