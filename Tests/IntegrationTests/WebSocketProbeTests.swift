import Foundation
import Machine
import Testing

@Suite(
    "diagnose probe ws, on real servers", .timeLimit(.minutes(2)),
    .enabled(if: WebSocketServers.isAvailable))
struct WebSocketProbeTests {
    /// A text that takes a frame with a length of 8 bytes.
    private static let long = String(repeating: "x", count: 70_000)

    @Test("what the server says and how it closes is seen as its library means it")
    func behaving() async throws {
        let servers = try await WebSocketServers()
        for (path, conditions) in [
            ("/hello", ["message=hello", "close=none", "status=101", "header.Server~websockets"]),
            ("/echo", ["send=hé llo", "message=hé llo"]),
            ("/echo", ["send=" + Self.long, "message=" + Self.long]),
            ("/json", ["json.type=welcome", "json.room.id=7"]),
            ("/scope", ["close=4003", "reason=token scope mismatch", "open=true"]),
            ("/late", ["message=hello", "close=1011", "reason=überlastet"]),
            ("/late", ["protocol=v1,v2", "header.Sec-WebSocket-Protocol=v2"]),
            ("/fragments", ["message=fragmentéd"]),
            ("/large", ["message~^x+$", "close=4000"]),
            ("/binary", ["close=none", "wait=200ms"]),
            ("/pings", ["close=none", "wait=200ms"]),
            ("/pings-then-hello", ["message=hello"]),
            ("/abort", ["close=1006"]),
            ("/forbidden", ["open=false", "status=403"]),
            ("/unauthorized", ["header=Authorization: Bearer x", "message=hello"]),
        ] as [(String, [String])] {
            let result = try await Program.diagnose(
                ["probe", "ws", servers.plain + path] + conditions + ["--output", "json"],
                in: servers.directory)
            let probe = try #require(try VerdictDocument(result).probes.first)
            #expect(probe.outcome == "pass", "\(path) \(conditions): \(probe.observed)")
        }
    }

    @Test("the way a look fails is told")
    func differing() async throws {
        let servers = try await WebSocketServers()
        for (url, condition, words) in [
            (servers.plain + "/scope", "close=none", "close 4003: token scope differs"),
            (
                servers.plain + "/scope", "message=x",
                "message none, closed with 4003: token scope differs"
            ),
            (servers.plain + "/late", "close=none", "close 1011: internal error"),
            (servers.plain + "/silent", "message=x", "message none within 200 ms"),
            (servers.plain + "/binary", "message=x", "only 1 of bytes"),
            (servers.plain + "/pings", "message=x", "message none within 2"),
            (servers.plain + "/hello", "json.a=1", "sent a message that is not JSON: hello"),
            (servers.plain + "/large", "message=x", "of which only 1 MB were read"),
            (
                servers.plain + "/abort", "close=none",
                "1006: the connection ended without a close frame"
            ),
            (
                servers.plain + "/forbidden", "message=x",
                "refused with 403, the server does not let"
            ),
            (
                servers.plain + "/unauthorized", "open=true",
                "401, the server wants other credentials"
            ),
            (
                servers.plain + "/hello", "origin=https://evil.example",
                "403, the server does not let"
            ),
            (servers.plain + "/hang", "timeout=300ms", "no answer within 300 ms"),
            (servers.proxied + "/hello", "open=true", "426, the server saw no Upgrade: a proxy"),
            (servers.broken + "/garbage", "open=true", "answered, but not with HTTP: 220 mail"),
            (servers.broken + "/mute", "open=true", "closed the connection without an answer"),
            (servers.broken + "/midway", "open=true", "closed the connection in the middle"),
            (servers.broken + "/wrong-accept", "open=true", "wrong Sec-WebSocket-Accept"),
            (servers.broken + "/header-flood", "open=true", "a header of more than 16 KB"),
            (servers.broken + "/masked", "message=x", "sent a masked frame"),
            (servers.broken + "/reserved", "message=x", "sent a frame with reserved bits"),
            (servers.broken + "/unknown", "close=none", "sent a frame of the unknown kind 3"),
            (servers.broken + "/not-utf-8", "message=x", "sent a text message that is not UTF-8"),
            (servers.broken + "/half", "close=none", "close 1006"),
            (servers.broken + "/endless", "message=x", "none, closed with 1006"),
            (servers.mistaken + "/hello", "open=true", "without an answer"),
        ] {
            let probe = try await servers.probe(
                url, condition, "wait=200ms", "codes=rooms",
                runbook: """
                    ---
                    system: rooms
                    ---
                    # Rooms

                    ## Close codes

                    - `4003`: Token scope differs. Issue another.
                    """)
            #expect(probe.outcome == "fail", "\(url) \(condition)")
            #expect(probe.observed.contains(words), "\(url) \(condition): \(probe.observed)")
        }
    }

    @Test("TLS is passed through, and its certificate checked")
    func secure() async throws {
        let servers = try await WebSocketServers()
        let trusted = try await servers.probe(
            servers.secure + "/echo", "ca=certificate.pem", "send=hi", "message=hi", "close=none",
            "wait=300ms")
        #expect(trusted.outcome == "pass", "\(trusted.observed)")
        let scope = try await servers.probe(
            servers.secure + "/scope", "ca=certificate.pem", "close=4003")
        #expect(scope.outcome == "pass", "\(scope.observed)")
        let large = try await servers.probe(
            servers.secure + "/large", "ca=certificate.pem", "message~^x+$", "close=4000")
        #expect(large.outcome == "pass", "\(large.observed)")
        let untrusted = try await servers.probe(servers.secure + "/echo")
        #expect(untrusted.outcome == "fail")
        #expect(untrusted.observed == "TLS failed: the certificate is self-signed")
        let other = try await servers.probe(
            servers.secure.replacingOccurrences(of: "localhost", with: "127.0.0.2") + "/echo",
            "ca=certificate.pem")
        #expect(other.outcome == "fail")
        let bare = try await servers.probe(servers.bare + "/echo", "ca=certificate.pem")
        #expect(bare.observed == "the other side closed the connection")
        let missing = try await servers.probe(servers.secure + "/echo", "ca=missing.pem")
        #expect(missing.outcome == "unknown")
        #expect(missing.observed == "missing.pem does not exist")
    }

    @Test("no program outlives the one that started it", arguments: [SIGINT, SIGKILL])
    func ended(signal: Int32) async throws {
        let servers = try await WebSocketServers()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: TestEnvironment.executable)
        process.currentDirectoryURL = URL(fileURLWithPath: servers.directory)
        process.arguments = [
            "probe", "ws", servers.secure + "/silent", "close=none", "wait=50s", "timeout=60s",
            "ca=certificate.pem",
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        while !servers.hasSecureClient { await Task.yield() }
        kill(process.processIdentifier, signal)
        while servers.hasSecureClient { await Task.yield() }
        process.waitUntilExit()
    }

    @Test("nobody there is a failure")
    func unreachable() async throws {
        let port = try FreePort.next()
        let folder = FileManager.default.temporaryDirectory.path
        for scheme in ["ws", "wss"] {
            let result = try await Program.diagnose(
                ["probe", "ws", "\(scheme)://127.0.0.1:\(port)/", "--output", "json"], in: folder)
            #expect(try VerdictDocument(result).probes.first?.observed == "connection refused")
            #expect(result.exitCode == 1)
        }
    }
}
