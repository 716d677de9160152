import Foundation
import Machine
import Probes
import Testing

/// `free` on a machine without `/proc`, such as macOS, whose programs the test plays.
@Suite struct OpenFileListTests {
    private func check(_ commands: [String: FakeCommandRunner.Answer]) -> LineCheck {
        LineCheck(.fake(commands: FakeCommandRunner(commands)))
    }

    /// `netstat -an -p tcp` as macOS prints it.
    private static let list = """
        Active Internet connections (including servers)
        Proto Recv-Q Send-Q  Local Address          Foreign Address        (state)
        tcp4       0      0  127.0.0.1.50111        127.0.0.1.8000         ESTABLISHED
        tcp46      0      0  *.8000                 *.*                    LISTEN
        tcp6       0      0  fe80::1%lo0.5000       *.*                    LISTEN
        tcp4       0      0  *.*                    *.*                    CLOSED
        tcp4       0      0  x

        """

    @Test("the process that lsof names holds the port, once for each of its addresses")
    func named() async throws {
        let check = check([
            "lsof +c 0 -nP -iTCP:8000 -sTCP:LISTEN -Fpcn": .output(
                "p812\ncnode\nf23\nn127.0.0.1:8000\nf24\nn[::1]:8000\nf25\nn*:9\nf26\nnbroken\n")
        ])
        let result = try await check.result("tcp localhost:8000 free=true")
        #expect(
            result.observed
                == "free false, held by node (pid 812) on 127.0.0.1, node (pid 812) on ::1")
        #expect(try await check.result("tcp 127.0.0.2:8000 free=true").outcome == .pass)
    }

    @Test("a port that only netstat shows is another user's")
    func unnamed() async throws {
        let check = check([
            "lsof": .exit(1), "netstat -an -p tcp": .output(Self.list),
        ])
        let held = try await check.result("tcp localhost:8000 free=true")
        #expect(held.observed == "free false, held by a process that this user may not look at")
        let range = try await check.result("tcp localhost:4999-5001 free=true")
        #expect(
            range.observed
                == "free false, held by a process that this user may not look at on fe80::1 (port 5000)"
        )
        #expect(try await check.result("tcp localhost:50111 free=true").outcome == .pass)
    }

    @Test("of a UDP socket with another end the near one counts")
    func datagrams() async throws {
        let check = check([
            "lsof +c 0 -nP -iUDP:53 -Fpcn": .output("p9\ncdig\nn10.0.0.1:50000->1.1.1.1:53\n"),
            "netstat -an -p udp": .output("udp4  0  0  *.5353  *.*\n"),
        ])
        #expect(try await check.result("udp localhost:53 free=true").outcome == .pass)
        let other = try await check.result("udp localhost:5353 free=true")
        #expect(other.outcome == .fail)
    }

    @Test("the engine's forwarder on macOS stands for the container that publishes the port")
    func forwarder() async throws {
        let container = """
            {"ID":"1","Names":"shop-db-1","Image":"postgres","Labels":"","Ports":"0.0.0.0:5434->5432/tcp"}
            """
        let check = check([
            "lsof": .output("p500\nccom.docker.backend\nn*:5434\n"),
            "docker ps": .output(container),
        ])
        let result = try await check.result("tcp localhost:5434 free=true")
        #expect(result.observed == "free false, held by container shop-db-1")
    }

    @Test("where no program tells it is unknown")
    func nothing() async throws {
        let result = try await check([:]).result("tcp localhost:8000 free=true")
        #expect(result.outcome == .unknown)
        #expect(result.observed == "neither /proc/net nor lsof is here to tell who holds a port")
    }
}

/// `free` on ports that this process itself holds.
@Suite(.timeLimit(.minutes(1))) struct FreePortLiveTests {
    private static let hasSocketTable = LiveFileSystem().exists("/proc/net/tcp")
    private static let hasOpenFileList = ["/usr/bin/lsof", "/usr/sbin/lsof", "/bin/lsof"]
        .contains { FileManager.default.isExecutableFile(atPath: $0) }

    private func check(_ files: any FileSystem, commands: any CommandRunner) -> LineCheck {
        LineCheck(.fake(commands: commands, files: files, clock: LiveClock()))
    }

    private func expectOwnPorts(_ check: LineCheck) async throws {
        let listening = try LocalPort(.silent)
        let datagrams = try LocalPort(.datagrams)
        let closed = try LocalPort(.closed)
        let own = "(pid \(ProcessInfo.processInfo.processIdentifier))"
        let tcp = try await check.result("tcp localhost:\(listening.number) free=true")
        #expect(tcp.outcome == .fail)
        #expect(tcp.observed.hasSuffix("\(own) on 127.0.0.1"), "\(tcp.observed)")
        let udp = try await check.result("udp localhost:\(datagrams.number) free=true")
        #expect(udp.outcome == .fail)
        #expect(udp.observed.contains(own), "\(udp.observed)")
        let range = "\(listening.number)-\(listening.number + 1)"
        let several = try await check.result("tcp localhost:\(range) free=true")
        #expect(several.observed.contains("\(own) on 127.0.0.1 (port \(listening.number))"))
        let free = try await check.result("tcp localhost:\(closed.number) free=true")
        #expect(free.outcome == .pass, "\(free.observed)")
        #expect(try await check.result("udp localhost:\(closed.number) free=true").outcome == .pass)
    }

    @Test("Linux tells in /proc", .enabled(if: hasSocketTable))
    func socketTable() async throws {
        try await expectOwnPorts(check(LiveFileSystem(), commands: FakeCommandRunner()))
    }

    @Test("lsof tells where there is no /proc", .enabled(if: hasOpenFileList))
    func openFileList() async throws {
        try await expectOwnPorts(check(FakeFileSystem(), commands: LiveCommandRunner()))
    }
}
