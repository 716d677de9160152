/// The table, continued: disks that are full or read-only, and clocks that are wrong.
extension HostileCase {
    private static let runbook =
        "printf '%s\\n' --- 'system: s' --- '# S' '' '## It fails' '' '**Fix:** y' >mount/s.md"
    /// Fills the file system up to the last byte.
    private static let fill = "cat /dev/zero >mount/filler 2>/dev/null"

    private static func disk(
        _ name: String, _ script: String, exits code: Int32, says: String,
        options: String = "size=64k"
    ) -> HostileCase {
        HostileCase(
            name: name, script: script, exitCode: code, says: [says], bound: 10, mount: options)
    }

    private static let readOnly = "mount -o remount,ro mount"

    /// Disks.
    static let disks = [
        disk(
            "a full disk below --report",
            "\(fill); \"$DIAGNOSE\" probe file / --report json=mount/a",
            exits: 70, says: "cannot write"),
        disk(
            "a full disk below the output", "\(fill); \"$DIAGNOSE\" list >mount/out", exits: 70,
            says: "cannot write the output: No space left on device"),
        disk(
            "a full disk below lint --fix",
            "\(runbook); cp mount/s.md before; \(fill); "
                + "\"$DIAGNOSE\" lint --fix mount/s.md; code=$?; cmp before mount/s.md && exit $code",
            exits: 70, says: "No space left on device"),
        disk(
            "a full disk below --bundle",
            "\(fill); \"$DIAGNOSE\" triage general --deadline 2s --bundle mount/b.tar.gz",
            exits: 70, says: "No space left on device"),
        disk(
            "a full disk below new",
            "\(runbook); cp mount/s.md before; \(fill); \"$DIAGNOSE\" new 'it hangs' --runbooks mount/s.md; "
                + "code=$?; cmp before mount/s.md && exit $code",
            exits: 70, says: "No space left on device"),
        disk(
            "a read-only folder below --report",
            "\(readOnly); \"$DIAGNOSE\" probe file / --report json=mount/a", exits: 64,
            says: "Read-only file system"),
        disk(
            "a read-only folder below lint --fix",
            "\(runbook); \(readOnly); \"$DIAGNOSE\" lint --fix mount/s.md", exits: 70,
            says: "is read-only"),
        disk(
            "a read-only folder below --bundle",
            "\(readOnly); \"$DIAGNOSE\" triage general --deadline 2s --bundle mount/b.tar.gz",
            exits: 64,
            says: "Read-only file system"),
        disk(
            "a read-only folder below new",
            "\(runbook); \(readOnly); \"$DIAGNOSE\" new 'it hangs' --runbooks mount/s.md",
            exits: 70,
            says: "is read-only"),
        disk(
            "a read-only working directory", "\(readOnly); cd mount; \"$DIAGNOSE\" probe file /",
            exits: 0, says: "passed"),
        HostileCase(
            name: "ulimit -f 0 below the output",
            script: "ulimit -f 0; \"$DIAGNOSE\" list >out", exitCode: 70,
            says: ["cannot write the output: File too large"]),
        HostileCase(
            name: "ulimit -f 0 below --report",
            script: "ulimit -f 0; \"$DIAGNOSE\" probe file / --report json=a", exitCode: 70,
            says: ["cannot write"]),
    ]

    /// Runs the executable, its clock shown by libfaketime; skipped where that is not installed.
    ///
    /// A program in front takes the library's own set-up, which a Swift program loses its arguments
    /// over (libfaketime 0.9.10).
    private static func faked(_ variables: String, _ words: String) -> String {
        """
        library=$(ls /usr/lib/*/faketime/libfaketimeMT.so.1 2>/dev/null) || exit 77
        export LD_PRELOAD=$library FAKETIME_DONT_FAKE_MONOTONIC=1 \(variables)
        exec timeout 9 "$DIAGNOSE" probe \(words)
        """
    }

    private static func clock(_ name: String, _ time: String) -> HostileCase {
        HostileCase(
            name: name, programs: ["slow": "sleep 1000"],
            script: faked("FAKETIME='@\(time)'", "exec slow timeout=1s --allow-exec"), exitCode: 1,
            says: ["within 1 s"])
    }

    /// A clock that jumps once the program runs.
    private static func step(_ name: String, to time: String) -> HostileCase {
        HostileCase(
            name: name, programs: ["slow": "echo '\(time)' >time; sleep 1000"],
            script: "echo +0 >time\n"
                + faked(
                    "FAKETIME_TIMESTAMP_FILE=\"$PWD/time\" FAKETIME_NO_CACHE=1",
                    "exec slow timeout=1s --allow-exec"), exitCode: 1, says: ["within 1 s"])
    }

    /// Clocks.
    static let clocks = [
        clock("the year 1970", "1970-01-02 00:00:00"),
        clock("the year 2100", "2100-01-01 00:00:00"),
        clock("the year 2038", "2038-01-19 03:14:07"),
        step("the clock is put back by a year in the midst of a run", to: "-1y"),
        step("the clock is put forward by a year in the midst of a run", to: "+1y"),
    ]
}
