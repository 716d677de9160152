import Testing

@testable import Catalog

@Suite struct UndeclaredVariableRuleTests {
    private func findings(_ line: String) -> [String] {
        Linted.findings(
            UndeclaredVariableRule.self,
            """
            ---
            variables:
              PORTAL_URL: http://localhost
              slug:
            ---

            ## It fails

            **Fix:** restart

            ```probe
            \(line)
            ```
            """)
    }

    @Test(
        "declared variables and those with a default are fine",
        arguments: [
            "http ${PORTAL_URL}/x status=200", "mediamtx ${slug} available=true",
            "env ${NAME:-HOME} set=true", "log x absent~'a$' count=0", "env A matches='$${x'",
            "exec 'echo $HOME'",
        ])
    func fine(line: String) {
        #expect(findings(line) == [])
    }

    @Test(
        "an unknown one is told where it stands, with the nearest",
        arguments: [
            (
                "http ${PORTL_URL}/x status=200",
                "12:6 '${PORTL_URL}' is none of the runbook's variables; did you mean 'PORTAL_URL'?"
            ),
            (
                "http ${PORTAL_URL} body~${wanted}",
                "12:25 '${wanted}' is none of the runbook's variables; declare it, or write "
                    + "${wanted:-default}"
            ),
            (
                "http ${PORTAL_URL?no} status=200",
                "12:6 '${' starts no variable here; write ${NAME} or ${NAME:-default}, or $${ for "
                    + "the characters"
            ),
        ])
    func told(line: String, finding: String) {
        #expect(findings(line) == [finding])
    }

    @Test("one that many lines use is told once")
    func once() {
        #expect(findings("http ${X} status=200\nhttp ${X} status=201").count == 1)
    }
}
