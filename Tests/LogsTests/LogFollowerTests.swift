import Catalog
import Foundation
import Machine
import Testing

@testable import Logs

@Suite("Log follower")
struct LogFollowerTests {
    @Test("what is written later is told once, a new file under the old name too")
    func follows() throws {
        let path = NSTemporaryDirectory() + "diagnose-follow-\(UUID().uuidString).log"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let now = Date()
        func write(_ text: String, appending: Bool) throws {
            let old = appending ? (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" : ""
            try (old + text).write(toFile: path, atomically: true, encoding: .utf8)
        }
        try write("ERROR connection refused\n", appending: false)
        let query = LogQuery(signatures: [Signature("connection refused")])
        var follower = LogFollower([("x", path)], query: query, files: LiveFileSystem())
        #expect(follower.poll(now: now).isEmpty)
        try write("INFO fine\nERROR Connection refused\nERROR ha", appending: true)
        let first = follower.poll(now: now)
        #expect(first.map(\.signatures) == [[0]] && first.map(\.log) == ["x"])
        try write("lf\n", appending: true)
        #expect(follower.poll(now: now).map(\.text) == ["ERROR half"])
        try write("ERROR new\n", appending: false)
        #expect(follower.poll(now: now).map(\.text) == ["ERROR new"])
        #expect(follower.poll(now: now).isEmpty)
    }
}
