import Testing

@testable import Catalog

@Suite struct UnprobedReasonsTests {
    private static let text = """
        # Troubleshooting

        ## Failure modes

        | Symptom | Diagnosis | Fix |
        |---|---|---|
        | <a id="light"></a>The light stays on | tracks were not stopped | stop them |
        | <a id="stale"></a>Old styles | a cache | clear it |
        | <a id="down"></a>It is down | a crash | restart it |

        ## Not probed

        - `light`: only someone in the room sees it
        - `s/stale` and `nowhere`: the browser alone knows: look there
        - no name here: lost

        ## It hangs

        **Cause:** a deadlock

        **Not probed:** nothing shows it
        """

    @Test("a label in the entry or a list beside a table says why no machine can tell")
    func reasons() {
        let entries = Loaded.entries(Self.text)
        #expect(
            entries.map { $0.unprobedReason } == [
                "only someone in the room sees it", "the browser alone knows: look there", nil,
                "nothing shows it",
            ])
        #expect(entries.last?.causes == ["a deadlock"])
    }
}
