import Testing

@testable import diagnose

@Suite struct StateFolderTests {
    @Test(
        "it is where the XDG specification says",
        arguments: [
            (["XDG_STATE_HOME": "/var/s", "HOME": "/root"], "/var/s/diagnose"),
            (["HOME": "/root"], "/root/.local/state/diagnose"),
            (["XDG_STATE_HOME": "relative", "HOME": "/root"], "/root/.local/state/diagnose"),
            (["XDG_STATE_HOME": ""], nil), ([:], nil),
        ] as [([String: String], String?)])
    func place(environment: [String: String], expected: String?) {
        #expect(StateFolder(environment: environment).path == expected)
    }

    @Test("a system's name can't lead out of it")
    func names() {
        let folder = StateFolder(environment: ["HOME": "/h"])
        #expect(
            folder.file("guide-../../etc/a b.json")
                == "/h/.local/state/diagnose/guide-.._.._etc_a_b.json")
        #expect(folder.file(String(repeating: "é", count: 300))?.utf8.count ?? 999 < 255)
    }
}
