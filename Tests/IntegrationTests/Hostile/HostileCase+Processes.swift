/// The table: programs that misbehave, and interrupts while they do.
extension HostileCase {
    /// Every case.
    static let processes = engines + children + writers + starts + limits + interrupts

    private static let ignoresTerm = "trap '' TERM; while :; do sleep 1; done"
    private static let compose = "exec \"$DIAGNOSE\" probe compose web --deadline 1s"
    private static let deadline = "not finished when the deadline of 1 s was up"

    private static func engine(_ name: String, _ text: String, _ says: String) -> HostileCase {
        HostileCase(
            name: "docker that \(name)", programs: ["docker": text], script: compose, exitCode: 2,
            says: [says])
    }

    /// Programs that diagnose asks by itself; the run ends before they do.
    private static let engines = [
        engine("ignores SIGTERM", ignoresTerm, deadline),
        engine("ignores SIGTERM in children, too", "(\(ignoresTerm)) & \(ignoresTerm)", deadline),
        engine("stops itself", "kill -STOP $$", deadline),
        engine("hangs below a daemon", "setsid sleep 1000 & sleep 1000", deadline),
        engine("leaves a child that holds the pipe", "sleep 1000 & exit 0", "printed no JSON"),
        engine("leaves a daemon", "setsid sleep 1000 & exit 0", "printed no JSON"),
        engine("writes without end", "exec yes", deadline),
        engine("complains without end", "exec yes >&2", deadline),
        engine("reads standard input", "cat; exit 0", "printed no JSON"),
        engine("asks the terminal", "read -r x </dev/tty; exit 0", "printed no JSON"),
        engine("ends by a signal", "kill -SEGV $$", "(it printed nothing)"),
        HostileCase(
            name: "alembic that ignores SIGTERM", programs: ["alembic": ignoresTerm],
            script: """
                mkdir -p backend/alembic/versions
                printf '[alembic]\\nscript_location = alembic\\n' >backend/alembic.ini
                echo 'revision = "a1"' >backend/alembic/versions/a1.py
                exec "$DIAGNOSE" probe alembic backend current=head timeout=1s
                """,
            exitCode: 1, says: ["alembic current did not finish within 1 s"]),
    ]

    /// Programs that leave something behind, or do not end.
    private static let children = [
        probe(
            "a program that ignores SIGTERM", "exec stubborn timeout=1s",
            ["stubborn": ignoresTerm], exits: 1, says: "within 1 s"),
        probe(
            "a grandchild that keeps the pipe open", "exec leaves timeout=9s",
            ["leaves": "sleep 1000 & exit 0"], exits: 0, says: "passed"),
        probe(
            "a grandchild that keeps the pipe open and ignores SIGTERM", "exec leaves timeout=9s",
            ["leaves": "(\(ignoresTerm)) & exit 0"], exits: 0, says: "passed"),
        probe(
            "a daemon that keeps the pipe open", "exec leaves timeout=9s",
            ["leaves": "setsid sleep 1000 & exit 0"], exits: 0, says: "passed"),
        probe(
            "a daemon that ignores SIGTERM and forgets its environment", "exec leaves timeout=9s",
            [
                "leaves":
                    "setsid env -i /bin/sh -c \"\(ignoresTerm)\" $HOSTILE_MARK >&- 2>&- & exit 0"
            ], exits: 0, says: "passed"),
        probe(
            "children in groups of their own", "exec groups timeout=1s",
            ["groups": "set -m; sleep 1000 & sleep 1000 & wait"], exits: 1, says: "within 1 s"),
    ]

    /// Programs and their streams.
    private static let writers = [
        probe(
            "writes without end", "exec writer timeout=1s", ["writer": "exec yes"], exits: 1,
            says: "within 1 s"),
        probe(
            "complains without end", "exec writer timeout=1s", ["writer": "exec yes >&2"],
            exits: 1, says: "within 1 s"),
        probe(
            "reads standard input", "exec reader timeout=9s", ["reader": "cat"], exits: 0,
            says: "passed"),
        probe(
            "shows its environment", "exec writer",
            ["writer": "env | grep API_TOKEN; env | grep API_TOKEN >&2; exit 1"], exits: 1,
            says: "API_TOKEN=[redacted"),
        probe(
            "relies on SIGPIPE", "exec writer exit=141", ["writer": "kill -PIPE $$; exit 3"],
            exits: 0, says: "passed"),
        probe(
            "relies on SIGTERM", "exec writer exit=143", ["writer": "kill -TERM $$; exit 3"],
            exits: 0, says: "passed"),
        probe(
            "ends by a signal", "exec crash", ["crash": "kill -SEGV $$"], exits: 1,
            says: "exit 139"),
    ]

    /// Programs that can't be started.
    private static let starts = [
        probe(
            "a program that is not there", "exec nowhere", exits: 2,
            says: "nowhere is not installed here"),
        HostileCase(
            name: "a program that may not be executed", programs: ["plain": ""],
            script: "chmod -x bin/plain; exec \"$DIAGNOSE\" probe exec plain --allow-exec",
            exitCode: 2, says: ["plain could not be started: the file is not executable"]),
        HostileCase(
            name: "a program whose interpreter is not there",
            script: """
                mkdir bin; echo '#!/no/such' >bin/odd; chmod +x bin/odd
                exec "$DIAGNOSE" probe exec odd --allow-exec
                """, exitCode: 2, says: ["odd could not be started: the interpreter it names"]),
        HostileCase(
            name: "docker that may not be executed", programs: ["docker": ""],
            script: "chmod -x bin/docker; export PATH=\"$PWD/bin\"; \(compose)", exitCode: 2,
            says: ["docker could not be started: the file is not executable"]),
    ]
}
