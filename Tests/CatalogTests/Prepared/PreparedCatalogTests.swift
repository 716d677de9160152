import Testing

@testable import Catalog

@Suite("A prepared catalog")
struct PreparedCatalogTests {
    private static let markdown = """
        ---
        system: payments
        title: Payments — zahlungen
        last_verified: 2026-11-20
        review_after: 30d
        owner: on-call
        detect: [service:web, file:app/main.py, env:PAYMENTS_URL]
        depends: { web: [database] }
        variables:
          URL: http://localhost:8000
          slug:
        redact: ['CUST-[0-9]{8}']
        ---

        ## Triage

        1. **Is the database up?** See Issue 1.

           ```probe
           compose database state=running restarts<3   # the database is "down"
           ```

        ## Issues

        ### Issue 1: Payments are refused

        - **Status:** open
        - **Severity:** high
        - **Subsystem:** gateway
        - **Confidence:** medium
        - **Symptoms:** every card is refused, `card declined: %s`
        - **Also reported as:** no card works; nobody can pay
        - **Root cause:** the key has expired
        - **Fix:** `docker compose down -v`
        - **Questions:** since when?
        - **Validation:** pay with a test card
        - **Not probed:** nobody knows
        - **Ticket:** OPS-1

        ## Escalation

        - The gateway's hotline
        """

    /// The catalog, read as the program reads it.
    private static func read(_ bytes: [UInt8]) -> Catalog? {
        bytes.withUnsafeBufferPointer { Catalog(prepared: $0) }
    }

    @Test("everything comes back as it was")
    func roundTrip() throws {
        var catalog = Loaded.catalog(Self.markdown)
        catalog.diagnostics.append(
            Diagnostic(.warning, rule: "rule", "said", at: SourceLocation(file: "a", line: 2)))
        let entry = try #require(catalog.entries.first)
        try #require(entry.severity == "high" && !entry.fixes.isEmpty && !entry.notes.isEmpty)
        let read = try #require(Self.read(catalog.prepared))
        #expect(read.runbooks == catalog.runbooks)
        #expect(read.diagnostics == catalog.diagnostics)
    }

    @Test("the same catalog is written the same")
    func stable() {
        let catalog = Loaded.catalog(Self.markdown)
        #expect(catalog.prepared == Loaded.catalog(Self.markdown).prepared)
    }

    @Test("what is cut short or has more behind it is not read")
    func damaged() {
        let bytes = Loaded.catalog(Self.markdown).prepared
        for count in 0..<bytes.count where Self.read(Array(bytes.prefix(count))) != nil {
            Issue.record("the first \(count) bytes are read as a catalog")
        }
        #expect(Self.read(bytes + [0x30]) == nil)
    }

    @Test(
        "numbers that can't be are not read",
        arguments: ["9:", "-1:", "99999999999999999999:", "x:", ":", "1:1:9"])
    func numbers(text: String) {
        #expect(Self.read(Array(text.utf8)) == nil)
    }
}
