import Foundation
import Machine
import Testing

/// `diagnose guide` with somebody at a pipe or a terminal, on real files.
@Suite(.enabled(if: WebSocketServers.isAvailable)) struct GuideCommandTests {
    private static let runbook = """
        ---
        system: shop
        ---

        # Shop

        ## Triage

        1. Is the till there? Look at `ls till`.

           ```probe
           file till exists=true # the till is gone
           ```

        2. Does the door open? It sticks when it rains.

        ## The till is gone

        **Cause:** somebody took it

        **Fix:** put a new one there

        ```sh
        touch till
        ```

        ```probe
        file till exists=true # the till is gone
        ```

        ## Door sticks

        **Symptoms:** people stand outside

        **Checks:**

        - Is the hinge dry?
        - Does the frame hang?

        **Fix:** oil it

        ## Window sticks

        **Symptoms:** the air is bad

        **Fix:** plane it
        """

    private func dialogue(hasTill: Bool = true) throws -> Dialogue {
        let dialogue = try Dialogue(Self.runbook)
        if hasTill { try dialogue.folder.write("till", "") }
        return dialogue
    }

    private func saved(by dialogue: Dialogue) throws -> String {
        try dialogue.folder.text(of: try #require(savedFiles(by: dialogue).first))
    }

    /// The files in which answers are kept, below the folder.
    private func savedFiles(by dialogue: Dialogue) -> [String] {
        let state = dialogue.folder.path + "/state/diagnose"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: state)) ?? []
        return names.map { "state/diagnose/" + $0 }
    }

    @Test("a probe that fails ends it without a question, and says how to mend it")
    func broken() async throws {
        let result = try await dialogue(hasTill: false).piped("", ["guide", "shop"])
        #expect(result.exitCode == 1)
        #expect(result.output.contains("shop, step 1 of 2: Is the till there?"))
        #expect(result.output.contains("✗ the till is gone\n"))
        #expect(result.output.contains("Confirmed  shop/the-till-is-gone: The till is gone"))
        #expect(result.output.contains("✗ UNHEALTHY  files: the till is gone"))
        #expect(
            result.output.contains(
                "    diagnose fix shop/the-till-is-gone --runbooks shop.md --no-embedded\n"))
        #expect(!result.output.contains("[y/n/s/q]"))
    }

    @Test("over a pipe, answers narrow the entries to one")
    func narrowed() async throws {
        let dialogue = try dialogue()
        let result = try await dialogue.piped("y\ny\nn\nY\n", ["guide", "shop"])
        #expect(result.exitCode == 1)
        #expect(result.output.contains("Is something wrong here? [y/n/s/q] y\n"))
        #expect(result.output.contains("Confirmed  shop/door-sticks: Door sticks"))
        #expect(result.output.contains("✗ UNHEALTHY  door-sticks: Door sticks"))
        #expect(result.output.contains("you said yes"))
        // What is finished is not resumed.
        #expect(savedFiles(by: dialogue).isEmpty)
    }

    @Test("nothing wrong anywhere is healthy; what nobody could tell is not")
    func outcomes() async throws {
        #expect(try await dialogue().piped("n\n", ["guide", "shop"]).exitCode == 0)
        #expect(try await dialogue().piped("s\n", ["guide", "shop"]).exitCode == 2)
        let allowed = try await dialogue().piped("s\n", ["guide", "shop", "--allow-unknown"])
        #expect(allowed.exitCode == 0)
    }

    @Test("at the end of input the verdict tells what is known, and the rest can be resumed")
    func endOfInput() async throws {
        let dialogue = try dialogue()
        let first = try await dialogue.piped("y\n", ["guide", "shop"])
        #expect(first.exitCode == 1)
        #expect(first.output.contains("diagnose guide shop --resume --runbooks shop.md"))
        let state = try saved(by: dialogue)
        #expect(state.contains("diagnose.guide/1") && !state.contains("door"))
        let second = try await dialogue.piped("n\ny\n", ["guide", "shop", "--resume"])
        #expect(second.output.contains("Going on with 1 answer of "))
        #expect(!second.output.contains("? Does the door open?"))
        #expect(second.output.contains("Confirmed  shop/window-sticks: Window sticks"))
    }

    @Test("without --resume it begins anew and says what was left; after a day it asks again")
    func stale() async throws {
        let dialogue = try dialogue()
        _ = try await dialogue.piped("y\n", ["guide", "shop"])
        let anew = try await dialogue.piped("n\n", ["guide", "shop"])
        #expect(anew.output.contains("with 1 answer. To go on there instead:"))
        #expect(anew.exitCode == 0)
        _ = try await dialogue.piped("y\n", ["guide", "shop"])
        let old = try saved(by: dialogue)
            .replacing(/"saved":[0-9.e+]+/, with: "\"saved\":1000000000")
        try dialogue.folder.write(try #require(savedFiles(by: dialogue).first), old)
        let stale = try await dialogue.piped("n\n", ["guide", "shop", "--resume"])
        #expect(stale.output.contains("more than a day old; asking again"))
        #expect(stale.exitCode == 0)
    }

    @Test("a walk in another folder leaves the answers of this one alone")
    func elsewhere() async throws {
        let dialogue = try dialogue()
        _ = try await dialogue.piped("y\n", ["guide", "shop"])
        let other = try self.dialogue()
        let state = ["XDG_STATE_HOME": dialogue.folder.path + "/state"]
        _ = try await other.piped("n\n", ["guide", "shop"], environment: state)
        let resumed = try await dialogue.piped("", ["guide", "shop", "--resume"])
        #expect(resumed.output.contains("Going on with 1 answer of "), "\(resumed.output)")
    }

    @Test("--resume is offered only where there is something to go on with")
    func nothingLeft() async throws {
        let questions = "1. Is it dark? Look outside.\n\n2. Is it cold? Step outside.\n"
        let dark = try Dialogue("---\nsystem: shop\n---\n# Shop\n\n## Triage\n\n\(questions)")
        let skipped = try await dark.piped("s\nq\n", ["guide", "shop"])
        #expect(skipped.output.contains("\nLeft.\n"), "\(skipped.output)")
        #expect(!skipped.output.contains("--resume"))
        let dialogue = try dialogue()
        let unkept = try await dialogue.piped(
            "y\nq\n", ["guide", "shop"], environment: ["XDG_STATE_HOME": "/dev/null"])
        #expect(!unkept.output.contains("--resume"), "\(unkept.output)")
        let kept = try await dialogue.piped("y\nq\n", ["guide", "shop"])
        #expect(kept.output.contains("--resume"))
    }

    @Test("probes are run anew on resume: what broke meanwhile is seen")
    func anew() async throws {
        let dialogue = try dialogue()
        _ = try await dialogue.piped("y\n", ["guide", "shop"])
        try FileManager.default.removeItem(atPath: dialogue.folder.path + "/till")
        let result = try await dialogue.piped("", ["guide", "shop", "--resume"])
        #expect(result.output.contains("UNHEALTHY  files: the till is gone"))
    }

    @Test(
        "input that is no answer ends it soon, however much of it comes",
        arguments: [String(repeating: "what\n", count: 3000), String(repeating: "x", count: 16000)])
    func nonsense(input: String) async throws {
        let result = try await dialogue().piped(input, ["guide", "shop"])
        #expect(result.exitCode == 2)
        #expect(result.output.components(separatedBy: "Answer y, n, s or q.\n").count <= 12)
    }

    @Test("on a terminal it asks, q leaves, and nothing but lines is written")
    func terminal() async throws {
        let dialogue = try dialogue()
        let text = try await dialogue.onTerminal("y,q", ["guide", "shop", "--color", "never"])
        #expect(text.contains("Do you see this? [y/n/s/q] q\n"))
        #expect(text.contains("Left. To go on:"))
        #expect(!text.contains("\u{1B}") && !text.contains("\r"))
        #expect(text.hasSuffix("exit 1\n"))
    }

    @Test("Ctrl-C leaves with the answers kept, and exits as interrupted")
    func interrupted() async throws {
        let dialogue = try dialogue()
        let text = try await dialogue.onTerminal("y,^C", ["guide", "shop"])
        #expect(text.contains("diagnose guide shop --resume"))
        #expect(text.hasSuffix("exit 130\n"))
        let resumed = try await dialogue.piped("y\ny\n", ["guide", "shop", "--resume"])
        #expect(resumed.output.contains("Confirmed  shop/door-sticks"))
    }

    @Test("killed, it has kept every answer that was given")
    func killed() async throws {
        let dialogue = try dialogue()
        let text = try await dialogue.onTerminal("y,y,!", ["guide", "shop"])
        #expect(text.hasSuffix("exit -9\n"))
        let resumed = try await dialogue.piped("y\n", ["guide", "shop", "--resume"])
        #expect(resumed.output.contains("Going on with 2 answers"))
        #expect(resumed.output.contains("Confirmed  shop/door-sticks"))
    }

    @Test("a state file that is damaged, huge or not ours is nothing to resume")
    func damaged() async throws {
        let dialogue = try dialogue()
        _ = try await dialogue.piped("y\n", ["guide", "shop"])
        let file = try #require(savedFiles(by: dialogue).first)
        for text in ["{", String(repeating: "[", count: 2_000_000), "\u{0}"] {
            try dialogue.folder.write(file, text)
            let result = try await dialogue.piped("n\n", ["guide", "shop", "--resume"])
            #expect(result.output.contains("nothing to resume"))
            #expect(result.exitCode == 0)
        }
    }

    @Test("where nothing can be kept it says so once, and goes on")
    func unkept() async throws {
        let result = try await dialogue().piped(
            "y\ny\ny\n", ["guide", "shop"],
            environment: ["XDG_STATE_HOME": "/dev/null", "HOME": "/dev/null"])
        #expect(result.exitCode == 1)
        #expect(result.errorOutput.components(separatedBy: "can't be kept").count == 2)
    }

    @Test("there is no JSON of a talk")
    func json() async throws {
        let result = try await dialogue().piped("", ["guide", "shop", "--output", "json"])
        #expect(result.exitCode == 64)
        #expect(result.output.isEmpty)
    }
}
