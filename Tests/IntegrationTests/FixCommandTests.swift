import Demo
import Foundation
import Machine
import Testing

/// `diagnose fix` on real files: what it mends, what it refuses, and what it never runs.
@Suite(.enabled(if: WebSocketServers.isAvailable)) struct FixCommandTests {
    private static let runbook = """
        ---
        system: shop
        variables:
          CLERK:
          MEDIA_SERVER:
        ---

        # Shop

        ## The till is gone

        **Fix:** put a new one there

        ```sh
        mkdir -p desk
        cd desk
        echo "password=swordfish-9317"; printf '\\033[2J' >&2; touch ../till
        ```

        ```probe
        file till exists=true # the till is gone
        ```

        ## The desk is full

        **Fix:** wipe the desk

        ```sh
        rm -rf desk
        ```

        ## The clerk sleeps

        **Fix:** wake the clerk

        ```sh
        touch woken-${CLERK}
        touch called-<name>
        ```

        ## It fails

        **Fix:** try

        ```sh
        false
        touch second
        ```

        ## It hangs

        **Fix:** wait

        ```sh
        echo waiting; sleep 300
        ```

        ## It is slow

        **Fix:** wait

        ```sh
        echo begun; until [ -e typed ]; do :; done
        touch second
        ```

        ## A path is not available

        **Fix:** note it down

        ```sh
        mkdir -p "noted/{path}"
        ```

        ```probe
        mediamtx */* api=${MEDIA_SERVER} available=true # listeners are turned away
        ```
        """

    private func dialogue() throws -> Dialogue { try Dialogue(Self.runbook) }

    private func log(of dialogue: Dialogue) throws -> [JSONValue] {
        try dialogue.folder.text(of: "state/diagnose/fixes.log")
            .split(separator: "\n").map { try JSONValue(parsing: String($0)) }
    }

    @Test("it runs what is agreed to, mends what was broken, and checks again")
    func mended() async throws {
        let dialogue = try dialogue()
        let result = try await dialogue.piped("y\ny\ny\n", ["fix", "shop/the-till-is-gone"])
        #expect(result.exitCode == 0, "\(result.output)")
        #expect(dialogue.folder.holds("till") && dialogue.folder.holds("desk"))
        #expect(result.output.contains("It is so: a probe of it fails."))
        #expect(result.output.contains("✓ HEALTHY  the one probe passed"))
        // What commands print is harmless and holds no secret, nor does the log.
        #expect(!result.output.contains("\u{1B}"))
        #expect(result.output.contains("  | password=[redacted:"))
        let log = try log(of: dialogue)
        #expect(log.map { $0["event"]?.string } == ["started", "ended", "started", "ended"])
        #expect(log.first?["command"]?.string == "mkdir -p desk")
        #expect(log.last?["command"]?.string?.hasPrefix("cd desk; echo") == true)
        #expect(log.last?["exit"]?.int == 0)
        #expect(try !dialogue.folder.text(of: "state/diagnose/fixes.log").contains("swordfish"))
        let attributes = try FileManager.default.attributesOfItem(
            atPath: dialogue.folder.path + "/state/diagnose/fixes.log")
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test("without a yes nothing is run", arguments: ["", "\n\n\n", "n\nn\nn\n", "q\n", "s\n"])
    func refused(answers: String) async throws {
        let dialogue = try dialogue()
        let result = try await dialogue.piped(answers, ["fix", "shop/the-till-is-gone"])
        #expect(result.exitCode == 1)
        #expect(result.output.contains("Nothing was run."))
        #expect(!dialogue.folder.holds("desk") && !dialogue.folder.holds("state"))
    }

    @Test("--dry-run shows every command and runs none, whatever is answered")
    func rehearsed() async throws {
        let dialogue = try dialogue()
        let result = try await dialogue.piped(
            "y\ny\ny\n", ["fix", "shop/the-till-is-gone", "--dry-run"])
        #expect(result.exitCode == 0)
        #expect(result.output.contains("    mkdir -p desk\n"))
        #expect(!result.output.contains("Run it?"))
        #expect(!dialogue.folder.holds("desk"))
    }

    @Test("what destroys data is refused, and asked about with --yes-destroy")
    func destructive() async throws {
        let dialogue = try dialogue()
        try dialogue.folder.write("desk/paper", "x")
        let refused = try await dialogue.piped("y\n", ["fix", "shop/the-desk-is-full"])
        #expect(refused.output.contains("Refused without --yes-destroy."))
        #expect(dialogue.folder.holds("desk/paper"))
        let declined = try await dialogue.piped(
            "\n", ["fix", "shop/the-desk-is-full", "--yes-destroy"])
        #expect(declined.output.contains("Run it, destroying data? [y/N/s/q]"))
        #expect(dialogue.folder.holds("desk/paper"))
        let run = try await dialogue.piped(
            "y\n", ["fix", "shop/the-desk-is-full", "--yes-destroy"])
        #expect(run.exitCode == 2)
        #expect(!dialogue.folder.holds("desk"))
    }

    @Test("placeholders are filled; what nobody knows is shown and never run")
    func placeholders() async throws {
        let dialogue = try dialogue()
        let result = try await dialogue.piped(
            "y\ny\n", ["fix", "shop/the-clerk-sleeps", "--set", "CLERK=ann"])
        #expect(dialogue.folder.holds("woken-ann"))
        #expect(result.output.contains("not run: nobody knows what to put for <name>"))
        #expect(try names(in: dialogue) == ["shop.md", "state", "woken-ann"])
    }

    @Test(
        "a value that means something to a shell is never spliced in",
        arguments: [
            "$(touch pwned)", "`touch pwned`", "a;touch pwned", "a\ntouch pwned",
            "a && touch pwned", "a'; touch pwned; '", "--help;touch pwned",
        ])
    func injection(value: String) async throws {
        let dialogue = try dialogue()
        let given = try await dialogue.piped(
            "y\ny\n", ["fix", "shop/the-clerk-sleeps", "--set", "CLERK=\(value)"])
        #expect(given.output.contains("nobody knows what to put for ${CLERK}"))
        #expect(try names(in: dialogue) == ["shop.md"])
    }

    /// A media server that has one path, which is not available.
    private func mediaServer(path: String) throws -> LoopbackServer {
        let name = JSONValue.string(path).compactText
        let list = #"{"pageCount":1,"itemCount":1,"items":[{"name":\#(name),"available":false}]}"#
        return try LoopbackServer.start { _ in .json(list) }
    }

    @Test("what a server calls its paths is filled in where it is harmless")
    func observed() async throws {
        let server = try mediaServer(path: "summit/fr")
        defer { server.stop() }
        let dialogue = try dialogue()
        let result = try await dialogue.piped(
            "y\n", ["fix", "shop/a-path-is-not-available", "--set", "MEDIA_SERVER=\(server.url)"])
        #expect(result.output.contains("    mkdir -p \"noted/summit/fr\"\n"))
        #expect(dialogue.folder.holds("noted/summit/fr"))
        #expect(result.exitCode == 1)
    }

    @Test(
        "what a server calls its paths never reaches a shell where it could mean something",
        arguments: [
            "summit/$(touch pwned)", "summit/`touch pwned`", "summit/\";touch pwned;\"", "-p/a",
            "summit/a b", "summit/a\u{202E}b",
        ])
    func hostile(path: String) async throws {
        let server = try mediaServer(path: path)
        defer { server.stop() }
        let dialogue = try dialogue()
        let result = try await dialogue.piped(
            "y\n", ["fix", "shop/a-path-is-not-available", "--set", "MEDIA_SERVER=\(server.url)"])
        #expect(result.output.contains("It is so: a probe of it fails."), "\(result.output)")
        #expect(result.output.contains("nobody knows what to put for {path}"))
        #expect(result.output.contains("Nothing was run."))
        #expect(try names(in: dialogue) == ["shop.md"])
    }

    private func names(in dialogue: Dialogue) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: dialogue.folder.path).sorted()
    }

    @Test("a command that fails stops the rest unless one goes on")
    func failing() async throws {
        let dialogue = try dialogue()
        let stopped = try await dialogue.piped("y\n\ny\n", ["fix", "shop/it-fails"])
        #expect(stopped.output.contains("✗ exit 1 after"))
        #expect(!dialogue.folder.holds("second"))
        let gone = try await dialogue.piped("y\ny\ny\n", ["fix", "shop/it-fails"])
        #expect(gone.output.contains("It failed. Go on? [y/N] y"))
        #expect(dialogue.folder.holds("second"))
    }

    @Test("Ctrl-C ends what runs, and the log says so")
    func interrupted() async throws {
        let dialogue = try dialogue()
        let text = try await dialogue.onTerminal("y,~| waiting", ["fix", "shop/it-hangs"])
        #expect(text.contains("was stopped before it finished"))
        #expect(text.hasSuffix("exit 130\n"))
        let last = try #require(try log(of: dialogue).last)
        #expect(last["event"]?.string == "ended")
        #expect(last["exit"] == .null)
    }

    @Test("what is typed while a command runs does not agree to the next one")
    func typedAhead() async throws {
        let dialogue = try dialogue()
        let text = try await dialogue.onTerminal("y,~| begun~y,q", ["fix", "shop/it-is-slow"])
        #expect(text.contains("✓ exit 0 after"))
        #expect(text.hasSuffix("exit 2\n"))
        #expect(!dialogue.folder.holds("second"))
    }

    @Test("on a terminal Enter runs nothing and y does")
    func terminal() async throws {
        let dialogue = try dialogue()
        let text = try await dialogue.onTerminal(
            ",,,,", ["fix", "shop/the-till-is-gone", "--color", "never"])
        #expect(text.hasSuffix("exit 1\n"))
        #expect(!dialogue.folder.holds("desk"))
        let done = try await dialogue.onTerminal("y,y,y", ["fix", "shop/the-till-is-gone"])
        #expect(done.contains("HEALTHY"))
        #expect(dialogue.folder.holds("till"))
    }

    @Test(
        "wrong uses are told",
        arguments: [
            (["fix"], "an entry's id is wanted, as in: diagnose fix voxbento/ic-02"),
            (["fix", "shop/it-fials"], "did you mean 'shop/it-fails'?"),
            (["fix", "shop/it-fails", "shop/it-hangs"], "unexpected 'shop/it-hangs'"),
            (["fix", "shop/it-fails", "--output", "json"], "unknown flag '--output'"),
            (["fix", "shop/it-fails", "--wait", "soon"], "--wait wants a time"),
            (["fix", "shop/it-fails", "--dry-run", "--wait", "soon"], "--wait wants a time"),
        ])
    func usage(arguments: [String], message: String) async throws {
        let result = try await dialogue().piped("y\n", arguments)
        #expect(result.exitCode == 64)
        #expect(result.errorOutput.contains(message))
        #expect(result.standardOutput.isEmpty)
    }

    @Test("a log that can't be written is told and hinders nothing")
    func unlogged() async throws {
        let dialogue = try dialogue()
        let result = try await dialogue.piped(
            "y\ny\ny\n", ["fix", "shop/the-till-is-gone"],
            environment: ["XDG_STATE_HOME": "/dev/null"])
        #expect(result.exitCode == 0)
        #expect(result.errorOutput.contains("what is run can't be logged"))
    }
}
