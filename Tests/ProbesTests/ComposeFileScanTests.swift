import Machine
import Testing

@testable import Probes

@Suite struct ComposeFileScanTests {
    @Test(
        "the keys below services are read off, and nothing else",
        arguments: [
            ("services:\n  portal:\n    image: x\n  mediamtx:\n", ["portal", "mediamtx"]),
            ("# a\nname: x\n\nservices:\n\n    \"a.b\":\n        image: x\n", ["a.b"]),
            ("services:\n  a:\nvolumes:\n  data:\nnetworks:\n  net:\n", ["a"]),
            ("services:\r\n  a:\r\n    image: x\r\n", ["a"]),
            ("services: { a: { image: x } }\n", []), ("", []), ("services:\n- a\n", []),
            ("services:\n  a: # one\n  # b:\n  c: {image: x}\n", ["a", "c"]),
        ] as [(String, Set<String>)])
    func names(text: String, names: Set<String>) {
        #expect(ComposeFileScan.serviceNames(in: text) == names)
    }

    @Test("override files count too, and a folder without files has none")
    func files() {
        let world = World.fake(
            files: FakeFileSystem([
                "/srv/compose.yaml": "services:\n  a:\n",
                "/srv/compose.override.yaml": "services:\n  b:\n",
            ]))
        #expect(ComposeFileScan.serviceNames(in: "/srv", of: world) == ["a", "b"])
        #expect(ComposeFileScan.serviceNames(in: "/elsewhere", of: world) == [])
    }
}
