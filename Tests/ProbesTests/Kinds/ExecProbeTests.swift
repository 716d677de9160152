import Catalog
import Foundation
import Machine
import Probes
import Testing

/// The `exec` kind with real programs, some of which misbehave.
@Suite(.timeLimit(.minutes(1))) struct ExecProbeTests {
    private static let home = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path

    private func check(allowsExecution: Bool = true) -> LineCheck {
        var check = LineCheck(
            .fake(
                commands: LiveCommandRunner(workingDirectory: Self.home),
                workingDirectory: Self.home))
        check.context.allowsExecution = allowsExecution
        return check
    }

    @Test("nothing runs unless the user says so")
    func notAllowed() async throws {
        let file = "\(Self.home)/exec-\(UUID().uuidString)"
        let line = "exec \"touch \(file)\""
        let refused = try await check(allowsExecution: false).result(line)
        #expect(refused.outcome == .unknown)
        #expect(refused.observed == "runs a program: give --allow-exec")
        #expect(!FileManager.default.fileExists(atPath: file))
        #expect(try await check().result(line).outcome == .pass)
        #expect(FileManager.default.fileExists(atPath: file))
        try FileManager.default.removeItem(atPath: file)
    }

    @Test(
        "how a program ends and what it prints is measured",
        arguments: [
            "exec true", "exec false exit=1", "exec \"sh -c 'exit 3'\" exit=3 exit>2",
            "exec \"sh -c 'kill -9 $$$$'\" exit=137", "exec \"printf ok\" stdout=ok lines=1",
            "exec \"printf 'ok\\n\\n'\" stdout=ok lines=1", "exec true stdout='' lines=0 stderr=''",
            "exec \"printf 'a\\nb\\nc'\" lines=3 stdout~^a stdout!~d",
            "exec \"printf '\\n\\na'\" lines=3",
            "exec \"printf '%s' '{\\\"n\\\":{\\\"a\\\":[1,2]}}'\" "
                + "json.n.a[1]=2 json.n.a[*]<3 json.n.a.length=2 json.x!=1",
            "exec \"sh -c 'echo oops >&2; exit 2'\" stderr=oops exit=2 stdout=''",
            "exec 'printf \"a\\377b\"' stdout~^a.b", "exec pwd directory=/ stdout=/",
            "exec \"printf '[%s]' 'a b' '*' '$HOME' ';'\" stdout='[a b][*][$HOME][;]'",
            "exec cat stdout=''", "exec \"sh -c 'exit 127'\" exit=127",
        ])
    func measured(line: String) async throws {
        let result = try await check().result(line)
        #expect(result.outcome == .pass, "\(result.observed) \(result.evidence)")
    }

    @Test(
        "what is not as stated fails and shows the last of what was printed",
        arguments: [
            ("exec \"sh -c 'echo one; echo two >&2; exit 3'\"", "exit 3", ["two"]),
            ("exec \"sh -c 'echo a; echo b; echo c; echo d; exit 1'\"", "exit 1", ["b", "c", "d"]),
            ("exec \"printf 'a b'\" stdout=x", "stdout \"a b\"", ["a b"]),
            ("exec true stdout~x", "stdout is empty", []),
            ("exec \"printf hello\" json.a=1", "printed no JSON but hello", ["hello"]),
            ("exec false json.a=1", "exited with 1 and printed nothing", []),
            (
                "exec \"printf '{'\" json.a=1", "printed JSON that ends too early, after 1 bytes",
                ["{"]
            ),
            ("exec \"printf '{}'\" json.a=1", "json.a is not in the output", ["{}"]),
            (
                "exec \"printf 'x\\033[31mred\\007\\nb'\" stdout=y",
                "stdout \"x [31mred b\"", ["xred", "b"]
            ),
            (
                "exec \"sh -c 'echo token postgresql://u:hunter22@db/x >&2; exit 1'\"", "exit 1",
                ["token postgresql://u:[redacted:1]@db/x"]
            ),
        ] as [(String, String, [String])])
    func failing(line: String, observed: String, evidence: [String]) async throws {
        let result = try await check().result(line)
        #expect(result.outcome == .fail)
        #expect(result.observed == observed)
        #expect(result.evidence == evidence)
    }

    @Test("a variable is one argument of a real program, whatever it holds")
    func oneArgument() async throws {
        for value in ["a b", "'", "\"", "$(id)", "; id", "`id`", "*", "\\n", "a\nb", ""] {
            let result = try await check().result(
                "exec \"printf [%s] ${X} end\" stdout=${WANTED}",
                variables: ["X": value, "WANTED": "[\(value)][end]"])
            #expect(result.outcome == .pass, "\(value): \(result.observed)")
            let script = try await check().result(
                "exec \"sh -c 'printf [%s] \\\"$1\\\"' sh ${X}\" stdout=${WANTED}",
                variables: ["X": value, "WANTED": "[\(value)]"])
            #expect(script.outcome == .pass, "\(value): \(script.observed)")
        }
    }

    @Test(
        "a program that isn't there or can't be started leaves all unknown",
        arguments: [
            ("exec nosuchprogram", "nosuchprogram is not installed here"),
            ("exec \"./nosuch.sh -x\"", "./nosuch.sh does not exist"),
            ("exec /etc/passwd", "/etc/passwd could not be started: the file is not executable"),
            (
                "exec true directory=/nosuch",
                "true could not be started: its folder /nosuch does not "
                    + "exist"
            ),
            ("exec ${EMPTY}", "the command is empty"),
        ] as [(String, String)])
    func notThere(line: String, observed: String) async throws {
        let result = try await check().result(line, variables: ["EMPTY": ""])
        #expect(result.outcome == .unknown)
        #expect(result.observed == observed)
    }

    @Test(
        "a program that does not end in time fails, also one that ignores SIGTERM",
        arguments: [
            ("exec \"sleep 60\" timeout=200ms", "sleep"),
            ("exec \"sh -c 'trap : TERM; while :; do sleep 1; done'\" timeout=200ms", "sh"),
            ("exec yes timeout=200ms", "yes"),
        ] as [(String, String)])
    func tooSlow(line: String, program: String) async throws {
        let result = try await check().result(line)
        #expect(result.outcome == .fail)
        #expect(result.observed == "\(program) did not finish within 200 ms")
    }

    @Test("a flood is cut off and said to be")
    func flood() async throws {
        let line = "exec \"head -c 9000000 /dev/zero\""
        #expect(try await check().result(line).outcome == .pass)
        let text = try await check().result(line + " stdout=x")
        #expect(text.outcome == .fail)
        #expect(text.observed.hasSuffix("cut off at 4 MB"))
        #expect(text.observed.count < 300)
        for condition in ["lines=1", "json.a=1"] {
            let result = try await check().result("\(line) \(condition)")
            #expect(result.outcome == .unknown)
            #expect(result.observed.hasPrefix("it printed more than 4 MB"))
        }
        // The other output is whole.
        let other = "exec \"sh -c 'head -c 9000000 /dev/zero >&2; printf 1'\" stdout=1 lines=1"
        #expect(try await check().result(other).outcome == .pass)
    }

    @Test("the program, or the service that it runs in, is at fault")
    func component() throws {
        #expect(try LineCheck.check("exec \"/opt/bin/check.sh -x\"").component == "check.sh")
        #expect(try LineCheck.check("exec true in=portal").component == "portal")
        #expect(try LineCheck.check("exec true of=queue").component == "queue")
    }
}
