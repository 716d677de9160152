import Machine
import Report
import Triage

/// Runs commands of remedies that a person has agreed to, shows what they print, and logs them.
struct RemedyRun: Sendable {
    /// The call.
    let invocation: Invocation
    /// What was run stands there.
    let log: RemedyLog

    /// How long a command may run; nothing is unbounded, and no remedy takes longer.
    private static let patience: Duration = .seconds(6 * 3600)

    /// Runs a command and tells whether it succeeded.
    ///
    /// It is a shell's text and goes to `/bin/sh`, which is what the person agreed to. It reads
    /// nothing: in a process group of its own it could not read the terminal.
    ///
    /// - Parameters:
    ///   - line: The command.
    ///   - prepared: What changes the shell for it first, such as `cd backend`.
    func run(_ line: String, after prepared: [String]) async -> Bool {
        let clock = invocation.world.clock
        let shown = (prepared + [line]).joined(separator: "; ")
        log.began(shown)
        let start = clock.uptime
        let output = LiveOutput(invocation.redactor) { Output.print($0) }
        var command = Command(
            "/bin/sh", ["-c", RemedyScript.text(of: line, after: prepared)],
            timeout: Self.patience)
        command.mayLeaveChildren = true
        let outcome = await outcome(of: command, to: output)
        output.finish()
        let (exitCode, failure): (Int32?, String?) =
            switch outcome {
            case .success(let result): (result.exitCode, nil)
            case .failure(let failure): (nil, failure.summary)
            }
        let duration = clock.uptime - start
        log.ended(shown, exitCode: exitCode, failure: failure, duration: duration)
        Output.print(
            RemedyText.ending(
                exitCode: exitCode, failure: failure, duration: duration, style: invocation.style))
        return exitCode == 0
    }

    /// Runs to the end, or until somebody interrupts.
    private func outcome(
        of command: Command, to output: LiveOutput
    ) async -> Result<CommandResult, CommandFailure> {
        let commands = invocation.world.commands
        return await Interruption.cancelling {
            do throws(CommandFailure) {
                return .success(
                    try await commands.stream(command) { bytes in
                        output.append(bytes)
                        return true
                    })
            } catch {
                return .failure(error)
            }
        }
    }
}
