import Testing

@testable import Catalog

@Suite("Titles of failures")
struct FailureWordsTests {
    @Test(
        "titles that name a failure",
        arguments: [
            "Clients cannot connect", "It won’t start", "Returns 503", "Frequent 5xx",
            "No space left", "LifxTimeoutError", "Room does not converge", "Slow queries",
        ])
    func failures(title: String) {
        #expect(FailureWords.areIn(title))
    }

    @Test(
        "titles of topics", arguments: ["Architecture", "Port 8080", "Deploy to staging", "403b"])
    func topics(title: String) {
        #expect(!FailureWords.areIn(title))
    }

    @Test("names of alerts are known by their capitals")
    func alerts() {
        #expect(FailureWords.isAlertName("KubeNodeNotReady"))
        #expect(FailureWords.isAlertName("VMStuckInErrorState [Deprecated]"))
        #expect(!FailureWords.isAlertName("Kubernetes"))
        #expect(!FailureWords.isAlertName("README"))
        #expect(!FailureWords.isAlertName("GitHub Actions Pipeline"))
    }
}
