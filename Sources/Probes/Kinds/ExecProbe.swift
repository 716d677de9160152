import Catalog
import Machine

/// Runs one program and looks at how it ends and what it prints; only with `--allow-exec`.
///
/// Use it for what no other kind can ask: a health command of the system's own, a script that a
/// runbook ships. Whoever writes the line chooses the program, so that a line is not obeyed unless
/// the person who runs it says so.
///
///     exec "scripts/check-queues.sh --max 100" exit=0
///     exec "livekit-cli list-rooms --json" in=livekit json.rooms.length<50 timeout=5s
///     exec "git -C ${REPOSITORY} fsck --no-dangling" lines=0 directory=/srv
///     exec "sh -c 'df -P \"$1\" | tail -n 1' sh ${DATA}" stdout!~" 100% "
///
/// - The words are split as in a shell, before variables are filled in, and no shell runs them: a
///   variable is never more than a part of one word, and `|`, `>` or `*` mean nothing. Where a
///   shell is needed, run `sh -c '…'` and name variables behind the script.
/// - `in=SERVICE` runs it in the running container of a compose service. What a program started
///   there by the time-out is not ended by it.
/// - `stdout` and `stderr` are compared without the line breaks at their end. Up to 4 MB of each
///   is kept.
/// - A program that isn't there or can't be started leaves all unknown; one that does not end in
///   time fails, and so does a service that does not run. A signal counts as exit code 128 and its
///   number.
///
/// A line that states nothing wants `exit=0`.
public struct ExecProbe: ProbeKind {
    /// What the kind declares of itself.
    public let schema = ProbeSchema(
        kind: "exec",
        abstract: "Runs one program, without a shell; only with --allow-exec.",
        subject: .init(
            "COMMAND", "a program and its arguments, quoted as one word", isCommand: true),
        options: [
            .init("in", .text, "the compose service in whose container it runs"),
            .init("directory", .text, "the folder it runs in"),
        ],
        observables: [
            .init(
                "exit", .number, asksForAnswer: true,
                "its exit code, or 128 and the signal that ended it"),
            .init("stdout", .text, "what it prints, line breaks at the end left out"),
            .init("stderr", .text, "what it prints to standard error"),
            .init("lines", .number, "how many lines it prints"),
            .init("json.", .text, "a value of the JSON that it prints, json.items[0].ready"),
        ],
        defaultConditions: ["exit=0"],
        examples: [
            "exec \"scripts/check-queues.sh --max 100\" # the queues are not drained",
            "exec \"livekit-cli list-rooms --json\" in=livekit json.rooms.length<50",
            "exec \"git -C ${REPOSITORY} fsck\" lines=0 directory=/srv # the repository is damaged",
        ])

    /// Makes the kind.
    public init() {}

    /// The service that it runs in, else the program.
    public func component(of request: ProbeRequest) -> String {
        let program = request.words.first?.split(separator: "/").last.map(String.init)
        return request.option("in") ?? program ?? schema.kind
    }

    /// A command that only a shell understands, or whose variables one would run, is none.
    public func mistake(in subject: String) -> String? {
        do {
            _ = try CommandSubject.words(of: subject)
            return nil
        } catch {
            return error.summary
        }
    }

    /// It runs what its line says.
    public func breach(by request: ProbeRequest, in context: ProbeContext) async -> Breach? {
        .runsProgram
    }

    /// Runs the program once, where that is allowed.
    public func observe(_ request: ProbeRequest, in context: ProbeContext) async -> Observation {
        guard context.allowsExecution else {
            return Observation(.unknown("runs a program: give --allow-exec"), for: request)
        }
        do {
            let result = try await ProgramRun(request, in: context).result()
            return ExecReadings(result, redactor: context.redactor).observation(for: request)
        } catch {
            return Observation(error.reading, for: request)
        }
    }
}
