import Foundation
import Machine

/// A certificate as `openssl x509` prints it.
struct Certificate: Sendable, Hashable {
    /// Whose it is, as RFC 2253 writes names: `CN=portal.example`.
    var subject: String
    /// Who signed it.
    var issuer: String
    /// From when on it is valid.
    var start: Date
    /// Until when it is valid.
    var end: Date
    /// The names that it covers, some with a wildcard.
    var names: [String]
    /// The IP addresses that it covers.
    var addresses: [IPAddress]

    /// Reads what `openssl x509 -subject -issuer -startdate -enddate -text` prints; `nil` where it is
    /// something else.
    init?(printed text: String) {
        let lines = text.split(separator: "\n")
        func field(_ name: String) -> Substring? {
            lines.first { $0.hasPrefix(name + "=") }.map { $0.dropFirst(name.count + 1) }
        }
        guard let start = field("notBefore").flatMap(Self.date),
            let end = field("notAfter").flatMap(Self.date)
        else { return nil }
        self.start = start
        self.end = end
        subject = PlainText.line(of: field("subject") ?? "", limit: PlainText.shownLine)
        issuer = PlainText.line(of: field("issuer") ?? "", limit: PlainText.shownLine)
        let header = lines.firstIndex { $0.contains("X509v3 Subject Alternative Name:") }
        let covered = header.map { lines[$0...].dropFirst().first ?? "" } ?? ""
        let entries = covered.split(separator: ",").map { $0.drop { $0 == " " } }
        names = entries.filter { $0.hasPrefix("DNS:") }.map {
            PlainText.line(of: $0.dropFirst("DNS:".count)).lowercased()
        }
        addresses = entries.filter { $0.hasPrefix("IP Address:") }.compactMap {
            IPAddress($0.dropFirst("IP Address:".count))
        }
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// `Nov 18 00:00:00 2026 GMT` (ASN1_TIME_print(3))
    private static func date(_ text: Substring) -> Date? {
        let words = text.split(separator: " ")
        guard words.count >= 4, let month = months.firstIndex(of: String(words[0])) else {
            return nil
        }
        return EngineTime.date(of: "\(words[3])-\(month + 1)-\(words[1])T\(words[2])Z")
    }

    /// How many days it is still valid, less than 0 where it has expired.
    func daysLeft(at now: Date) -> Double { end.timeIntervalSince(now) / 86_400 }

    /// How long ago it expired.
    func age(at now: Date) -> String {
        Duration(clampingSeconds: max(0, now.timeIntervalSince(end))).shortText
    }

    /// The first day of its validity, such as `2030-01-01`.
    var firstDay: String { Self.day(start) }
    /// The last day of its validity.
    var lastDay: String { Self.day(end) }

    private static func day(_ date: Date) -> String {
        date.formatted(.iso8601.year().month().day())
    }

    /// Whether it covers a host's name or address (RFC 9525, 6.3): letter case does not count, and
    /// `*` stands for all of the first label.
    func covers(_ host: String) -> Bool {
        if let address = IPAddress(host) { return addresses.contains(address) }
        var host = host.lowercased()[...]
        if host.hasSuffix(".") { host = host.dropLast() }
        let parent = host.firstIndex(of: ".").map { host[$0...] }
        return names.contains { name in
            name == host || (name.hasPrefix("*.") && parent == name.dropFirst())
        }
    }
}
