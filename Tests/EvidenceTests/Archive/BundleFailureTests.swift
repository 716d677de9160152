import Evidence
import Testing

@Suite struct BundleFailureTests {
    @Test(
        "a failure says nothing of what was being done, since reading may fail as writing may",
        arguments: [
            (BundleFailure.program("gzip is not installed here"), "gzip is not installed here"),
            (.interrupted, "interrupted"),
            (.unwritable("x.tar.gz", reason: "no room"), "cannot write x.tar.gz: no room"),
        ])
    func summary(failure: BundleFailure, summary: String) {
        #expect(failure.summary == summary)
    }
}
