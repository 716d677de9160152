import Foundation
import Testing

@testable import Machine

@Suite("The proxy of a request")
struct ProxyChoiceTests {
    private static let choices: [([String: String], String, String?)] = [
        (["http_proxy": "http://u:p@proxy:3128/x"], "http://a.example/", "proxy:3128"),
        (["http_proxy": "proxy:3128"], "http://a.example/", "proxy:3128"),
        (["HTTP_PROXY": "proxy:1"], "http://a.example/", nil),
        (["HTTPS_PROXY": "proxy:1"], "https://a.example/", "proxy:1"),
        (["http_proxy": "proxy:1"], "https://a.example/", nil),
        (["all_proxy": "socks5://proxy:1"], "https://a.example/", "proxy:1"),
        (["http_proxy": "", "ALL_PROXY": "proxy:1"], "http://a.example/", nil),
        (["http_proxy": "proxy:1", "no_proxy": "b.example, .example"], "http://A.example/", nil),
        (["http_proxy": "proxy:1", "NO_PROXY": "*"], "http://a.example/", nil),
        (["http_proxy": "proxy:1", "no_proxy": "ample"], "http://a.example/", "proxy:1"),
        (["http_proxy": "proxy:1", "no_proxy": "127.0.0.0/8"], "http://127.0.0.2/", nil),
    ]

    @Test("which one it goes to", arguments: choices)
    func choice(environment: [String: String], url: String, proxy: String?) throws {
        let url = try #require(URL(string: url))
        #expect(ProxyChoice(environment).proxy(for: url) == proxy)
    }
}
