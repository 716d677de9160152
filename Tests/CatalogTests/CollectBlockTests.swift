import Testing

@testable import Catalog

@Suite struct CollectBlockTests {
    private static let markdown = """
        # Demo

        ## Portal down

        - **Cause:** it is down
        - **Fix:** start it

        ```collect
        log portal since=15m # what it said last
        ```

        ## Evidence to capture

        - The log

        ```collect
        http ${URL}/metrics
        http http://x status= "
        ```
        """

    @Test("collect blocks are read wherever they stand, and are no fix and no item")
    func read() throws {
        let catalog = Loaded.catalog(Self.markdown)
        let runbook = try #require(catalog.runbooks.first)
        #expect(runbook.collections.map(\.text) == ["log portal since=15m", "http ${URL}/metrics"])
        #expect(runbook.collections.map(\.location.line) == [9, 17])
        #expect(runbook.probeLines.isEmpty)
        #expect(runbook.section(.evidence)?.items == ["The log"])
        #expect(runbook.entries.map(\.fixes.count) == [1])
        #expect(catalog.diagnostics.map(\.location.line) == [18])
    }

    @Test("they are kept in a prepared catalog")
    func prepared() throws {
        let catalog = Loaded.catalog(Self.markdown)
        let again = catalog.prepared.withUnsafeBufferPointer { Catalog(prepared: $0) }
        #expect(again?.runbooks == catalog.runbooks)
        #expect(again?.runbooks.first?.collections.count == 2)
    }
}
