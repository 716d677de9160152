import Testing

@testable import Evidence

@Suite struct BundlePathTests {
    @Test(
        "any text gives a name that every file system takes",
        arguments: [
            ("portal.txt", "portal.txt"), ("http://h:80/metrics", "http-h-80-metrics"),
            ("..", "unnamed"), ("-rf", "rf"), ("", "unnamed"), ("żółć", "unnamed"),
            (".env", "env"), (String(repeating: "a", count: 99), String(repeating: "a", count: 60)),
        ])
    func names(text: String, name: String) {
        #expect(BundlePath.name(of: text) == name)
    }

    @Test(
        "a path that leads elsewhere, or is more than plain, is not safe",
        arguments: ["", "/a", "a/", "a//b", "../a", "a/../b", "./a", "a b", "a\nb", "-a", "a/-b"])
    func unsafe(path: String) {
        #expect(!BundlePath.isSafe(path))
    }
}
