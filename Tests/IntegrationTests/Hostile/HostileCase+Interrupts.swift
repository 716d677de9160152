/// The table, continued: too few descriptors, and signals in the midst of a run.
extension HostileCase {
    /// A runbook of 500 lines, each another look.
    private static let many = """
        {
            printf '# S\\n\\n## It fails\\n\\n**Cause:** x\\n\\n```probe\\n'
            i=0; while [ $i -lt 500 ]; do i=$((i + 1)); echo "exec \\"true $i\\""; done
            echo '```'
        } >s.md
        """
    private static let triage =
        "\"$DIAGNOSE\" triage --runbooks s.md --no-embedded --trust --allow-exec --deadline 100s \"$@\""

    private static func descriptors(_ name: String, _ limit: String) -> HostileCase {
        HostileCase(
            name: "500 probes with \(name)", script: "\(many)\n\(limit)\nexec \(triage)",
            exitCode: 0, says: ["500 passed"], bound: 60)
    }

    /// Few descriptors.
    static let limits = [
        descriptors("ulimit -n 64", "ulimit -n 64"),
        descriptors("a soft limit of 64", "ulimit -S -n 64"),
        descriptors("ulimit -n 64 and --jobs 100", "ulimit -n 64; set -- --jobs 100"),
        descriptors("ulimit -n 40", "ulimit -n 40"),
        descriptors(
            "ulimit -n 64, and one open beyond it",
            "command -v bash >/dev/null && exec bash -c 'exec 99</dev/null; ulimit -n 64; exec \(triage)'"
        ),
    ]

    /// A run that is in the midst of its second line: the first has passed, the second ignores
    /// SIGTERM and has told that it runs.
    private static let running = """
        printf '# S\\n\\n## It fails\\n\\n**Cause:** x\\n\\n```probe\\nexec quick\\nexec slow\\n```\\n' >s.md
        \(triage) --jobs 1 & run=$!
        until [ -e started ]; do sleep 0.02; done
        """
    private static let slow = [
        "quick": "exit 0",
        "slow": "trap '' TERM INT HUP; touch started; while [ ! -e go ]; do sleep 0.1; done",
    ]

    private static func signal(
        _ name: String, _ signals: String, says: [String], saysNot: [String] = []
    ) -> HostileCase {
        HostileCase(
            name: name, programs: slow, script: "\(running)\n\(signals)\nwait $run", exitCode: 130,
            says: says, saysNot: saysNot)
    }

    private static let soFar = ["interrupted before it finished", "1 passed, 1 unknown"]

    /// Signals while something hangs.
    static let interrupts = [
        signal("Ctrl-C", "kill -INT $run", says: soFar),
        signal("SIGTERM", "kill -TERM $run", says: soFar),
        signal("the end of the terminal", "kill -HUP $run", says: soFar),
        signal(
            "Ctrl-C twice", "kill -INT $run; sleep 0.05; kill -TERM $run", says: []),
        signal("Ctrl-\\", "kill -QUIT $run", says: [], saysNot: ["passed, 1 unknown"]),
        HostileCase(
            name: "the end of the terminal below nohup", programs: slow,
            script: "trap '' HUP\n\(running)\nkill -HUP $run; touch go; wait $run", exitCode: 0,
            says: ["2 passed"]),
        HostileCase(
            name: "Ctrl-C while systems are looked for",
            programs: ["docker": "touch started; trap '' TERM; sleep 1000; sleep 1000"],
            script: """
                "$DIAGNOSE" triage & run=$!
                until [ -e started ]; do sleep 0.02; done
                kill -INT $run
                wait $run
                """, exitCode: 130),
        HostileCase(
            name: "Ctrl-C while a log is read", programs: ["docker": slow["slow"] ?? ""],
            script: """
                "$DIAGNOSE" logs --service web & run=$!
                until [ -e started ]; do sleep 0.02; done
                kill -INT $run
                wait $run
                """, exitCode: 130),
        HostileCase(
            name: "SIGTERM between two runs of --watch", programs: ["leaves": "sleep 1000 &"],
            script: """
                "$DIAGNOSE" probe exec leaves --allow-exec --watch 1h >out & run=$!
                until grep -q HEALTHY out; do sleep 0.02; done
                kill -TERM $run
                wait $run
                """, exitCode: 130),
        HostileCase(
            name: "SIGTERM by timeout(1)", programs: slow,
            script: """
                timeout -s TERM --preserve-status 1 "$DIAGNOSE" probe exec slow --allow-exec
                """, exitCode: 130, says: ["interrupted before it finished"]),
    ]
}
