import Testing

@testable import Catalog

@Suite("Instructions")
struct ImperativeWordsTests {
    @Test(
        "a sentence that tells to do something is one",
        arguments: [
            "Restart the portal", "Then run it again", "If it hangs, kill it", "Don't touch it",
            "To fix this, add a key", "Please wait", "So set the name", "Re-run pytest",
        ])
    func instructions(sentence: String) {
        #expect(ImperativeWords.start(sentence))
    }

    @Test(
        "a statement or question is none",
        arguments: [
            "The portal is down", "Do clients send heartbeats?", "If it hangs it is dead",
            "Add-Computer fails", "", "It runs", "When the disk fills, the server stops",
        ])
    func statements(sentence: String) {
        #expect(!ImperativeWords.start(sentence))
    }

    @Test("looking is told from doing")
    func looking() {
        #expect(ImperativeWords.startLooking("Check the logs"))
        #expect(!ImperativeWords.startLooking("Restart it"))
    }
}
