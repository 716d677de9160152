import Catalog
import Foundation
import Machine
import Redaction
import Testing

@testable import Probes

@Suite struct FileProbeTests {
    private static let files: [String: FakeFileSystem.Node] = [
        "/srv/app.yml": "host: portal\nport: 8000\nmode: live\n", "/srv/empty": "",
        "/srv/data/booths.db": .bytes([UInt8](repeating: 0, count: 2_500_000)),
        "/srv/pipe": .other, "/srv/closed": .failure(.notPermitted("/srv/closed")),
        "/srv/latin": .bytes([0xE9, 0x0A, 0x0D, 0x0A] + Array("caf\u{E9} 42\r\n".utf8)),
    ]

    private func check(_ files: [String: FakeFileSystem.Node] = files) -> LineCheck {
        let clock = FakeClock(
            now: Date(timeIntervalSince1970: 1_767_225_600 + 7200), advancesItself: false)
        return LineCheck(.fake(files: FakeFileSystem(files), clock: clock))
    }

    @Test("the examples and those of the documentation are right lines")
    func lint() throws {
        for example in FileProbe().schema.examples {
            #expect(ProbeLineValidation.diagnostics(for: try LineCheck.line(example)) == [])
        }
    }

    @Test(
        "a line that can't come to anything is a mistake",
        arguments: [
            ("match=1", "'match' needs pattern= to say what is looked for"),
            ("same-match=b", "'same-match' needs pattern= to say what is looked for"),
            (
                "contains~x pattern=y",
                "pattern= is for match and same-match, which the line does not state"
            ),
            ("contains<3", "'contains' can't be compared with '<'"),
            ("covers~.env", "'covers' can't be compared with '~'"),
            ("contains=", "'contains' is empty"),
        ])
    func mistakes(words: String, message: String) throws {
        let line = try LineCheck.line("file a \(words)")
        #expect(ProbeLineValidation.diagnostics(for: line).map(\.message) == [message])
    }

    @Test(
        "lines about what is so pass",
        arguments: [
            "app.yml", "app.yml exists=true kind=file size=35B size<1KB mode=0644 mode=644",
            "data kind=directory mode=0755", "pipe kind=other", "/srv/app.yml owner=root owner=0",
            "app.yml readable=true writable=true age>1h age<3h", "gone exists=false",
            "closed readable=false writable=false", "app.yml contains=\"port: 8000\"",
            "app.yml contains!=debug contains~^mode contains!~^live", "empty contains!=x size=0B",
            "app.yml match=8000 match>7999 match~^80 pattern=\"port: ([0-9]+)\"",
            "app.yml match=live pattern=live",
            "latin contains=42 contains~^caf. match=42 pattern=[0-9]+",
        ])
    func passes(words: String) async throws {
        let result = try await check().result("file \(words)")
        #expect(result.outcome == .pass, "\(result.observed)")
    }

    @Test(
        "lines about what is not so say what is",
        arguments: [
            ("app.yaml", "exists false: app.yaml does not exist; did you mean 'app.yml'?"),
            ("zzz", "exists false: zzz does not exist in /srv"),
            ("/srv/zzz", "exists false: /srv/zzz does not exist"),
            ("no/zzz", "exists false: no/zzz does not exist, nor does the folder /srv/no"),
            ("gone size>1 contains!=x", "gone does not exist in /srv"),
            ("gone covers=app.yml same-as!=app.yml", "gone does not exist in /srv"),
            ("app.yml exists=false", "exists true"), ("data kind=file", "kind directory"),
            ("data/booths.db size<1MB", "size 2.5 MB"),
            ("data size>0", "data is a folder, which has no size"),
            ("data contains=x", "data is a folder"),
            ("pipe contains=x", "pipe is not a regular file or folder"),
            ("app.yml mode=0600", "mode 0644"), ("app.yml owner=postgres", "owner root (0)"),
            ("app.yml age<1h", "age 2 h"),
            ("closed writable=true", "writable false: it belongs to root (0) with mode 0644"),
            ("app.yml contains=debug", "contains not found in its 3 lines"),
            ("app.yml contains!=\"mode:\"", "contains found in line 3"),
            ("app.yml contains!~live", "contains found in line 3"),
            ("empty contains=x", "contains not found, the file is empty"),
            ("app.yml match=8001 pattern=\"port: ([0-9]+)\"", "match 8000 in line 2"),
            ("app.yml match=x pattern=zzz", "match none, the pattern is not found in its 3 lines"),
        ])
    func fails(words: String, observed: String) async throws {
        let result = try await check().result("file \(words)")
        #expect(result.outcome == .fail)
        #expect(result.observed == observed)
    }

    @Test(
        "what can't be told is unknown, and why",
        arguments: [
            ("closed contains=x", "closed may not be read by this user"),
            (
                "app.yml same-as=gone",
                "gone does not exist in /srv: there is nothing to compare with"
            ),
            ("gone covers=gone.example", "there is neither gone nor gone.example"),
            ("app.yml covers=data", "data is a folder"),
            ("app.yml covers=empty", "empty names no variable"),
            (
                "app.yml same-match=empty pattern=zzz",
                "the pattern matches nothing in app.yml nor in empty"
            ),
        ])
    func unknown(words: String, observed: String) async throws {
        let result = try await check().result("file \(words)")
        #expect(result.outcome == .unknown)
        #expect(result.observed == observed)
    }

    @Test(
        "a pattern that never ends is given up in time", .timeLimit(.minutes(1)),
        arguments: [
            "contains~'(a|aa)*c'", "contains!~'(a|aa)*c'", "match=x pattern='(a|aa)*c'",
            "same-match=app.yml pattern='(a|aa)*c'",
        ])
    func endlessPattern(words: String) async throws {
        var files = Self.files
        files["/srv/long"] = .text(String(repeating: "a", count: 30))
        let check = LineCheck(.fake(files: FakeFileSystem(files), clock: LiveClock()))
        let result = try await check.result("file long \(words)", timeout: .milliseconds(300))
        #expect(result.outcome == .unknown)
        #expect(result.observed == "the pattern takes too long to look for")
    }

    @Test("a path that is empty, or that only a shell understands, is never looked at")
    func badPaths() async throws {
        for kind in ["file", "disk", "git"] {
            for (path, problem) in [
                ("\"\"", "the path is empty"),
                ("~/x", "'~' stands for nothing here: write ${HOME}"),
            ] {
                let line = try LineCheck.line("\(kind) \(path)")
                #expect(ProbeLineValidation.diagnostics(for: line).map(\.message) == [problem])
            }
            let check = try LineCheck.check("\(kind) ${NONE}", variables: ["NONE": ""])
            let probe = try #require(ProbeRegistry.kind(named: kind))
            let observation = await probe.observe(check.request, in: self.check().context)
            #expect(Set(observation.readings.values) == [.unknown("the path is empty")])
        }
    }

    @Test("content is configuration, state is not, and a service owns what is in it")
    func components() async throws {
        let content = try await check().result("file app.yml contains=debug")
        #expect(content.component == "configuration" && content.isConfiguration)
        let state = try await check().result("file data kind=file size>1")
        #expect(state.component == "files" && !state.isConfiguration)
        #expect(try LineCheck.check("file /x in=portal contains=y").component == "portal")
        #expect(try LineCheck.check("file /x in=portal of=disk").component == "disk")
    }

    @Test("a file too long to be read whole is never said to lack anything")
    func long() async throws {
        var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: FileContent.limit)
        bytes += Array("\nneedle\n".utf8)
        let check = check(["/srv/big": .bytes(bytes), "/srv/other": .bytes(bytes + [1])])
        for condition in ["contains=needle", "contains!=needle", "match=x pattern=needle"] {
            let result = try await check.result("file big \(condition)")
            #expect(result.outcome == .unknown, "\(condition)")
            #expect(result.observed == "not found in the first 4.1 MB of it")
        }
        let same = try await check.result("file big same-as=other")
        #expect(same.outcome == .unknown)
        #expect(try await check.result("file big contains=aaa").outcome == .pass)
    }

    @Test("a line too long for a pattern is never said to lack anything either")
    func longLine() async throws {
        let line = String(repeating: "x", count: 200_000)
        let check = check(["/srv/one-line.js": .text("short\naab \(line) needle\nend")])
        #expect(try await check.result("file one-line.js contains~^a+b").outcome == .pass)
        #expect(try await check.result("file one-line.js contains=needle").outcome == .pass)
        for condition in ["contains~needle", "contains!~needle", "match=x pattern=need.."] {
            let result = try await check.result("file one-line.js \(condition)")
            #expect(result.outcome == .unknown, "\(condition)")
            #expect(result.observed == "not found in the first 4 KB of line 2")
        }
    }
}
