import Testing

@testable import Evidence

@Suite struct EvidencePlacesTests {
    @Test(
        "items are found where the bundle holds them",
        arguments: [
            ("docker compose ps -a", ["compose/"]),
            ("The server logs that matter", ["logs/"]),
            ("git log --oneline -10", ["git/"]),
            ("Versions of everything", ["versions.txt"]), ("Snapshots of the metrics", []),
            ("Logs: all of them", ["logs/"]), ("/var/log/portal_log.1", ["logs/"]),
            ("The login page as a guest sees it", []), ("The catalogue, and who logged in", []),
            ("What the clients saw: close codes", ["collected/"]), ("A screenshot", []),
        ])
    func places(item: String, places: [String]) {
        let paths = [
            "verdict.md", "compose/ps.txt", "logs/portal.txt", "git/recent.txt", "versions.txt",
            "collected/close-codes.txt",
        ]
        #expect(EvidencePlaces.places(of: item, among: paths) == places)
    }
}
