import Testing

@testable import diagnose

@Suite struct ArgumentsTests {
    private let flags: [Flag] = [.set, .output, .allowUnknown, .deadline, .help]

    @Test(
        "flags stand anywhere, with their value behind them or behind '='",
        arguments: [
            ["a", "--output", "json", "b"], ["--output=json", "a", "b"],
            ["a", "b", "--output", "json"],
        ])
    func anywhere(words: [String]) throws {
        let arguments = try Arguments(words, flags: flags)
        #expect(arguments.operands == ["a", "b"])
        #expect(arguments.value(of: .output) == "json")
    }

    @Test("a repeatable flag keeps all its values, '=' in a value included")
    func repeatable() throws {
        let arguments = try Arguments(["--set", "a=b=c", "--set=d="], flags: flags)
        #expect(arguments.values(of: .set) == ["a=b=c", "d="])
    }

    @Test("behind '--' everything is an operand, and so is a lone '-'")
    func operands() throws {
        let arguments = try Arguments(["-", "--", "--output", "-h"], flags: flags)
        #expect(arguments.operands == ["-", "--output", "-h"])
    }

    @Test("-h is --help")
    func help() throws {
        #expect(try Arguments(["-h"], flags: flags).has(.help))
    }

    @Test(
        "what is wrong is said, with the nearest name",
        arguments: [
            (["--outptu", "json"], "unknown flag '--outptu'; did you mean '--output'?"),
            (["--zzz"], "unknown flag '--zzz'"),
            (["--output"], "--output wants a value: --output FORMAT"),
            (["--output", "jsno"], "--output is text or json, not 'jsno'; did you mean 'json'?"),
            (["--allow-unknown=yes"], "--allow-unknown takes no value"),
            (["--deadline", "1s", "--deadline", "2s"], "--deadline may be given only once"),
        ])
    func mistakes(words: [String], message: String) {
        let error = #expect(throws: UsageError.self) { try Arguments(words, flags: flags) }
        #expect(error?.message == message)
    }
}
