import Foundation
import Machine
import Testing

@testable import Probes

/// What GNU coreutils 9.1 and busybox 1.35 printed in real containers; the real ones are looked into
/// by the integration tests.
@Suite struct ContainerFileTests {
    private static let mounts = """
        overlay / overlay rw,relatime,lowerdir=/var/lib/x 0 0
        /dev/vda /data ext4 rw,relatime 0 0
        /dev/vda /data/fixed ext4 ro,relatime 0 0
        /dev/vda /with\\040blank ext4 ro,relatime 0 0

        """

    private func check(_ answers: [String: FakeCommandRunner.Answer]) -> LineCheck {
        let commands = answers.reduce(into: [String: FakeCommandRunner.Answer]()) {
            $0["docker compose exec -T portal \($1.key)"] = $1.value
        }
        let base: [String: FakeCommandRunner.Answer] = [
            "docker compose exec -T portal cat /proc/self/mounts": .output(Self.mounts),
            "docker compose exec -T portal id": .output(
                "uid=70(postgres) gid=70(postgres) groups=70(postgres)\n"),
            "docker compose config": .output(#"{"services": {"portal": {}, "database": {}}}"#),
        ]
        return LineCheck(
            .fake(
                commands: FakeCommandRunner(base.merging(commands) { $1 }),
                files: FakeFileSystem(["/srv/compose.yaml": "", "/srv/config.yml": "a: 1\n"]),
                clock: FakeClock(
                    now: Date(timeIntervalSince1970: 1_795_243_000), advancesItself: false)))
    }

    private static let status = "stat -L -c '%f %s %u %Y %U' --"

    @Test("attributes are read as both print them")
    func attributes() async throws {
        let check = check([
            "\(Self.status) /data/f": .output("81a4 3 12345 1795242968 UNKNOWN\n"),
            "\(Self.status) /data": .output("43ff 4096 70 1795242968 postgres\n"),
            "\(Self.status) /data/p": .output("11a4 0 0 1795242968 root\n"),
        ])
        for line in [
            "/data/f kind=file size=3B mode=0644 owner=12345 age<1m exists=true",
            "/data kind=directory mode=1777 owner=postgres owner=70", "/data/p kind=other",
        ] {
            let result = try await check.result("file \(line) in=portal")
            #expect(result.outcome == .pass, "\(result.observed)")
        }
        let folder = try await check.result("file /data contains=x in=portal")
        #expect(folder.observed == "/data is a folder")
        #expect(folder.component == "portal")
    }

    @Test(
        "what is not there fails, in whatever words",
        arguments: [
            "stat: can't stat '/x': No such file or directory",
            "stat: cannot statx '/x': No such file or directory",
            "stat: cannot statx '/x': Datei oder Verzeichnis nicht gefunden",
            "time=\"2026-11-20\" level=warning msg=\"unset\"\nstat: can't stat '/x': Not a directory",
        ])
    func absent(complaint: String) async throws {
        let check = check([
            "\(Self.status) /x": .exit(1, error: complaint + "\n"), "test -e /x": .exit(1),
        ])
        let existence = try await check.result("file /x in=portal")
        #expect(existence.outcome == .fail)
        #expect(existence.observed == "exists false: /x does not exist in portal")
        #expect(try await check.result("file /x in=portal exists=false").outcome == .pass)
        let content = try await check.result("file /x in=portal contains!=y")
        #expect(content.observed == "/x does not exist in portal")
    }

    @Test("who may not write is named, with whose it is")
    func denied() async throws {
        let check = check([
            "\(Self.status) /data": .output("41ed 4096 0 1795242968 root\n"),
            "test -w /data": .exit(1), "test -r /data": .exit(0),
        ])
        let result = try await check.result("file /data in=portal writable=true readable=true")
        #expect(result.outcome == .fail)
        #expect(
            result.observed
                == "writable false: the container runs as uid=70(postgres), but it belongs to "
                + "root (0) with mode 0755")
        #expect(!result.isConfiguration)
    }

    @Test(
        "busybox says that root may write anywhere, so that the mounts are asked too",
        arguments: [
            ("/data", true), ("/data/fixed", false), ("/data/fixed/f", false),
            ("/data/fixed-not", true), ("/with blank", false), ("/", true),
        ])
    func readOnlyMounts(path: String, isWritable: Bool) async throws {
        let word = path.contains(" ") ? "'\(path)'" : path
        let check = check([
            "\(Self.status) \(word)": .output("41ed 4096 0 1795242968 root\n"),
            "test -w \(word)": .exit(0), "readlink -f -- \(word)": .output(path + "\n"),
        ])
        let result = try await check.result("file \"\(path)\" in=portal writable=true")
        #expect((result.outcome == .pass) == isWritable)
        if !isWritable { #expect(result.observed == "writable false: it is mounted read-only") }
    }

    @Test("contents are compared with files of this machine")
    func contents() async throws {
        let check = check([
            "\(Self.status) /app/config.yml": .output("81a4 5 0 1795242968 root\n"),
            "head -c 4194305 -- /app/config.yml": .output("a: 2\n"),
        ])
        let line = "file /app/config.yml in=portal"
        #expect(try await check.result("\(line) contains=\"a: 2\"").outcome == .pass)
        let other = try await check.result("\(line) same-as=config.yml")
        #expect(other.outcome == .fail)
        #expect(other.observed == "same-as differs from config.yml in line 1")
    }

    @Test(
        "a container that can't be looked into leaves it unknown, and says why",
        arguments: [
            (
                FakeCommandRunner.Answer.exit(1, error: "service \"portal\" is not running"),
                "the service portal is not running"
            ),
            (
                .exit(
                    126,
                    error:
                        "OCI runtime exec failed: exec failed: unable to start container process: "
                        + "exec: \"stat\": executable file not found in $PATH: unknown"),
                "portal has no program `stat` to look with"
            ),
            (
                .output(
                    "OCI runtime exec failed: exec failed: unable to start container process: "
                        + "exec: \"stat\": permission denied: unknown\r\n", exitCode: 126),
                "portal can't run `stat`: OCI runtime exec failed: exec failed: unable to start"
            ),
            (
                .exit(1, error: "stat: can't stat '/x': Permission denied"),
                "the user of portal may not get to /x"
            ),
            (.output("what is this"), "`stat` of portal can't tell what is at /x"),
            (
                .exit(1, error: "stat: out of luck"),
                "`stat` of portal can't tell: stat: out of luck"
            ),
        ])
    func unknown(answer: FakeCommandRunner.Answer, observed: String) async throws {
        let check = check([Self.status: answer, "test -e /x": .exit(0)])
        let result = try await check.result("file /x in=portal size>1 contains!=y")
        #expect(result.outcome == .unknown)
        #expect(result.observed.hasPrefix(observed), "\(result.observed)")
    }

    @Test("a service that the compose file does not have is unknown, with a hint")
    func noService() async throws {
        for complaint in ["no such service: portl", "service \"portl\" is not running"] {
            let commands = FakeCommandRunner([
                "docker compose config": .output(#"{"services": {"portal": {}, "database": {}}}"#),
                "docker compose exec -T portl": .exit(1, error: complaint),
            ])
            let files = FakeFileSystem(["/srv/compose.yaml": ""])
            let result = try await LineCheck(.fake(commands: commands, files: files))
                .result("file /x in=portl")
            #expect(result.outcome == .unknown)
            #expect(
                result.observed == "the compose file has no service portl; did you mean 'portal'?")
        }
    }

    @Test("without a compose project there is nothing to look into")
    func noProject() async throws {
        let result = try await LineCheck(.fake()).result("file /x in=portal")
        #expect(result.outcome == .unknown)
        #expect(result.observed.hasPrefix("no compose file in /srv"))
    }

    @Test("a mount table of any bytes is read")
    func mountTable() {
        let table = MountTable(
            Array("\\ \\9 ro\nx /a\\ y ro 0\n/ \\0 ro rw\n\nd /m e ro\nd /m e rw".utf8))
        #expect(!table.isReadOnly(Array("/m/x".utf8)))
        #expect(!table.isReadOnly([]))
        #expect(MountTable([]) == MountTable(Array("a b c".utf8)))
    }
}
