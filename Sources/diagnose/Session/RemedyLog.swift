import Foundation
import Machine
import Redaction

/// The log of what `diagnose fix` ran: a JSON object a line, secrets taken out, for its owner alone.
struct RemedyLog: Sendable {
    private let world: World
    private let redactor: Redactor
    private let entry: String
    /// The path of the log; `nil` where the environment names no home.
    let path: String?

    /// The log for an entry's remedies.
    init(_ invocation: Invocation, entry: String) {
        world = invocation.world
        redactor = invocation.redactor
        self.entry = entry
        path = StateFolder(environment: world.environment).file("fixes.log")
    }

    /// Writes that a command begins: one that ends this program, or the machine, stands there too.
    func began(_ command: String) { write(command, ["event": .string("started")]) }

    /// Writes how it ended.
    ///
    /// - Parameters:
    ///   - command: The command.
    ///   - exitCode: Its exit code; `nil` where it gave none.
    ///   - failure: Why it gave none.
    ///   - duration: How long it ran.
    func ended(_ command: String, exitCode: Int32?, failure: String?, duration: Duration) {
        let parts = duration.components
        let milliseconds =
            Int(parts.seconds) * 1000 + Int(parts.attoseconds / 1_000_000_000_000_000)
        write(
            command,
            [
                "event": .string("ended"),
                "exit": exitCode.map { .number("\($0)") } ?? .null,
                "failure": failure.map { .string(redactor.redact($0)) } ?? .null,
                "milliseconds": .number("\(milliseconds)"),
            ])
    }

    /// Adds a line; a log that can't be written is told, and hinders nobody who mends a full disk.
    private func write(_ command: String, _ members: [String: JSONValue]) {
        let line = JSONValue.object(
            members.merging([
                "time": .string(world.clock.now.formatted(.iso8601)),
                "entry": .string(entry),
                "command": .string(redactor.redact(command)),
                "directory": .string(world.workingDirectory),
            ]) { own, _ in own })
        guard let path else {
            return complain("neither HOME nor XDG_STATE_HOME names a folder")
        }
        do throws(FileFailure) {
            try PrivateFile.append(Array((line.compactText + "\n").utf8), to: path)
        } catch {
            complain(error.summary)
        }
    }

    private func complain(_ reason: String) {
        Output.printError("diagnose: what is run can't be logged: \(reason)".printableLine)
    }
}
