import Testing

@testable import Catalog

@Suite("Entry identifiers")
struct EntryIdentifierTests {
    @Test(
        "a leading code becomes the id and leaves the title",
        arguments: [
            ("IC-02: Listener hears nothing", "ic-02", "Listener hears nothing"),
            ("Issue 1: Token fails", "issue-1", "Token fails"),
            ("RCA-010: Disk full", "rca-010", "Disk full"),
            ("INC-2024-01 — Outage", "inc-2024-01", "Outage"),
            ("Incident 7 - Fire", "incident-7", "Fire"),
        ])
    func codes(title: String, code: String, rest: String) {
        #expect(EntryIdentifier.parts(of: title) == .init(code: code, title: rest))
    }

    @Test(
        "numbers and empty prefixes only leave the title",
        arguments: [
            ("1) Port taken", "Port taken"), ("2.3 Redis refused", "Redis refused"),
            ("4. Nginx loops", "Nginx loops"), ("Issue: It hangs", "It hangs"),
            ("Q: Why is it slow?", "Why is it slow?"),
            ("Error 8200 — broken", "Error 8200 — broken"),
            ("503: unavailable", "unavailable"), ("10 GB limit hit", "10 GB limit hit"),
            ("IC-02:", "IC-02:"), ("HTTP 502: Bad Gateway", "HTTP 502: Bad Gateway"),
        ])
    func prefixes(title: String, rest: String) {
        #expect(EntryIdentifier.parts(of: title) == .init(code: nil, title: rest))
    }

    @Test(
        "slugs are lower case, dashed and short",
        arguments: [
            ("Listener hears nothing!", "listener-hears-nothing"), ("A / B & c_d", "a-b-c_d"),
            ("  ", ""), ("???", ""), ("Überlauf 2", "überlauf-2"), ("a — b", "a-b"),
        ])
    func slugs(title: String, slug: String) {
        #expect(EntryIdentifier.slug(of: title) == slug)
    }

    @Test("a long title is cut between words")
    func long() {
        let slug = EntryIdentifier.slug(of: String(repeating: "word ", count: 100))
        #expect(slug.utf8.count <= 80)
        #expect(slug.hasSuffix("-word"))
    }
}
