import Foundation
import Testing

@testable import Machine

@Suite("HTTP addresses")
struct HTTPAddressTests {
    @Test(
        "an address is read without credentials and fragment",
        arguments: [
            ("http://h/p?q#f", "http://h/p?q", 80), ("HTTPS://h", "https://h", 443),
            ("http://u:p@h:8080/", "http://h:8080/", 8080),
            ("http://[::1]:81/", "http://[::1]:81/", 81),
            ("http://h/a b", "http://h/a%20b", 80),
        ])
    func reads(text: String, url: String, port: Int) throws {
        let address = try HTTPAddress(text)
        #expect(address.url.absoluteString == url)
        #expect(address.port == port)
    }

    @Test(
        "one origin is scheme, host and port",
        arguments: [
            ("http://h/a", "http://h:80/b", true), ("http://h", "http://H", true),
            ("http://h", "https://h", false), ("http://h", "http://h:81", false),
            ("http://h", "http://g", false),
        ])
    func origins(one: String, other: String, isSame: Bool) throws {
        #expect(try HTTPAddress(one).hasOrigin(of: HTTPAddress(other)) == isSame)
    }

    @Test(
        "credentials are left out of any text",
        arguments: [
            ("http://u:p@h/x@y", "http://h/x@y"), ("x://u@p@h", "x://h"), ("h@x", "h@x"),
            ("//u:p@h?a", "//h?a"), ("http://h/?a=b@c", "http://h/?a=b@c"), ("//@", "//"),
        ])
    func redacts(text: String, shown: String) {
        #expect(HTTPAddress.withoutCredentials(text) == shown)
    }

    @Test("any location whatever leads somewhere or is refused")
    func locations() throws {
        let base = try HTTPAddress("http://h:8000/a/b?c")
        let pieces = [
            "", "/", "//", "?", "#", "%", "%zz", "%00", "@", ":", "[", "]", "::1", "..", "é",
            "\u{0}",
            " ", "\\", "http:", "file:", "0", "99999999999999999999", "\u{202E}", "|^`{}",
        ]
        for first in pieces {
            for second in pieces {
                for third in pieces {
                    let next = try? base.redirect(to: first + second + third)
                    #expect(next.map { ["http", "https"].contains($0.url.scheme) } ?? true)
                }
            }
        }
    }
}
