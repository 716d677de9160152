/// The table: streams, disks, clocks, environments and patterns that are not as they should be.
extension HostileCase {
    /// Every case.
    static let machine = streams + surroundings + disks + clocks + patterns

    /// A runbook that lint can mend.
    private static let runbook =
        "printf '# S\\n\\n## It fails\\n\\n**Cause:** x\\n\\n**Fix:** y\\n' >"

    private static func shell(
        _ name: String, _ script: String, exits code: Int32, says: String = "", mount: String? = nil
    ) -> HostileCase {
        HostileCase(
            name: name, script: script, exitCode: code, says: says.isEmpty ? [] : [says], bound: 5,
            mount: mount)
    }

    private static func closed(_ what: String, exits: Int32 = 70) -> HostileCase {
        shell(
            "closed output of \(what)", "exec \"$DIAGNOSE\" \(what) >&-", exits: exits,
            says: "cannot write the output: standard output is closed")
    }

    private static func full(_ what: String) -> HostileCase {
        shell(
            "full output of \(what)", "\"$DIAGNOSE\" \(what) >/dev/full", exits: 70,
            says: "cannot write the output: No space left on device")
    }

    private static func head(_ what: String, exits code: Int32) -> HostileCase {
        shell(
            "\(what) | head -1",
            "{ \"$DIAGNOSE\" \(what); echo $? >code; } | head -n 1; exit $(cat code)", exits: code)
    }

    /// Standard streams that are closed, full or left.
    private static let streams = [
        closed("--help"), closed("list"), closed("probe file /"), closed("probe file / --events"),
        closed("lint"), full("--version"), full("list --output json"), full("probe file /"),
        full("probe file /nowhere --output html"), full("probe file / --events"), full("lint"),
        full("coverage"), head("list", exits: 0), head("probe file /", exits: 0),
        head("probe file /nowhere --verbose", exits: 1),
        head("probe file /nowhere --events", exits: 1),
        shell("closed error output", "exec \"$DIAGNOSE\" probe file /nowhere 2>&-", exits: 1),
        shell("full error output", "\"$DIAGNOSE\" probe file / 2>/dev/full", exits: 0),
        shell("no stream at all", "exec \"$DIAGNOSE\" probe file / <&- >&- 2>&-", exits: 70),
        shell(
            "closed streams, and a program",
            "exec \"$DIAGNOSE\" probe exec cat --allow-exec <&- 2>&-",
            exits: 0, says: "passed"),
        shell(
            "a log from a closed input", "exec \"$DIAGNOSE\" logs - <&-", exits: 2,
            says: "cannot read '-'"),
    ]

    private static func environment(_ words: String) -> HostileCase {
        shell(
            "symptom with \(words)",
            "exec env \(words) \"$DIAGNOSE\" symptom 'LISTENER HEARS NOTHING, IC'", exits: 0,
            says: "voxbento/ic-02")
    }

    /// Environments and folders.
    private static let surroundings = [
        environment("-u HOME"), environment("-u TERM"), environment("TERM=no-such-terminal"),
        environment("COLUMNS=-3"), environment("COLUMNS=99999999999999999999"),
        environment("LC_ALL=xx_YY.bogus"), environment("LC_ALL=C"),
        environment("LC_ALL=tr_TR.UTF-8"), environment("TZ=Nowhere/Land"),
        shell("a triage without HOME", "exec env -u HOME \"$DIAGNOSE\" probe file /", exits: 0),
        shell(
            "an empty environment", "exec env -i \"$DIAGNOSE\" probe exec true --allow-exec",
            exits: 0),
        shell(
            "a deleted working directory",
            "mkdir d; cd d; rmdir ../d; exec \"$DIAGNOSE\" probe file x",
            exits: 1, says: "x does not exist"),
        shell(
            "a program in a deleted working directory",
            "mkdir d; cd d; rmdir ../d; exec \"$DIAGNOSE\" probe exec true --allow-exec", exits: 0),
        shell(
            "lint in a deleted working directory",
            "mkdir d; cd d; rmdir ../d; exec \"$DIAGNOSE\" lint", exits: 0),
        shell(
            "folders linked in a circle",
            """
            mkdir -p l/a l/b; \(runbook) l/a.md
            for f in a/x a/y b/x b/y; do ln -s .. l/$f; done; ln -s ../../l l/a/z; ln -s a.md l/b.md
            test "$("$DIAGNOSE" list --no-embedded --runbooks l --output json | grep -c '"id"')" = 1
            """, exits: 0),
        shell(
            "a link that leads to itself", "ln -s x x; exec \"$DIAGNOSE\" lint x", exits: 64,
            says: "cannot read 'x'"),
    ]
}
