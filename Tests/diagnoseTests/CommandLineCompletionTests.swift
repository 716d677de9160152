import Machine
import Testing

@testable import diagnose

@Suite struct CommandLineCompletionTests {
    private func answer(_ words: String...) -> Completion {
        CommandLineCompletion(words, world: .fake()).answer()
    }

    private func words(_ words: String...) -> [String] {
        CommandLineCompletion(words, world: .fake()).answer().candidates.map(\.word)
    }

    @Test("every command is offered, and its flags, each of the repeatable ones again")
    func commands() {
        #expect(words("") == CommandRegistry.commands.map(\.name))
        for command in CommandRegistry.commands {
            #expect(words(command.name, "--") == command.allFlags.map { "--\($0.name)" })
        }
        #expect(!words("triage", "--quiet", "--q").contains("--quiet"))
        #expect(words("triage", "--set", "A=b", "--se") == ["--set"])
        #expect(words("help", "tri") == ["triage"])
    }

    @Test("choices are offered behind a blank and behind '='")
    func choices() {
        #expect(words("triage", "--color", "a") == ["auto", "always"])
        #expect(words("triage", "--color=n") == ["--color=never"])
        #expect(answer("triage", "--env-file=x").form == .files)
        #expect(answer("triage", "--report", "junit=").form == .files)
        #expect(answer("triage", "--report", "ju").form == .beginnings)
    }

    @Test("behind '--' nothing is a flag, and what is no word of ours gets nothing")
    func others() {
        #expect(words("check", "--", "-").isEmpty)
        #expect(words("nonsense", "").isEmpty)
        #expect(words("triage", "--nonsense=").isEmpty)
        #expect(words("triage", "--quiet=").isEmpty)
        #expect(words("symptom", "lis").isEmpty)
        #expect(words().count == CommandRegistry.commands.count)
    }

    @Test("ids, systems, steps, states and variables come from the runbooks")
    func runbooks() {
        #expect(words("check", "voxbento/ic-02", "voxbento/ic-0").first == "voxbento/ic-01")
        #expect(!words("check", "voxbento/ic-02", "voxbento/ic-0").contains("voxbento/ic-02"))
        #expect(words("triage", "rat") == ["ratiba"])
        #expect(words("triage", "--only", "voxbento/step-1") == ["voxbento/step-1"])
        #expect(words("list", "--severity", "hi") == ["high"])
        #expect(words("triage", "--set", "PORTAL_U") == ["PORTAL_URL="])
        #expect(words("check", "--no-embedded", "").isEmpty)
    }

    @Test("a probe line is completed by its kind: subjects, keys, operators, known values")
    func probes() {
        #expect(words("probe", "comp") == ["compose"])
        #expect(words("probe", "compose", "media") == ["mediamtx"])
        #expect(words("probe", "compose", "x", "resta") == ["restarts"])
        #expect(
            words("probe", "compose", "x", "restarts")
                == [
                    "restarts=", "restarts!=", "restarts<", "restarts<=", "restarts>", "restarts>=",
                ])
        #expect(words("probe", "compose", "x", "ready=") == ["ready=true", "ready=false"])
        #expect(words("probe", "compose", "x", "state=r") == ["state=running"])
        #expect(words("probe", "compose", "x", "of=portal", "of").isEmpty)
        #expect(words("probe", "jwt", "").isEmpty)
        #expect(words("probe", "nonsense", "").isEmpty)
        #expect(answer("probe", "file", "nothing-like-it").form == .files)
    }

    @Test("an answer is a line a candidate, whatever its words hold")
    func lines() {
        let completion = Completion(
            [.init(word: "a\u{1B}[31mb", help: "two\nlines\tand a tab")], beginningWith: "a")
        #expect(completion.lines == "words\nab\ttwo lines and a tab\n")
    }
}
