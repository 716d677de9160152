import Testing

@testable import Catalog

@Suite("Alert runbooks")
struct AlertRunbookTests {
    private let body = """
        ## Meaning

        The node is gone because it lost power.

        ## Impact

        Pods move.

        ## Diagnosis

        - `kubectl get nodes`

        ## Mitigation

        Power it on.
        """

    @Test("a document with an alert's sections is one entry")
    func wholeFile() throws {
        let entries = Loaded.entries("# KubeNodeNotReady\n\n\(body)\n")
        #expect(entries.map(\.id) == ["demo/kubenodenotready"])
        let entry = try #require(entries.first)
        #expect(entry.causes == ["The node is gone because it lost power."])
        #expect(entry.checks == ["kubectl get nodes"])
        #expect(entry.fixes.map(\.text) == ["Power it on."])
        #expect(entry.notes == [Note(label: "Impact", items: ["Pods move."])])
        #expect(entry.recogniser == "alert-runbook")
    }

    @Test("without a heading the front matter's title is the alert, at its line")
    func frontMatterTitle() {
        let entries = Loaded.entries("---\nsystem: k8s\ntitle: Node is not ready\n---\n\n\(body)\n")
        #expect(entries.map(\.id) == ["k8s/node-is-not-ready"])
        #expect(entries.first?.location.line == 3)
    }

    @Test("several alerts in one document are several entries")
    func several() {
        let text = """
            # Runbook
            ## DiskIsFull
            ### Diagnosis
            look
            ### Mitigation
            delete
            ## NodeIsGone
            ### Meaning
            It is gone.
            ### Mitigation
            replace
            """
        #expect(Loaded.entries(text).map(\.title) == ["DiskIsFull", "NodeIsGone"])
    }
}
