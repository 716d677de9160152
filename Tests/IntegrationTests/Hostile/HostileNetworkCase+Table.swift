/// The table: what goes wrong, how it is asked, and what is said of it.
extension HostileNetworkCase {
    /// Every case.
    static let all = servers + bodies + redirects + certificates + names + proxies + otherKinds

    /// The address of a path, with credentials that nobody may see.
    private static func http(_ path: String) -> String {
        "http http://user:canary-url@127.0.0.1:8000\(path)"
    }

    /// Servers that break off, or say what is no response.
    static let servers = [
        fail("accepts and says nothing", http("/silent"), "no response within 1 s"),
        fail(
            "drips one byte a second", http("/drip"),
            "answered 200, but within 1 s only 1 byte of the body"),
        fail("header fields without end", http("/fields"), "header fields without end"),
        fail(
            "one header field without end", http("/field"),
            "a header field of more than 100 KB"),
        fail("closes at once", http("/closed"), "connection closed before a response"),
        fail(
            "closes within the head", http("/head-cut"),
            "connection closed within the header fields"),
        fail("another protocol", http("/mail"), "answered, but not with HTTP"),
        fail(
            "resets before it answers", http("/reset"), "connection reset before a response"),
        fail("resets midway", http("/reset-midway"), "connection reset within the response"),
        again(
            "swallows connections", "http http://127.9.0.1:8000/ok",
            "no response within 1 s"),
        fail("nobody there", "http http://127.8.0.1:8000/ok", "connection refused"),
    ]

    /// Bodies that are too much, too little or something else.
    static let bodies = [
        pass("a body of 10 GB", http("/body") + " status=200"),
        fail(
            "a body of 10 GB, looked at", http("/body") + " body=short",
            "body \"\(String(repeating: "x", count: 200))…\", of which only 1 MB were read"),
        fail(
            "10 GB of gzip", http("/bomb") + " body=short",
            "body \"…\", of which only 1 MB were read"),
        again(
            "gzip in gzip", http("/bombs") + " body=short",
            "body \"…\", of which only 1 MB were read"),
        fail("invalid chunks", http("/chunks"), "the chunks of the response are malformed"),
        fail(
            "chunks that end midway", http("/chunk-cut"),
            "the response ends before its last chunk"),
        pass("fields after the chunks", http("/trailers") + " body=hi"),
        pass("fields and body not UTF-8", http("/not-utf8") + " header.X-Name=café body~^a"),
        fail(
            "a Content-Length too large", http("/short"),
            "the response ends 990 bytes before its Content-Length"),
        pass("a Content-Length too small", http("/long") + " body=hi"),
        fail(
            "a Content-Length that is no number", http("/length"),
            "the Content-Length of the response is malformed"),
        fail("gzip that is none", http("/gzip"), "the response can't be decompressed"),
    ]

    /// Redirects to where nobody should go.
    static let redirects = [
        fail("100 redirects", http("/redirects/1"), "too many redirects"),
        fail(
            "a redirect to a file", http("/redirect-file"),
            "redirects to no http(s) URL: file:///etc/passwd"),
        fail(
            "a redirect to FTP with credentials", http("/redirect-secret"),
            "redirects to no http(s) URL: ftp://other.test/"),
        pass(
            "a redirect to another host, credentials in the URL, in fields and in the redirect",
            http("/redirect-other") + " status=200 body=untold header='Cookie: a=canary-cookie'"
                + " header='X-Api-Key: canary-key' header='Authorization: Bearer canary-bearer'"),
        fail(
            "a redirect with a body without end", http("/redirect-body"), "a body without end"),
        again(
            "a redirect without a scheme to an IPv6 address that is silent",
            http("/redirect-mute"), "no response within 1 s"),
    ]

    /// Certificates that nobody should trust.
    static let certificates = [
        fail(
            "an expired certificate", "http https://localhost:8441/ok",
            "TLS failed: the certificate has expired"),
        fail(
            "a self-signed certificate", "http https://localhost:8442/ok",
            "TLS failed: the certificate is self-signed"),
        fail(
            "a certificate for another name", "http https://localhost:8443/ok",
            "TLS failed: the certificate is for another host"),
        fail(
            "an unknown issuer", "http https://localhost:8444/ok",
            "TLS failed: the certificate's issuer is unknown"),
        fail(
            "no TLS at all", "http https://127.0.0.1:8000/ok",
            "TLS failed: the port does not speak TLS"),
        pass("a good certificate", "http https://localhost:8445/ok"),
        again(
            "closes within the head, inside TLS", "http https://localhost:8445/head-cut",
            "connection closed within the header fields"),
        pass("fields after the chunks, inside TLS", "http https://localhost:8445/trailers body=hi"),
    ]

    /// Names that resolve to nothing, slowly, or to many addresses; one family of addresses alone.
    static let names = [
        fail("a name that is not there", "http http://nothing.test:8000/ok", "host name not found"),
        again(
            "a name without an address", "http http://empty.test:8000/ok", "host name not found"),
        fail(
            "a name server that fails", "http http://broken.test:8000/ok",
            "no name server tells the address of broken.test"),
        fail(
            "a name that resolves slowly", "http http://slow.test:8000/ok",
            "host name not resolved within 1 s"),
        pass("200 addresses, the last one alone answers", "http http://many.test:8000/ok"),
        fail(
            "many addresses, all silent", "http http://dead.test:8000/ok",
            "no response within 1 s from the name's 16 addresses"),
        pass("IPv6 alone, by name", "http http://six.test:8006/ok"),
        pass("IPv4 alone, by name", "http http://four.test:8004/ok"),
        pass("IPv6 alone, by a name of both", "http http://localhost:8006/ok"),
        pass("IPv4 alone, by a name of both", "http http://localhost:8004/ok"),
        pass("an IPv6 address", "http 'http://[::1]:8006/ok'"),
    ]

    /// Proxies that the environment names.
    static let proxies = [
        HostileNetworkCase(
            name: "a proxy that swallows everything", line: "http http://elsewhere.test/",
            outcome: "fail", observed: "no response within 1 s (proxy 127.9.0.1:8000)",
            environment: ["http_proxy": "http://user:canary-proxy@127.9.0.1:8000/"]),
        HostileNetworkCase(
            name: "a proxy that is not there", line: "http https://elsewhere.test/",
            outcome: "fail", observed: "connection refused (proxy 127.8.0.1:8000)",
            environment: ["HTTPS_PROXY": "http://user:canary-proxy@127.8.0.1:8000"]),
        HostileNetworkCase(
            name: "a proxy whose name is not found", line: "http http://elsewhere.test/",
            outcome: "fail", observed: "host name not found (proxy nothing.test:3128)",
            environment: ["http_proxy": "nothing.test:3128"]),
        HostileNetworkCase(
            name: "this machine, in spite of a proxy", line: "http http://127.0.0.1:8000/ok",
            outcome: "pass", observed: "", environment: ["http_proxy": "http://127.9.0.1:8000"]),
    ]

    /// What the other kinds say where they do not go through the same transport.
    static let otherKinds = [
        fail(
            "ws: silence",
            "ws ws://user:canary-url@127.0.0.1:8000/silent"
                + " header='Authorization: Bearer canary-bearer'", "no answer within 1 s"),
        fail(
            "ws: header fields without end", "ws ws://127.0.0.1:8000/fields",
            "answered, but the answer has a header of more than 16 KB"),
        fail(
            "ws: closes within the head",
            "ws ws://user:canary-url@127.0.0.1:8000/head-cut?token=canary-query",
            "closed the connection in the middle of its answer"),
        fail(
            "ws: an expired certificate", "ws wss://localhost:8441/ok",
            "TLS failed: the certificate has expired"),
        fail(
            "ws: a name that resolves slowly", "ws ws://slow.test:8000/",
            "the name slow.test was not resolved within 1 s"),
        fail("tls: an expired certificate", "tls localhost:8441", ""),
        fail(
            "tls: a self-signed certificate", "tls localhost:8442",
            "trusted false, self-signed"),
        fail(
            "tls: a certificate for another name", "tls localhost:8443",
            "hostname false, it covers elsewhere.example, not localhost"),
        fail(
            "tls: silence", "tls 127.0.0.1:8007",
            "accepts connections, but no TLS answer within 1 s"),
        fail("tcp: swallowed", "tcp 127.9.0.1:8000", "no answer within 1 s"),
        fail(
            "tcp: a name that resolves slowly", "tcp slow.test:8000",
            "the name slow.test was not resolved within 1 s"),
        fail(
            "tcp: a name that is not there", "tcp nothing.test:8000",
            "the name nothing.test has no address"),
        fail(
            "dns: a name that resolves slowly", "dns slow.test",
            "the resolver gave no answer within 1 s"),
        fail(
            "dns: a name that is not there", "dns nothing.test",
            "resolves false, the name has no address"),
        pass("tcp: IPv6 alone", "tcp '[::1]:8006'"),
        fail(
            "cors: closes within the head",
            "cors http://user:canary-url@127.0.0.1:8000/head-cut origin=http://a.example",
            "connection closed within the header fields"),
        fail(
            "mediamtx: a body of 10 GB",
            "mediamtx * api=http://user:canary-url@127.0.0.1:8000/body",
            "what answers at http://user:[redacted:1]@127.0.0.1:8000/body is not MediaMTX's API"),
        fail(
            "mediamtx: slow pages", "mediamtx * api=http://127.0.0.1:8000/slow-pages paths>0",
            "the MediaMTX API at http://127.0.0.1:8000/slow-pages: no response within 1 s"),
        fail(
            "mediamtx: pages of many more items than were asked for",
            "mediamtx * api=http://127.0.0.1:8000/full-pages paths>0",
            "what answers at http://127.0.0.1:8000/full-pages is not MediaMTX's API"),
        HostileNetworkCase(
            name: "mediamtx: long pages",
            line: "mediamtx * api=http://127.0.0.1:8000/long-pages paths>0", outcome: "unknown",
            observed: "the MediaMTX API tells more than 2 MB at once"),
        HostileNetworkCase(
            name: "udp: silence", line: "udp 127.0.0.1:8007", outcome: "unknown",
            observed: "silent for 1 s, as open and filtered UDP ports both are"),
        fail(
            "udp: a name that resolves slowly", "udp slow.test:8000",
            "the name slow.test was not resolved within 1 s"),
    ]
}
